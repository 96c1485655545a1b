package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.powerflow.newton.Parts.bus;
import static powergrid.powerflow.newton.Parts.line;
import static powergrid.powerflow.newton.Parts.load;
import static powergrid.powerflow.newton.Parts.source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** Loads beyond what the network can carry. */
class DivergenceTest {
  private static final double X = 0.1;

  private final Solver solver =
      Parts.solver(
          Network.builder("two")
              .add(bus("a"))
              .add(bus("b"))
              .add(line("a", "b", 0, X, 0))
              .add(load("b", 1, 0))
              .add(source("a")));

  /** Through a reactance x, at unity power factor, no more than 1 / 2x arrives. */
  @Test
  void convergesUpToTheLimitAndNotBeyond() {
    double most = 1 / (2 * X);
    solver.injections().loadScale()[0] = 0.9999 * most;
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(Math.sqrt(0.5), solver.solution().magnitude(3), 0.01);
    solver.injections().loadScale()[0] = 1.0001 * most;
    assertEquals(Status.DIVERGED, solver.solve());
  }

  @ParameterizedTest
  @ValueSource(doubles = {6, 1e3, 1e9, 1e200, 1e308, -1e308})
  void numbersStayFiniteAndTheNextSolveIsGood(double scale) {
    solver.injections().loadScale()[0] = scale;
    assertEquals(Status.DIVERGED, solver.solve());
    solver.flows();
    Solution s = solver.solution();
    for (int node = 0; node < 6; node++) {
      assertTrue(Double.isFinite(s.re()[node] + s.im()[node]));
      assertTrue(Double.isFinite(s.currentRe()[node % 3] + s.toCurrentIm()[node % 3]));
    }
    assertTrue(Double.isFinite(s.lossesMw() + s.sourceMvar() + s.loadMw() + s.unsuppliedMw()));
    assertTrue(s.iterations() >= 1);
    solver.injections().loadScale()[0] = 1;
    assertEquals(Status.CONVERGED, solver.solve());
    double half = 0.5;
    double v = Math.sqrt(half + Math.sqrt(half * half - X * X));
    assertEquals(v, s.magnitude(3), 1e-12);
  }

  @Test
  void loadsThatMayTurnIntoImpedancesAlwaysHaveASolution() {
    solver.injections().loadScale()[0] = 100;
    solver.injections().impedanceBelowPu(0.7);
    assertEquals(Status.CONVERGED, solver.solve());
    double r = 0.7 * 0.7 / 100;
    assertEquals(r / Math.hypot(r, X), solver.solution().magnitude(3), 1e-10);
    assertEquals(3, solver.solution().converted());
  }
}
