package powergrid.testkit.contract;

import java.util.function.UnaryOperator;
import powergrid.api.random.RandomStream;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/**
 * What a network may make of what a device injects: all of it, a part of it at another voltage,
 * what the device's island takes, what the source supplies; nothing in a blackout. The same
 * sequence for the same seed.
 */
final class RandomFlow implements UnaryOperator<FakeSettlement> {
  private static final double BLACK = 0.05;
  private static final double PARTLY = 0.4;
  private static final double WHOLLY = 0.8;

  private final DeviceHarness device;
  private final RandomStream random;
  private final boolean blackouts;

  RandomFlow(DeviceHarness device, long seed, boolean blackouts) {
    this.device = device;
    this.blackouts = blackouts;
    random = new RandomStream(seed);
  }

  @Override
  public FakeSettlement apply(FakeSettlement flow) {
    double kind = random.nextDouble();
    double share = random.nextDouble();
    double voltage = 0.85 + 0.3 * random.nextDouble();
    if (kind < BLACK && blackouts) {
      return flow.black();
    }
    flow.voltage(voltage, voltage + 0.01, voltage - 0.01);
    if (device.metersSource()) {
      return flow.power(4 * share - 2, kind);
    }
    // what follows its voltage makes a part of it by itself
    if (kind < PARTLY && Double.isNaN(device.followsMva())) {
      return flow.power(share * flow.pMw(), share * flow.qMvar());
    }
    double least = device.carriesAtLeastMw();
    if (kind > WHOLLY && !Double.isNaN(least)) {
      return flow.form(least + share * (device.carriesAtMostMw() - least), 0);
    }
    return flow;
  }
}
