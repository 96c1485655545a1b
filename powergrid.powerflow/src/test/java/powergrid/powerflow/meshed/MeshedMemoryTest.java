package powergrid.powerflow.meshed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.reference.RandomFeeder;

/** What a solver remembers, and what it allocates. */
class MeshedMemoryTest {
  private static final Network NETWORK = RandomFeeder.meshed(3);

  @Test
  void savedVoltagesGiveTheSameBitsInAnotherSolver() {
    Solver first = new CurrentInjection().prepare(NETWORK);
    RandomFeeder.vary(NETWORK, first.injections(), 1);
    first.solve();
    first.flows();
    double[] re = first.solution().re().clone();
    double[] im = first.solution().im().clone();
    RandomFeeder.vary(NETWORK, first.injections(), 2);
    first.solve();
    first.flows();

    Solver second = new CurrentInjection().prepare(NETWORK);
    RandomFeeder.vary(NETWORK, second.injections(), 1);
    RandomFeeder.vary(NETWORK, second.injections(), 2);
    System.arraycopy(re, 0, second.solution().re(), 0, re.length);
    System.arraycopy(im, 0, second.solution().im(), 0, im.length);
    second.solve();
    second.flows();
    assertArrayEquals(first.solution().re(), second.solution().re());
    assertArrayEquals(first.solution().im(), second.solution().im());
    assertArrayEquals(first.solution().currentRe(), second.solution().currentRe());
    assertEquals(first.solution().lossesMw(), second.solution().lossesMw());
    assertEquals(first.solution().iterations(), second.solution().iterations());
  }

  @Test
  void solvingAllocatesNothing() {
    Solver solver = new CurrentInjection().prepare(NETWORK);
    RandomFeeder.vary(NETWORK, solver.injections(), 1);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    drive(solver, 2000);
    // the counter itself may allocate once
    threads.getThreadAllocatedBytes(thread);
    long before = threads.getThreadAllocatedBytes(thread);
    long nothing = threads.getThreadAllocatedBytes(thread) - before;
    before = threads.getThreadAllocatedBytes(thread);
    drive(solver, 2000);
    assertEquals(nothing, threads.getThreadAllocatedBytes(thread) - before);
  }

  /** Loads and taps move; now and then there is no solution. */
  private static void drive(Solver solver, int times) {
    double[] scale = solver.injections().loadScale();
    for (int i = 0; i < times; i++) {
      scale[i % scale.length] = 0.5 + i % 7 * 0.1 + (i % 100 == 0 ? 1e6 : 0);
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
