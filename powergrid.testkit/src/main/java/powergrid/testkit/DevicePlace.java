package powergrid.testkit;

import java.util.function.Function;
import powergrid.api.dataset.Known;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;

/** Where a device on its own is placed: its terminal, its series, what it takes over. */
abstract class DevicePlace<T> {
  final FakeSite site = new FakeSite();
  double hours = 0.25;

  abstract T self();

  /**
   * Sets how it is connected; three-phase wye otherwise.
   *
   * @param to phases, e.g. {@code bc}
   * @param by wye or delta
   * @return this
   */
  public T connected(String to, Connection by) {
    site.connect(Phases.of(to), by);
    return self();
  }

  /**
   * Sets the length of a step; a quarter of an hour otherwise.
   *
   * @param length hours
   * @return this
   */
  public T hours(double length) {
    hours = length;
    return self();
  }

  /**
   * The length of a step.
   *
   * @return hours
   */
  public double hours() {
    return hours;
  }

  /**
   * Gives a series that is known at the start of each interval.
   *
   * @param name of the series
   * @param values one a step; the last one lasts
   * @return this
   */
  public T series(String name, double... values) {
    return series(name, Known.NOW, values);
  }

  /**
   * Gives a series, or replaces its values.
   *
   * @param name of the series
   * @param known when agents know a value; fixed by the first call
   * @param values one a step, counted from the start; the last one lasts
   * @return this
   */
  public T series(String name, Known known, double... values) {
    FakeSeries present = site.given(name);
    if (present == null) {
      site.give(new FakeSeries(name, known, values));
    } else {
      present.values(values);
    }
    return self();
  }

  /**
   * Gives what is asked for under names that are not given.
   *
   * @param source of a series by its name, e.g. {@link PlausibleSeries}; null for none
   * @return this
   */
  public T otherSeries(Function<String, FakeSeries> source) {
    site.giveOthers(source);
    return self();
  }

  /**
   * Has a series' coming values replaced, the present interval's first.
   *
   * @param name of a series that was given
   * @param values one a step from now on; the last one lasts
   * @return this
   */
  public T input(String name, double... values) {
    site.series(name).coming(values);
    return self();
  }

  /**
   * Has a series forecast that was given.
   *
   * @param name of the series
   * @param told of every step beforehand, counted from the start
   * @return this
   */
  public T forecast(String name, double... told) {
    site.series(name).forecasts(told);
    return self();
  }

  /**
   * Has every series known at the start of its intervals. To be called before the device is made.
   *
   * @return this
   */
  public T foreknown() {
    site.foreknow();
    return self();
  }

  /**
   * Gives a regulator, its taps at 0. Each episode starts with where they stand when the device is
   * made.
   *
   * @param id by which the device asks for it
   * @param to phases it regulates, e.g. {@code abc}
   * @param greatest tap
   * @return its taps
   */
  public FakeTaps regulator(String id, String to, int greatest) {
    return site.regulators.computeIfAbsent(id, i -> new FakeTaps(Phases.of(to), greatest));
  }

  /**
   * Gives a capacitor. Each episode starts with how it is switched when the device is made.
   *
   * @param id by which the device asks for it
   * @param mvar what it feeds in, MVAr
   * @param on whether it is on
   * @return its switch
   */
  public FakeBreaker capacitor(String id, double mvar, boolean on) {
    return site.capacitors.computeIfAbsent(id, i -> new FakeBreaker(mvar, on));
  }

  /**
   * Seeds the device's stream.
   *
   * @param seed for the next start
   * @return this
   */
  public T seed(long seed) {
    site.random().state(seed);
    return self();
  }
}
