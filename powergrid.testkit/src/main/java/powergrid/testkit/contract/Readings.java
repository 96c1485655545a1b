package powergrid.testkit.contract;

import powergrid.testkit.DeviceHarness;

/** A device's state and series around a step, as an energy balance reads them. */
public final class Readings {
  private final DeviceHarness device;
  private final double[] state;
  private int interval;

  Readings(DeviceHarness device) {
    this.device = device;
    state = device.state().values().clone();
  }

  /** Takes over the device's present state, in an interval. */
  void take(int now) {
    System.arraycopy(device.state().values(), 0, state, 0, state.length);
    interval = now;
  }

  /**
   * A state variable.
   *
   * @param name e.g. {@code storage.soc}
   * @return its value
   * @throws IllegalArgumentException if there is none
   */
  public double state(String name) {
    int i = device.state().space().indexOf(name);
    if (i < 0) {
      throw new IllegalArgumentException("no " + name + " among " + device.state().space());
    }
    return state[i];
  }

  /**
   * A series' value in the interval of the step.
   *
   * @param name e.g. {@code temperature}
   * @return its value
   */
  public double series(String name) {
    return device.actual(name, interval);
  }
}
