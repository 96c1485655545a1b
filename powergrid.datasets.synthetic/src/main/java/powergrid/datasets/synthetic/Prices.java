package powergrid.datasets.synthetic;

import powergrid.api.random.RandomStream;

/** A day-ahead price: one an hour, from what the system behind it expects. */
final class Prices {
  static final double LEAST = 15;
  static final double GREATEST = 200;

  /** Price at a net load of 0 and its growth a pu: 22 at 0.35 pu, 132 at 0.85 pu. */
  private static final double AT_NO_LOAD = 6.2;

  private static final double GROWTH = 3.6;
  private static final double SPIKE_CHANCE = 0.02;

  private final SyntheticSettings settings;
  private final RandomStream random;
  private final Autoregression noise;
  private long lastHour = Long.MIN_VALUE;
  private double price;

  Prices(SyntheticSettings settings, RandomStream random) {
    this.settings = settings;
    this.random = random.split("spikes");
    noise = new Autoregression(random.split("noise"), 1, 3);
  }

  /** The price where a walk stands; draws once an hour that begins. */
  double at(Walk walk) {
    int hour = (int) walk.hour();
    long absolute = walk.day() * 24 + hour;
    if (absolute != lastHour) {
      lastHour = absolute;
      price = draw(walk.days(), hour);
    }
    return price;
  }

  private double draw(Days days, int hour) {
    double middle = hour + 0.5;
    double sun = SolarPosition.clearSky(days.sun().cosZenith(middle)) / 1000 * days.sky().mean;
    double net = days.load(middle) - settings.solarShare() * sun;
    double level = AT_NO_LOAD * StrictMath.exp(GROWTH * net);
    double drawn = level * days.priceLevel() * (1 + 0.05 * noise.next());
    double luck = random.nextDouble();
    if (hour >= 17 && hour < 21 && luck < SPIKE_CHANCE) {
      drawn *= 1.3 + 0.3 * luck / SPIKE_CHANCE;
    }
    return settings.priceFactor() * Math.max(LEAST, Math.min(GREATEST, drawn));
  }
}
