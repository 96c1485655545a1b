package powergrid.testkit.contract;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;

/** Counts what steps allocate. */
final class Allocation {
  private static final int WARM_UP = 20_000;
  private static final int ROUNDS = 5;

  private Allocation() {}

  /**
   * Bytes that a number of steps allocate beyond those that they say they may, at the least: what
   * the JVM itself allocates now and then is not theirs. Empty where the JVM does not count them.
   */
  static OptionalLong bytes(IntToLongFunction run, int steps) {
    try {
      return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
              && bean.isThreadAllocatedMemorySupported()
          ? OptionalLong.of(least(bean, run, steps))
          : OptionalLong.empty();
    } catch (NoClassDefFoundError e) {
      return OptionalLong.empty();
    }
  }

  private static long least(
      com.sun.management.ThreadMXBean bean, IntToLongFunction run, int steps) {
    bean.setThreadAllocatedMemoryEnabled(true);
    long warm = run.applyAsLong(WARM_UP);
    assert warm >= 0 : "a run allows " + warm + " bytes";
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      long nothing = bean.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      before = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      long allowed = run.applyAsLong(steps);
      long after = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before - nothing - allowed);
    }
    return least;
  }
}
