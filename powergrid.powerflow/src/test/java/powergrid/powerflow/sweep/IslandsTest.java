package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** A grid a–b with a microgrid c–d behind a switch, and two grid-forming sources in that. */
class IslandsTest {
  private static final int TIE = 1;
  private static final double R = 0.01;
  private static final double X = 0.02;

  private static Network.Builder network(boolean forming) {
    Network.Builder network =
        Network.builder("islands")
            .add(Parts.bus("a"))
            .add(Parts.bus("b"))
            .add(Parts.bus("c"))
            .add(Parts.bus("d"))
            .add(Parts.line("a", "b", R, X))
            .add(new Switch("bc", "b", "c", Phases.ABC, true))
            .add(Parts.line("c", "d", R, X))
            .add(Parts.load("b", LoadModel.POWER, 1, 0.5))
            .add(Parts.load("d", LoadModel.POWER, 2, 1));
    if (forming) {
      network
          .add(new Source("battery", "c", 1, 40, true, 10))
          .add(new Source("genset", "d", 0.97, 0, true, 10));
    }
    return network.add(new Source("grid", "a", 1, 0));
  }

  @Test
  void gridFormingSourcesStandByWhileTheGridSupplies() {
    Solution with = Parts.solved(network(true)).solution();
    Solution without = Parts.solved(network(false)).solution();
    assertArrayEquals(without.re(), with.re());
    assertEquals(0, with.sourceMw(0));
    assertEquals(0, with.sourceMvar(1));
    assertEquals(with.sourceMw(), with.sourceMw(2));
  }

  @Test
  void theFirstGridFormingSourceFormsAnIslandAndTheOthersStandBy() {
    Solver solver = Parts.solved(network(true));
    solver.injections().closed()[TIE] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    Solution s = solver.solution();
    assertEquals(1, s.magnitude(6), 1e-15);
    assertEquals(40, s.angleDeg(6), 1e-12);
    double v = Parts.receiving(R, X, 2, 1);
    assertEquals(v, s.magnitude(9), 1e-11);
    assertEquals(3 * (2 + R * 5 / (v * v)), s.sourceMw(0), 1e-10);
    assertEquals(3 * (1 + X * 5 / (v * v)), s.sourceMvar(0), 1e-10);
    assertEquals(0, s.sourceMw(1));
    assertEquals(Parts.receiving(R, X, 1, 0.5), s.magnitude(3), 1e-11);
    assertEquals(s.sourceMw(), s.sourceMw(0) + s.sourceMw(2), 1e-15);
  }

  @Test
  void anIslandWithoutASourceIsDarkAndItsLoadIsUnsupplied() {
    Solver solver = Parts.solved(network(false));
    assertEquals(0, solver.solution().unsuppliedMw());
    solver.injections().closed()[TIE] = false;
    solver.injections().loadScale()[1] = 0.5;
    assertEquals(Status.CONVERGED, solver.solve());
    for (int node = 6; node < 12; node++) {
      assertEquals(0, solver.solution().magnitude(node));
    }
    assertEquals(3, solver.solution().unsuppliedMw(), 1e-12);
    assertEquals(3, solver.solution().loadMw(), 1e-12);
    solver.injections().closed()[TIE] = true;
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.solution().unsuppliedMw());
  }

  @Test
  void twoSourcesThatDoNotStandByAreRefusedInOneIsland() {
    Solver solver =
        new RadialSweep()
            .prepare(
                Network.builder("two")
                    .add(Parts.bus("a"))
                    .add(Parts.bus("b"))
                    .add(new Switch("ab", "a", "b", Phases.ABC, false))
                    .add(new Source("s", "a", 1, 0))
                    .add(new Source("t", "b", 1, 0))
                    .build());
    solver.injections().closed()[0] = true;
    assertEquals(
        "branch ab joins the islands of the sources at buses a and b; "
            + "a radial network has one source an island",
        assertThrows(IllegalStateException.class, solver::solve).getMessage());
  }
}
