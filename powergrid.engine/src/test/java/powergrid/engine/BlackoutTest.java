package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.plugin.PluginKind;
import powergrid.engine.catalog.Provider;

/** A network without solution is a blackout, never an exception or a NaN. */
class BlackoutTest {
  /** The nominal load of the IEEE 13-node feeder: 3,266 kW spot and 200 kW distributed. */
  private static final double NOMINAL_MW = 3.466;

  private final DarkFlow dark = new DarkFlow();
  private final TestWorkbench workbench = new TestWorkbench();
  private final Provider flow =
      workbench.install(PluginKind.POWER_FLOW, "dark", dark, "test.dark", 100);

  private Environment environment() {
    assertTrue(workbench.registry().powerFlows().contains(flow));
    return workbench.oneMicrogrid("none");
  }

  @Test
  void aBlackoutStepServesNoLoadFreezesStorageAndGoesOn() {
    try (Environment e = environment()) {
      e.reset(1);
      e.step(e.heldActions());
      double soc = e.view().state(3, "storage.soc");
      double[] re = e.view().feeders().get(0).solution().re().clone();
      dark.unsolvable(true);
      float[] actions = e.heldActions().clone();
      actions[1] = 0.5f;
      Transition t = e.step(actions);
      StepView v = e.view();
      assertTrue(t.live());
      assertTrue(v.feeders().get(0).blackout());
      assertEquals(soc, v.state(3, "storage.soc"), "storage is frozen");
      assertEquals(0, v.netMw(1));
      double lost = v.series("load") * NOMINAL_MW * 0.25;
      assertEquals(lost, v.feeders().get(0).notServedMwh(), 1e-9);
      assertEquals(lost * 10_000, v.cost(0), 1e-6, "at the value of lost load");
      assertArrayEquals(re, v.feeders().get(0).solution().re(), "the last voltages stay");
      for (float f : t.observations()) {
        assertTrue(Float.isFinite(f));
      }
      dark.unsolvable(false);
      e.step(e.heldActions());
      assertFalse(e.view().feeders().get(0).blackout(), "and the lights come back");
    }
  }

  @Test
  void threeInARowTerminateAndTheRestIsChargedSoThatFailingEarlyNeverPays() {
    try (Environment e = environment()) {
      Transition t = e.reset(1);
      dark.unsolvable(true);
      double cost = 0;
      double served = 0;
      int steps = 0;
      while (t.live()) {
        t = e.step(e.heldActions());
        cost += e.view().cost(0);
        served += e.view().feeders().get(0).notServedMwh();
        steps++;
      }
      assertEquals(3, steps);
      assertEquals("blackout", t.reason());
      assertArrayEquals(new boolean[] {true, true, true}, t.terminated());
      dark.unsolvable(false);
      double load = 0;
      for (t = e.reset(1); t.live(); ) {
        t = e.step(e.heldActions());
        load += e.view().series("load") * NOMINAL_MW * 0.25;
      }
      assertEquals(load, served, 1e-9, "all of the day's load");
      assertEquals(load * 10_000, cost, 1e-4);
    }
  }

  @Test
  void aSolveIsTriedAgainFromFlatBeforeItCounts() {
    try (Environment e = environment()) {
      e.reset(1);
      dark.unsolvableUntilFlat();
      e.step(e.heldActions());
      assertFalse(e.view().feeders().get(0).blackout());
      assertEquals(2, dark.solvesInLastStep());
    }
  }
}
