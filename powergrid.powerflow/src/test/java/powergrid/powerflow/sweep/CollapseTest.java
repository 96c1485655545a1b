package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

class CollapseTest {
  private static final PhaseValues EACH = new PhaseValues(1, 1, 1);

  /** A line of j0.1 pu: constant power at unity power factor has a solution up to 5 pu. */
  private static Solver solver(LoadModel model) {
    SymmetricMatrix x = new SymmetricMatrix(0.3, 0, 0, 0.3, 0, 0.3);
    Network network =
        Network.builder("line")
            .add(new Bus("a", Phases.ABC, 3))
            .add(new Bus("b", Phases.ABC, 3))
            .add(
                new Line(
                    "ab",
                    "a",
                    "b",
                    Phases.ABC,
                    1,
                    SymmetricMatrix.ZERO,
                    x,
                    SymmetricMatrix.ZERO,
                    Double.NaN))
            .add(new Load("l", "b", Connection.WYE, model, EACH, PhaseValues.ZERO))
            .add(new Source("s", "a", 1, 0))
            .build();
    return new RadialSweep().prepare(network);
  }

  private static void scale(Solver solver, double scale) {
    Arrays.fill(solver.injections().loadScale(), scale);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5.5, 10, 50, 1e4, 1e12, Double.POSITIVE_INFINITY, Double.NaN})
  void loadBeyondTheLinesLimitDivergesWithFiniteNumbers(double scale) {
    Solver solver = solver(LoadModel.POWER);
    scale(solver, scale);
    assertEquals(Status.DIVERGED, solver.solve());
    Solution s = solver.solution();
    for (double[] numbers : new double[][] {s.re(), s.im(), s.currentRe(), s.currentIm()}) {
      assertTrue(Arrays.stream(numbers).allMatch(Double::isFinite));
    }
    assertTrue(Double.isFinite(s.sourceMw() + s.lossesMw() + s.loadMw()));
    assertTrue(s.iterations() <= 100);
  }

  @Test
  void itRecoversWhenTheLoadDoes() {
    Solver solver = solver(LoadModel.POWER);
    scale(solver, 50);
    solver.solve();
    scale(solver, 1);
    assertEquals(Status.CONVERGED, solver.solve());
    Solver fresh = solver(LoadModel.POWER);
    fresh.solve();
    assertArrayEquals(fresh.solution().re(), solver.solution().re());
  }

  @Test
  void loadNearTheLimitConverges() {
    Solver solver = solver(LoadModel.POWER);
    scale(solver, 4.5);
    assertEquals(Status.CONVERGED, solver.solve());
    // v⁴ − v² + (x p)² = 0
    double v = Math.sqrt(0.5 + Math.sqrt(0.25 - 0.45 * 0.45));
    assertEquals(v, solver.solution().magnitude(3), 1e-6);
  }

  @ParameterizedTest
  @EnumSource(
      value = LoadModel.class,
      names = {"POWER", "CURRENT"})
  void turningIntoAnImpedanceIsContinuous(LoadModel model) {
    Solver plain = solver(model);
    scale(plain, 3);
    plain.solve();
    double v = plain.solution().magnitude(3);
    assertEquals(0, plain.solution().converted());
    Solver turned = solver(model);
    scale(turned, 3);
    turned.injections().impedanceBelowPu(v + 1e-4);
    assertEquals(Status.CONVERGED, turned.solve());
    assertEquals(3, turned.solution().converted());
    assertEquals(v, turned.solution().magnitude(3), 1e-4);
    assertEquals(plain.solution().loadMw(), turned.solution().loadMw(), 5e-3);
  }

  @Test
  void impedancesLetAnOverloadedLineGoOn() {
    Solver solver = solver(LoadModel.POWER);
    scale(solver, 5.5);
    solver.injections().impedanceBelowPu(0.8);
    assertEquals(Status.CONVERGED, solver.solve());
    // 5.5 pu at 0.8 pu is a conductance of 5.5 / 0.64 behind j0.1
    double g = 5.5 / 0.64;
    double v = 1 / Math.hypot(1, 0.1 * g);
    assertEquals(v, solver.solution().magnitude(3), 1e-6);
    assertEquals(3 * g * v * v, solver.solution().loadMw(), 1e-4);
  }
}
