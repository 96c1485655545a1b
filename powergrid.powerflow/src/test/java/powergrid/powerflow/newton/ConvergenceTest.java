package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** Newton's method doubles the digits in each iteration. */
class ConvergenceTest {
  private static final Network NETWORK = PandapowerCase.read("case14");

  private static int iterations(double toleranceMva) {
    Solver solver = new NewtonRaphson(toleranceMva, 20).prepare(NETWORK);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver.solution().iterations();
  }

  @Test
  void twiceTheDigitsTakeOneIterationMore() {
    int rough = iterations(1e-2);
    assertTrue(iterations(1e-4) <= rough + 1);
    assertTrue(iterations(1e-8) <= rough + 2);
    assertTrue(iterations(1e-8) <= 4);
  }

  @Test
  void toleranceBelowRoundingStillConverges() {
    assertTrue(iterations(1e-13) <= 6);
  }

  @Test
  void tooFewIterationsAreNotEnough() {
    Solver solver = new NewtonRaphson(1e-8, 1).prepare(NETWORK);
    assertEquals(Status.DIVERGED, solver.solve());
  }
}
