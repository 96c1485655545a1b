package powergrid.testkit.contract;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** Counts what steps allocate. */
final class Allocation {
  private static final int WARM_UP = 20_000;
  private static final int ROUNDS = 5;

  private Allocation() {}

  /** Takes steps, and says how many bytes they may allocate. */
  @FunctionalInterface
  interface Steps {
    long take(int number);
  }

  /**
   * Bytes that a number of steps allocate beyond those that they say they may, at the least: what
   * the JVM itself allocates now and then is not theirs. Empty where the JVM does not count them.
   */
  static OptionalLong bytes(Steps run, int steps) {
    try {
      return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
              && bean.isThreadAllocatedMemorySupported()
          ? OptionalLong.of(least(bean, run, steps))
          : OptionalLong.empty();
    } catch (NoClassDefFoundError e) {
      return OptionalLong.empty();
    }
  }

  private static long least(com.sun.management.ThreadMXBean bean, Steps run, int steps) {
    bean.setThreadAllocatedMemoryEnabled(true);
    run.take(WARM_UP);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      long nothing = bean.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      before = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      long allowed = run.take(steps);
      long after = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before - nothing - allowed);
    }
    return least;
  }
}
