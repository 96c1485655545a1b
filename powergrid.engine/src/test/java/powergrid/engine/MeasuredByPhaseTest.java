package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/** What is measured of every device, by phase. */
class MeasuredByPhaseTest {
  private static final String YAML =
      """
      name: phases
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 8}
      network: {type: ieee13, taps: [10, 8, 11]}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - id: MG1
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: wye, type: generator, bus: "675", pMaxMw: 0.6, initialMw: 0.6}
            - {id: single, type: generator, bus: "652", phases: a, pMaxMw: 0.1}
            - {id: pair, type: generator, bus: "645", phases: bc, pMaxMw: 0.2}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  @Test
  void powerVoltageAndCurrentAreThoseOfTheTerminal() {
    try (Environment e = workbench.environments().create(workbench.scenario(YAML))) {
      e.reset(1);
      e.step(new float[] {0.6f, 0.1f, 0.2f});
      StepView view = e.view();
      Network network = view.feeders().get(0).network();
      Solution s = view.feeders().get(0).solution();
      // 4.16 kV line to line, 2.4018 kV to neutral
      double v = s.magnitude(3 * network.busIndex("675") + 2);
      assertEquals(v, view.state(2, "electrical.voltagePu.c"));
      assertEquals(0.6 / 3, view.state(2, "electrical.pMw.c"), 1e-7);
      assertEquals(
          1000 * 0.2 / (v * 4.16 / Math.sqrt(3)), view.state(2, "electrical.currentA.c"), 1e-4);
      double va = s.magnitude(3 * network.busIndex("652"));
      assertEquals(
          1000 * 0.1 / (va * 4.16 / Math.sqrt(3)), view.state(3, "electrical.currentA.a"), 1e-4);
      assertTrue(Double.isNaN(view.state(3, "electrical.pMw.b")), "it is not there");
      assertEquals(0.2, view.state(4, "electrical.pMw.bc"), 1e-7);
      double across = view.state(4, "electrical.voltagePu.bc");
      assertEquals(1000 * 0.2 / (across * 4.16), view.state(4, "electrical.currentA.bc"), 1e-4);
    }
  }

  /** The head's phases carry different power, which sums to what the grid connection bills. */
  @Test
  void theHeadIsMeteredByPhase() {
    try (Environment e = workbench.environments().create(workbench.scenario(YAML))) {
      e.reset(1);
      e.step(e.heldActions());
      StepView view = e.view();
      double a = view.state(1, "electrical.pMw.a");
      double b = view.state(1, "electrical.pMw.b");
      double c = view.state(1, "electrical.pMw.c");
      assertEquals(view.feeders().get(0).solution().sourceMw(), a + b + c, 1e-12);
      assertTrue(c > a && a > b, "as the published case has it: 1.2495, 0.9774, 1.3483 MW");
      assertEquals(view.cost(1), view.state(1, "economics.costUsd"));
      assertEquals(0, view.state(1, "economics.revenueUsd"));
    }
  }
}
