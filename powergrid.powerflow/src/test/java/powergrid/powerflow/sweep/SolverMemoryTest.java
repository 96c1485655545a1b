package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.reference.RandomFeeder;
import powergrid.powerflow.reference.SolverMemory;

/** What a solver remembers, and what it allocates. */
class SolverMemoryTest {
  private static final Network NETWORK = RandomFeeder.of(3);

  @Test
  void savedVoltagesGiveTheSameBitsInAnotherSolver() {
    SolverMemory.assertVoltagesAreAllThatIsRemembered(new RadialSweep(), NETWORK);
  }

  @Test
  void solvingAllocatesNothing() {
    Solver solver = new RadialSweep().prepare(NETWORK);
    RandomFeeder.vary(NETWORK, solver.injections(), 1);
    drive(solver, 2000);
    assertEquals(0, SolverMemory.allocatedBy(() -> drive(solver, 2000)));
  }

  /** Loads, taps, branches and capacitors move; now and then there is no solution. */
  private static void drive(Solver solver, int times) {
    double[] scale = solver.injections().loadScale();
    boolean[] closed = solver.injections().closed();
    for (int i = 0; i < times; i++) {
      scale[i % scale.length] = 0.5 + i % 7 * 0.1 + (i % 100 == 0 ? 1e6 : 0);
      closed[closed.length - 1] = i % 50 < 25;
      solver.injections().taps()[i % solver.injections().taps().length] = i % 5;
      if (solver.solve() == Status.CONVERGED) {
        solver.flows();
      }
      if (i % 10 == 0) {
        solver.flatStart();
      }
    }
  }
}
