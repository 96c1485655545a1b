package powergrid.testkit;

import java.time.LocalTime;
import powergrid.api.agent.Flexibility;

/** What a test expects of a device on its own, after a number of steps. */
abstract class DeviceExpectations<T> extends DeviceReadings<T> {
  private static final double EXACT = 1e-12;
  private static final double NANOS_AN_HOUR = 3.6e12;

  int taken;
  String named = "";
  private LocalTime clock = LocalTime.MIDNIGHT;
  private int clockSet;

  /**
   * What the device could do in the coming step.
   *
   * @return its offer, overwritten by the next one
   */
  public abstract Flexibility offer();

  /**
   * Sets the clock; it shows midnight at the start otherwise. The device does not see it.
   *
   * @param time now, e.g. {@code 06:30}
   * @return this
   */
  public T at(String time) {
    clock = LocalTime.parse(time);
    clockSet = taken;
    return self();
  }

  /**
   * What the clock shows: the time at which the coming step begins.
   *
   * @return time of day
   */
  public LocalTime clock() {
    return clock.plusNanos(Math.round((taken - clockSet) * hours * NANOS_AN_HOUR));
  }

  /**
   * How long the episode has lasted.
   *
   * @return hours
   */
  public double hoursSinceStart() {
    return taken * hours;
  }

  /** How many steps it is to a time of day, less than a day away. */
  int stepsTo(LocalTime time) {
    double ahead = (time.toNanoOfDay() - clock().toNanoOfDay()) / NANOS_AN_HOUR;
    double steps = (ahead < 0 ? ahead + 24 : ahead) / hours;
    if (Math.abs(steps - Math.rint(steps)) > 1e-9) {
      throw new IllegalArgumentException(
          "no step of " + hours + " h from " + clock() + " on ends at " + time);
    }
    return (int) Math.rint(steps);
  }

  /** Starts the clock again. */
  void begin() {
    clockSet = 0;
    named = "";
    moveTo(0);
  }

  void moveTo(int interval) {
    taken = interval;
    site.moveTo(interval);
  }

  /**
   * Checks what it injected in the last step.
   *
   * @param expectedMw MW, to 1e-12
   * @return this
   */
  public T expectPower(double expectedMw) {
    return check("power, MW,", expectedMw, site.pMw(), EXACT);
  }

  /**
   * Checks what it injected in the last step.
   *
   * @param expectedMvar MVAr, to 1e-12
   * @return this
   */
  public T expectReactive(double expectedMvar) {
    return check("reactive power, MVAr,", expectedMvar, site.qMvar(), EXACT);
  }

  /**
   * Checks the range that it offers for the coming step.
   *
   * @param leastMw MW injected, to 1e-12
   * @param greatestMw MW injected, to 1e-12
   * @return this
   */
  public T expectOffer(double leastMw, double greatestMw) {
    Flexibility offered = offer();
    check("least power offered, MW,", leastMw, offered.minMw(), EXACT);
    return check("greatest power offered, MW,", greatestMw, offered.maxMw(), EXACT);
  }

  /**
   * Checks what it booked in the last step.
   *
   * @param expectedUsd USD
   * @param tolerance USD
   * @return this
   */
  public T expectCost(double expectedUsd, double tolerance) {
    return check("cost, USD,", expectedUsd, settlement.costUsd(), tolerance);
  }

  /**
   * Checks what it booked as unused in the last step.
   *
   * @param expectedMwh MWh
   * @param tolerance MWh
   * @return this
   */
  public T expectCurtailed(double expectedMwh, double tolerance) {
    return check("curtailed energy, MWh,", expectedMwh, settlement.curtailedMwh(), tolerance);
  }

  /**
   * Checks the breach of limits that it booked in the last step.
   *
   * @param expectedSeverity per unit × hours
   * @param tolerance of it
   * @return this
   */
  public T expectViolation(double expectedSeverity, double tolerance) {
    return check("violation", expectedSeverity, settlement.severity(), tolerance);
  }

  /**
   * Checks a state variable.
   *
   * @param name of the variable
   * @param expected value
   * @param tolerance of it
   * @return this
   */
  public T expectState(String name, double expected, double tolerance) {
    return check(name, expected, state(name), tolerance);
  }

  private T check(String what, double expected, double actual, double tolerance) {
    if (!(Math.abs(expected - actual) <= tolerance)) {
      String step = named.isEmpty() ? "" : " (" + named + ")";
      throw new AssertionError(
          String.format(
              "%s after step %d%s, at %s: expected %s, was %s",
              what, taken, step, clock(), expected, actual));
    }
    return self();
  }
}
