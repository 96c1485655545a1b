package powergrid.testkit;

import powergrid.api.agent.Variables;
import powergrid.api.random.RandomStream;

/** What can be read of a device on its own. */
abstract class DeviceReadings<T> extends DevicePlace<T> {
  final FakeSettlement settlement = new FakeSettlement();

  /**
   * A state variable.
   *
   * @param name of the variable
   * @return its value
   */
  public double state(String name) {
    return site.state().values()[index(site.state(), name)];
  }

  /**
   * A value of a series that the device has.
   *
   * @param name of the series
   * @param interval counted from the start
   * @return the value
   */
  public double actual(String name, int interval) {
    return site.series(name).at(interval);
  }

  /**
   * What it injected last.
   *
   * @return MW
   */
  public double pMw() {
    return site.pMw();
  }

  /**
   * What it injected last.
   *
   * @return MVAr
   */
  public double qMvar() {
    return site.qMvar();
  }

  /**
   * What flowed in the last step, and what it booked.
   *
   * @return live
   */
  public FakeSettlement booked() {
    return settlement;
  }

  /**
   * Whether it asked to be the meter at the source.
   *
   * @return true if it did
   */
  public boolean metersSource() {
    return site.metersSource();
  }

  /**
   * The voltage that it forms where nothing else does.
   *
   * @return pu; NaN if it is not grid-forming
   */
  public double formsPu() {
    return site.formsPu();
  }

  /**
   * Its rating as a grid-forming device.
   *
   * @return MVA; NaN if it is not grid-forming
   */
  public double formsMva() {
    return site.formsMva();
  }

  /**
   * Its rating where its power follows its voltage.
   *
   * @return MVA; NaN if it does not
   */
  public double followsMva() {
    return site.followingMva();
  }

  /**
   * The least power that it said it could carry.
   *
   * @return MW injected; NaN if it never said
   */
  public double carriesAtLeastMw() {
    return site.leastMw();
  }

  /**
   * The greatest power that it said it could carry.
   *
   * @return MW injected; NaN if it never said
   */
  public double carriesAtMostMw() {
    return site.greatestMw();
  }

  /**
   * Its actions.
   *
   * @return live
   */
  public Variables actions() {
    return site.actions();
  }

  /**
   * Its state.
   *
   * @return live
   */
  public Variables state() {
    return site.state();
  }

  /**
   * Its stream.
   *
   * @return live
   */
  public RandomStream random() {
    return site.random();
  }

  static int index(Variables variables, String name) {
    int i = variables.space().indexOf(name);
    if (i < 0) {
      throw new IllegalArgumentException("no " + name + " among " + variables.space());
    }
    return i;
  }
}
