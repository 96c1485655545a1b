package powergrid.testkit;

import java.util.function.Function;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Known;
import powergrid.api.random.RandomStream;

/**
 * Series that look like the built-in dataset's, by the same names, for tests that must see every
 * season of a device: {@code price}, {@code load}, {@code irradiance}, {@code directIrradiance},
 * {@code diffuseIrradiance}, {@code sunElevation}, {@code sunAzimuth}, {@code temperature}, {@code
 * windSpeed} and {@code arrivals}; any other name is a pure number from 0 to 1. Days with their
 * nights, calm and storm, frost and heat, prices below zero; the extremes more often than in life.
 *
 * <p>The same values for the same name, length of step and number of steps.
 */
public final class PlausibleSeries implements Function<String, FakeSeries> {
  private final double hours;
  private final int steps;

  /**
   * Series of an episode.
   *
   * @param hours length of a step
   * @param steps how many; the last value lasts
   */
  public PlausibleSeries(double hours, int steps) {
    this.hours = hours;
    this.steps = steps;
  }

  /**
   * A series by its name.
   *
   * @param name any
   * @return from its first interval on
   */
  @Override
  public FakeSeries apply(String name) {
    return switch (name) {
      case "price" ->
          made(name, "USD/MWh", -50, 500, Known.NOW, (t, u, v) -> 60 - 40 * sun(t) * u + spike(v));
      case "load" ->
          made(name, "pu", 0, 2, Known.AFTER, (t, u, v) -> 0.9 - 0.3 * cos(t - 19) + 0.4 * u - 0.2);
      case "irradiance" -> irradiance(name, (t, u, v) -> 1150 * sun(t) * u);
      case "directIrradiance" -> irradiance(name, (t, u, v) -> v < 0.5 ? 0 : 1000 * u * up(t));
      case "diffuseIrradiance" -> irradiance(name, (t, u, v) -> 400 * sun(t) * u);
      case "sunElevation" -> made(name, "°", -90, 90, Known.AHEAD, (t, u, v) -> -70 * cos(t));
      case "sunAzimuth" -> made(name, "°", 0, 360, Known.AHEAD, (t, u, v) -> 15 * (t % 24));
      case "temperature" ->
          made(
              name,
              "°C",
              -50,
              60,
              Known.AFTER,
              (t, u, v) -> 12 - 6 * cos(t - 3) + 22 * Math.sin(t / 60) + 4 * u);
      case "windSpeed" ->
          made(name, "m/s", 0, 40, Known.AFTER, (t, u, v) -> 9 + 9 * Math.sin(t / 11) + 14 * u * u);
      case "arrivals" -> made(name, "1/h", 0, 0.2, Known.NOW, (t, u, v) -> 0.15 * sun(t) + 0.02);
      default -> made(name, "", 0, 1, Known.NOW, (t, u, v) -> u);
    };
  }

  /** A value from the hours since the start and two numbers drawn from 0 to 1. */
  private interface Shape {
    double at(double time, double first, double second);
  }

  private FakeSeries irradiance(String name, Shape shape) {
    return made(name, "W/m²", 0, 1200, Known.AFTER, shape);
  }

  private FakeSeries made(
      String name, String unit, double low, double high, Known known, Shape shape) {
    RandomStream random = new RandomStream(1).split(name);
    double[] values = new double[steps];
    for (int t = 0; t < steps; t++) {
      double value = shape.at(t * hours, random.nextDouble(), random.nextDouble());
      values[t] = Math.max(low, Math.min(high, value));
    }
    return new FakeSeries(new Column(name, unit, low, high, known), values);
  }

  /** 1 at midnight, −1 at noon. */
  private static double cos(double time) {
    return Math.cos(Math.PI * time / 12);
  }

  /** From 0 at six in the morning over 1 at noon to 0 at six in the evening. */
  private static double sun(double time) {
    return Math.max(0, -cos(time));
  }

  private static double up(double time) {
    return sun(time) > 0 ? 1 : 0;
  }

  /** Rarely much above, rarely below zero. */
  private static double spike(double drawn) {
    return drawn > 0.97 ? 300 : drawn < 0.05 ? -90 : 20 * drawn;
  }
}
