package powergrid.testkit.contract;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import powergrid.api.agent.Flexibility;
import powergrid.testkit.DeviceHarness;

/** Counts what a device allocates in its steps, those in a blackout or of an island among them. */
final class Allocation {
  private static final int WARM_UP = 20_000;
  private static final int ROUNDS = 5;
  private static final int STEPS = 1_000;
  private static final int DECISIONS = 64;

  private final DeviceHarness device;
  private final double[][] decisions = new double[DECISIONS][];

  Allocation(DeviceHarness device) {
    this.device = device;
    device.realise(new RandomFlow(device, 3, true));
    RandomActions actions = new RandomActions(3);
    for (int i = 0; i < DECISIONS; i++) {
      actions.choose(device);
      decisions[i] = device.actions().values().clone();
    }
  }

  /** Bytes in {@link #STEPS} steps; empty where the JVM does not count them. */
  OptionalLong bytes() {
    try {
      return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
              && bean.isThreadAllocatedMemorySupported()
          ? OptionalLong.of(least(bean))
          : OptionalLong.empty();
    } catch (NoClassDefFoundError e) {
      return OptionalLong.empty();
    }
  }

  /** The least of some rounds: what the JVM itself allocates now and then is not the device's. */
  private long least(com.sun.management.ThreadMXBean bean) {
    bean.setThreadAllocatedMemoryEnabled(true);
    run(WARM_UP);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      long nothing = bean.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      before = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      run(STEPS);
      long after = bean.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before - nothing);
    }
    return least;
  }

  static int steps() {
    return STEPS;
  }

  private double run(int steps) {
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      double[] decision = decisions[t % DECISIONS];
      System.arraycopy(decision, 0, device.actions().values(), 0, decision.length);
      Flexibility offer = device.offer();
      if (t % 2 == 0) {
        device.request(offer.minMw() + t % 7 / 6.0 * (offer.maxMw() - offer.minMw()));
      }
      sum += device.intendedMw();
      device.step();
    }
    return sum;
  }
}
