package powergrid.testkit.contract;

import powergrid.api.space.Axis;
import powergrid.testkit.DeviceHarness;

/** A device under random actions; what goes wrong is said with the step and what was asked. */
final class Trial {
  final DeviceHarness device;
  private RandomActions actions;
  private int taken;

  Trial(DeviceHarness device, long seed, boolean blackouts) {
    this.device = device;
    follow(seed, blackouts);
  }

  /** Takes its actions and flows from another seed from now on. */
  void follow(long seed, boolean blackouts) {
    actions = new RandomActions(seed);
    device.realise(new RandomFlow(device, seed, blackouts));
  }

  int taken() {
    return taken;
  }

  void decide() {
    try {
      actions.choose(device);
    } catch (AssertionError | RuntimeException e) {
      throw thrown(e);
    }
  }

  void step() {
    try {
      device.step();
    } catch (AssertionError | RuntimeException e) {
      throw thrown(e);
    }
    taken++;
  }

  private AssertionError thrown(Throwable e) {
    return new AssertionError(
        "step " + (taken + 1) + asked() + ": " + e + ". Rule: no action makes a device fail.", e);
  }

  /** A failure of the last step. */
  AssertionError failure(String what, String rule) {
    return new AssertionError("step " + taken + asked() + ": " + what + ". Rule: " + rule + ".");
  }

  private String asked() {
    StringBuilder text = new StringBuilder(" (");
    for (int i = 0; i < device.actions().values().length; i++) {
      Axis axis = device.actions().space().axis(i);
      double value = device.actions().values()[i];
      text.append(i == 0 ? "" : ", ").append(axis.name()).append(" = ").append(value);
      text.append(axis.unit().isEmpty() ? "" : " ").append(axis.unit());
    }
    return text.length() == 2 ? "" : text.append(')').toString();
  }
}
