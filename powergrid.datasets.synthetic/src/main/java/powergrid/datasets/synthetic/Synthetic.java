package powergrid.datasets.synthetic;

import java.util.List;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Dataset;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Period;
import powergrid.api.random.RandomStream;

/** The dataset as the package describes it. Values are those of the middle of each interval. */
final class Synthetic implements Dataset {
  private static final int LOAD = 0;
  private static final int IRRADIANCE = 1;
  private static final int PRICE = 2;
  private static final int TEMPERATURE = 3;
  private static final int WIND_SPEED = 4;
  private static final int DIRECT_IRRADIANCE = 5;
  private static final int DIFFUSE_IRRADIANCE = 6;
  private static final int SUN_ELEVATION = 7;
  private static final int SUN_AZIMUTH = 8;

  private static final double LEAST_CLEARNESS = 0.05;
  private static final double GREATEST_CLEARNESS = 1.05;

  private final SyntheticSettings settings;
  private final List<Column> columns;
  private final double leastLoad;
  private final double greatestLoad;

  Synthetic(SyntheticSettings settings) {
    this.settings = settings;
    leastLoad = 0.3 * settings.loadFactor();
    greatestLoad = 1.2 * settings.loadFactor();
    double price = settings.priceFactor();
    columns =
        List.of(
            new Column("load", "pu", leastLoad, greatestLoad, Known.AFTER),
            new Column("irradiance", "W/m²", 0, 1200, Known.AFTER),
            new Column(
                "price", "USD/MWh", Prices.LEAST * price, Prices.GREATEST * price, Known.NOW),
            new Column("temperature", "°C", -50, 60, Known.AFTER),
            new Column("windSpeed", "m/s", 0, Wind.GREATEST, Known.AFTER),
            new Column("directIrradiance", "W/m²", 0, 1200, Known.AFTER),
            new Column("diffuseIrradiance", "W/m²", 0, 1200, Known.AFTER),
            new Column("sunElevation", "°", -90, 90, Known.AHEAD),
            new Column("sunAzimuth", "°", 0, 360, Known.AHEAD),
            new Column("arrivals", "1/h", 0, 0.2, Known.NOW));
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public void fill(Period period, RandomStream random, int[] asked, double[][] out) {
    for (int i = 0; i < asked.length; i++) {
      Walk walk = new Walk(settings, period, random);
      switch (asked[i]) {
        case LOAD -> fillLoad(walk, random.split("load"), out[i]);
        case IRRADIANCE, DIRECT_IRRADIANCE, DIFFUSE_IRRADIANCE ->
            fillIrradiance(asked[i], walk, random.split("clouds"), out[i]);
        case PRICE -> fillPrice(walk, random.split("price"), out[i]);
        case TEMPERATURE -> fill(walk, Days::temperature, out[i]);
        case WIND_SPEED -> Wind.fill(settings, walk.hours(), random.split("wind"), out[i]);
        case SUN_ELEVATION -> fill(walk, (days, hour) -> days.sun().elevation(hour), out[i]);
        case SUN_AZIMUTH -> fill(walk, (days, hour) -> days.sun().azimuth(hour), out[i]);
        default -> fill(walk, (days, hour) -> Arrivals.perHour(days.weekend(), hour), out[i]);
      }
    }
  }

  private void fillLoad(Walk walk, RandomStream random, double[] out) {
    Autoregression noise = new Autoregression(random, walk.hours(), 1);
    for (int t = 0; t < out.length; t++) {
      walk.moveTo(t);
      double load = walk.days().load(walk.hour()) * (1 + 0.015 * noise.next());
      out[t] = clamp(leastLoad, settings.loadFactor() * load, greatestLoad);
    }
  }

  /** The global irradiance or a part of it: the same clouds for all three. */
  private void fillIrradiance(int column, Walk walk, RandomStream random, double[] out) {
    Autoregression clouds = new Autoregression(random, walk.hours(), 0.5);
    for (int t = 0; t < out.length; t++) {
      walk.moveTo(t);
      Sky sky = walk.days().sky();
      double clearness =
          clamp(LEAST_CLEARNESS, sky.mean + sky.deviation * clouds.next(), GREATEST_CLEARNESS);
      SolarPosition sun = walk.days().sun();
      double cosZenith = sun.cosZenith(walk.hour());
      double global = clearness * SolarPosition.clearSky(cosZenith);
      out[t] = column == IRRADIANCE ? global : part(column, global, cosZenith, sun);
    }
  }

  private static double part(int column, double global, double cosZenith, SolarPosition sun) {
    if (cosZenith <= 0) {
      return 0;
    }
    double index = global / (sun.extraterrestrial() * cosZenith);
    double diffuse = Erbs.diffuseShare(index) * global;
    return column == DIFFUSE_IRRADIANCE ? diffuse : (global - diffuse) / cosZenith;
  }

  private void fillPrice(Walk walk, RandomStream random, double[] out) {
    Prices prices = new Prices(settings, random);
    for (int t = 0; t < out.length; t++) {
      walk.moveTo(t);
      out[t] = prices.at(walk);
    }
  }

  /** What follows from the day and the hour alone. */
  private interface ByHour {
    double at(Days days, double hour);
  }

  private static void fill(Walk walk, ByHour what, double[] out) {
    for (int t = 0; t < out.length; t++) {
      walk.moveTo(t);
      out[t] = what.at(walk.days(), walk.hour());
    }
  }

  private static double clamp(double low, double value, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
