package powergrid.powerflow.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import powergrid.api.network.Network;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solver;

/** What a solver remembers, and what it allocates. */
public final class SolverMemory {
  private SolverMemory() {}

  /**
   * Counts what this thread allocates.
   *
   * @param work to do
   * @return bytes, less those of the counter itself
   */
  public static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    // the counter itself may allocate once
    threads.getThreadAllocatedBytes(thread);
    long before = threads.getThreadAllocatedBytes(thread);
    long nothing = threads.getThreadAllocatedBytes(thread) - before;
    before = threads.getThreadAllocatedBytes(thread);
    work.run();
    return threads.getThreadAllocatedBytes(thread) - before - nothing;
  }

  /**
   * Checks that saved voltages give the same bits in another solver.
   *
   * @param method that solves
   * @param network a random one
   */
  public static void assertVoltagesAreAllThatIsRemembered(PowerFlow method, Network network) {
    Solver first = method.prepare(network);
    RandomFeeder.vary(network, first.injections(), 1);
    first.solve();
    first.flows();
    double[] re = first.solution().re().clone();
    double[] im = first.solution().im().clone();
    RandomFeeder.vary(network, first.injections(), 2);
    first.solve();
    first.flows();

    Solver second = method.prepare(network);
    RandomFeeder.vary(network, second.injections(), 1);
    RandomFeeder.vary(network, second.injections(), 2);
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
}
