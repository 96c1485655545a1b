package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

class SlowModesTest {
  private static final double X = 0.2;

  private static Solver solver(LoadModel model) {
    Network network =
        Network.builder("line")
            .add(Parts.bus("a"))
            .add(Parts.bus("b"))
            .add(Parts.line("a", "b", 0, X))
            .add(Parts.load("b", model, 1, 0))
            .add(new Source("source", "a", 1, 0))
            .build();
    return new RadialSweep(1e-10, 100).prepare(network);
  }

  /** Six numbers are unknown, fewer than modes, and the equations are linear: Newton is exact. */
  @ParameterizedTest
  @ValueSource(doubles = {-2, -0.25, 0, 0.5, 1, 2.75, 3})
  void aNewtonStepSolvesLinearEquations(double scale) {
    Solver solver = solver(LoadModel.IMPEDANCE);
    Arrays.fill(solver.injections().loadScale(), scale);
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(solver.solution().iterations() <= 2, () -> "" + solver.solution().iterations());
    assertEquals(1 / Math.hypot(1, X * scale), solver.solution().magnitude(3), 1e-10);
  }

  /** 1.25 and −0.5 pu of load behind 0.2 pu: by sweeps alone an error shrinks to a quarter. */
  @ParameterizedTest
  @ValueSource(doubles = {1.25, -0.5})
  void nearItsLoadAWarmSolveTakesFewSweeps(double scale) {
    Solver solver = solver(LoadModel.POWER);
    Arrays.fill(solver.injections().loadScale(), scale);
    assertEquals(Status.CONVERGED, solver.solve());
    Arrays.fill(solver.injections().loadScale(), 1.02 * scale);
    assertEquals(Status.CONVERGED, solver.solve());
    // 1e-2 pu away at first, and then by less than a tenth each time
    assertTrue(solver.solution().iterations() <= 7, () -> "" + solver.solution().iterations());
    double half = 0.5;
    double square = half + Math.sqrt(half * half - Math.pow(1.02 * scale * X, 2));
    assertEquals(Math.sqrt(square), solver.solution().magnitude(3), 1e-10);
  }

  @Test
  void theWayToAPositionOfTheSwitchesDoesNotMatter() {
    Solver moved = solver(LoadModel.POWER);
    Arrays.fill(moved.injections().loadScale(), 0.3);
    moved.solve();
    moved.injections().closed()[0] = false;
    moved.solve();
    moved.injections().closed()[0] = true;
    Arrays.fill(moved.injections().loadScale(), 1.1);
    moved.flatStart();
    moved.solve();
    Solver fresh = solver(LoadModel.POWER);
    Arrays.fill(fresh.injections().loadScale(), 1.1);
    fresh.solve();
    assertArrayEquals(fresh.solution().re(), moved.solution().re());
    assertEquals(fresh.solution().lossesMvar(), moved.solution().lossesMvar());
  }
}
