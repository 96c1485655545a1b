package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.FeederView;
import powergrid.api.network.Network;
import powergrid.api.plugin.PluginKind;
import powergrid.api.powerflow.Solution;

/** Currents through branches are there for who asks, and cost nothing where nobody does. */
class BranchCurrentsTest {
  private final DarkFlow flow = new DarkFlow();
  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment() {
    workbench.install(PluginKind.POWER_FLOW, "dark", flow, "test.dark", 100);
    return workbench.oneMicrogrid("none");
  }

  /** What flows into the branches at the source's bus, where there is no load, is its supply. */
  @Test
  void currentsIntoTheHeadCarryWhatTheSourceSupplies() {
    try (Environment e = environment()) {
      e.reset(1);
      for (int step = 0; step < 5; step++) {
        e.step(e.heldActions());
        FeederView feeder = e.view().feeders().get(0);
        Solution s = feeder.flows();
        assertEquals(s.sourceMw(), intoBranches(feeder.network(), s, "650"), 1e-5);
      }
    }
  }

  private static double intoBranches(Network network, Solution s, String bus) {
    double mw = 0;
    for (int i = 0; i < s.currentRe().length; i++) {
      if (network.branches().get(i / 3).from().equals(bus)) {
        int node = 3 * network.busIndex(bus) + i % 3;
        double kv = network.bus(bus).kv() / Math.sqrt(3);
        mw += kv / 1000 * (s.re()[node] * s.currentRe()[i] + s.im()[node] * s.currentIm()[i]);
      }
    }
    return mw;
  }

  @Test
  void theyAreWorkedOutOnceAStepAndOnlyIfAskedFor() {
    try (Environment e = environment()) {
      e.reset(1);
      e.step(e.heldActions());
      assertEquals(0, flow.flows(), "nobody asked");
      FeederView feeder = e.view().feeders().get(0);
      feeder.flows();
      feeder.flows();
      assertEquals(1, flow.flows());
      e.step(e.heldActions());
      assertEquals(1, flow.flows());
      feeder.flows();
      assertEquals(2, flow.flows());
      flow.unsolvable(true);
      e.step(e.heldActions());
      feeder.flows();
      assertEquals(2, flow.flows(), "there are none in a blackout");
    }
  }

  @Test
  void aRestoredEnvironmentHasThemToo() {
    try (Environment e = environment();
        Environment other = environment()) {
      e.reset(1);
      e.step(e.heldActions());
      other.restore(e.snapshot());
      Solution expected = e.view().feeders().get(0).flows();
      Solution restored = other.view().feeders().get(0).flows();
      assertTrue(expected.currentRe()[0] != 0);
      assertArrayEquals(expected.currentRe(), restored.currentRe());
      assertArrayEquals(expected.toCurrentIm(), restored.toCurrentIm());
    }
  }

  @Test
  void theyStayReadableWhenTheEnvironmentIsClosed() {
    Environment e = environment();
    e.reset(1);
    e.step(e.heldActions());
    double[] before = e.view().feeders().get(0).flows().currentRe().clone();
    e.close();
    assertArrayEquals(before, e.view().feeders().get(0).flows().currentRe());
    assertEquals(1, flow.flows());
  }

  /** Those of another step would be there, and wrong. */
  @Test
  void whatNobodyAskedForInTimeIsRefused() {
    Environment e = environment();
    e.reset(1);
    FeederView feeder = e.view().feeders().get(0);
    feeder.flows();
    e.step(e.heldActions());
    e.close();
    String message = assertThrows(IllegalStateException.class, feeder::flows).getMessage();
    assertTrue(message.startsWith("currents of ieee13: the environment has let go"), message);
  }
}
