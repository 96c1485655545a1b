package powergrid.testkit.contract;

import powergrid.api.agent.Variables;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.testkit.DeviceHarness;

/**
 * Actions that nobody sensible would take: held, at their ends, anything between, and requests far
 * beyond what there is. The same sequence for the same seed.
 */
final class RandomActions {
  private static final double HELD = 0.3;
  private static final double EXTREME = 0.5;
  private static final double REQUESTED = 0.8;
  private static final double FAR = 1e9;

  private final RandomStream random;

  RandomActions(long seed) {
    random = new RandomStream(seed);
  }

  /** Chooses the actions of the coming step. */
  void choose(DeviceHarness device) {
    double kind = random.nextDouble();
    double share = random.nextDouble();
    if (kind < HELD) {
      return;
    }
    anything(device, kind < EXTREME);
    if (kind > REQUESTED) {
      double greatest = greatestMw(device);
      device.request(share < 0.1 ? FAR : share < 0.2 ? -FAR : (3 * share - 1.8) * greatest);
    }
  }

  /** Chooses other continuous actions than there are, and leaves the choices. */
  void differ(DeviceHarness device) {
    Variables actions = device.actions();
    for (int i = 0; i < actions.values().length; i++) {
      Axis axis = actions.space().axis(i);
      double share = random.nextDouble();
      if (axis.continuous()) {
        actions.values()[i] = between(axis, share);
      }
    }
  }

  private void anything(DeviceHarness device, boolean extreme) {
    Variables actions = device.actions();
    for (int i = 0; i < actions.values().length; i++) {
      Axis axis = actions.space().axis(i);
      double share = random.nextDouble();
      actions.values()[i] = between(axis, extreme ? Math.rint(share) : share);
    }
  }

  private static double between(Axis axis, double share) {
    double low = Math.max(-FAR, axis.low());
    double high = Math.min(FAR, axis.high());
    return axis.clamp(low + share * (high - low));
  }

  /** The greatest power that the actions name. */
  private static double greatestMw(DeviceHarness device) {
    double greatest = 1;
    for (Axis axis : device.actions().space().axes()) {
      if (axis.continuous() && axis.unit().equals("MW")) {
        greatest = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
      }
    }
    return greatest;
  }
}
