package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.reference.SolverMemory;

/** What a solver remembers, and what it allocates. */
class SolverMemoryTest {
  private static final Network NETWORK = PandapowerCase.read("case14");

  @Test
  void savedVoltagesGiveTheSameBitsInAnotherSolver() {
    Solver first = new NewtonRaphson().prepare(NETWORK);
    vary(first, 1);
    first.solve();
    double[] re = first.solution().re().clone();
    double[] im = first.solution().im().clone();
    vary(first, 2);
    first.solve();
    first.flows();

    Solver second = new NewtonRaphson().prepare(NETWORK);
    vary(second, 2);
    System.arraycopy(re, 0, second.solution().re(), 0, re.length);
    System.arraycopy(im, 0, second.solution().im(), 0, im.length);
    second.solve();
    second.flows();
    assertArrayEquals(first.solution().re(), second.solution().re());
    assertArrayEquals(first.solution().im(), second.solution().im());
    assertArrayEquals(first.solution().currentRe(), second.solution().currentRe());
    assertArrayEquals(first.solution().generatorsMvar(), second.solution().generatorsMvar());
    assertEquals(first.solution().lossesMw(), second.solution().lossesMw());
    assertEquals(first.solution().iterations(), second.solution().iterations());
  }

  private static void vary(Solver solver, long seed) {
    double[] scale = solver.injections().loadScale();
    double[] drawn = new Random(seed).doubles(scale.length, 0.8, 1.2).toArray();
    System.arraycopy(drawn, 0, scale, 0, scale.length);
  }

  @Test
  void solvingAllocatesNothing() {
    Solver meshed = new NewtonRaphson().prepare(NETWORK);
    Solver feeder = new NewtonRaphson().prepare(RadialAgreementTest.feeder(7));
    drive(meshed, 2000);
    drive(feeder, 2000);
    long bytes =
        SolverMemory.allocatedBy(
            () -> {
              drive(meshed, 2000);
              drive(feeder, 2000);
            });
    assertEquals(0, bytes);
  }

  /** Loads, taps and capacitors move; now and then there is no solution. */
  private static void drive(Solver solver, int times) {
    double[] scale = solver.injections().loadScale();
    int[] taps = solver.injections().taps();
    for (int i = 0; i < times; i++) {
      scale[i % scale.length] = 0.5 + i % 7 * 0.1 + (i % 100 == 0 ? 1e6 : 0);
      solver.injections().capacitorOn()[0] = i % 50 < 25;
      int branch = i % (taps.length / 3);
      for (int phase = 0; phase < 3; phase++) {
        taps[3 * branch + phase] = i % 5;
      }
      solver.injections().pMw()[3] = i % 3;
      solver.injections().pMw()[4] = i % 3;
      solver.injections().pMw()[5] = i % 3;
      if (solver.solve() == Status.CONVERGED) {
        solver.flows();
      }
      if (i % 10 == 0) {
        solver.flatStart();
      }
    }
  }
}
