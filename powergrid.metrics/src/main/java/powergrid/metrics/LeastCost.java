package powergrid.metrics;

import powergrid.api.agent.Flexibility;

/**
 * The cheapest dispatch of a total power: a price is found by bisection to which all devices'
 * responses add up, exactly but for rounding. Those whose marginal cost is that price share what is
 * then missing. Allocates nothing once it is made.
 */
final class LeastCost {
  /** As many as bring two prices a thousand dollars apart within rounding of each other. */
  private static final int HALVINGS = 80;

  private final Flexibility[] devices;
  private int count;

  /**
   * Makes it.
   *
   * @param most how many devices there can be
   */
  LeastCost(int most) {
    devices = new Flexibility[most];
    for (int i = 0; i < most; i++) {
      devices[i] = new Flexibility();
    }
  }

  /** Forgets all devices. */
  void clear() {
    count = 0;
  }

  /**
   * Adds a device.
   *
   * @param offer what it can do, at what price
   * @param realisedMw a power that it can do too, within what it offered or not
   */
  void add(Flexibility offer, double realisedMw) {
    devices[count++].set(
        Math.min(offer.minMw(), realisedMw),
        Math.max(offer.maxMw(), realisedMw),
        offer.buy(),
        offer.sell(),
        offer.curve());
  }

  /** What a device's power costs by its offer: the integral of its marginal cost from zero. */
  static double usdPerHour(Flexibility offer, double p) {
    return ((p > 0 ? offer.sell() : offer.buy()) + offer.curve() * p) * p;
  }

  private static double marginal(Flexibility offer, double p) {
    return (p > 0 ? offer.sell() : offer.buy()) + 2 * offer.curve() * p;
  }

  /**
   * The least cost.
   *
   * @param total of all devices' power, MW, which together they can do
   * @return USD an hour
   */
  double usdPerHour(double total) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      low = Math.min(low, marginal(devices[i], devices[i].minMw()));
      high = Math.max(high, marginal(devices[i], devices[i].maxMw()));
    }
    if (count == 0) {
      return 0;
    }
    low -= 1; // all do their least
    high += 1; // all do their most
    for (int k = 0; k < HALVINGS; k++) {
      double mid = (low + high) / 2;
      if (responseMw(mid) < total) {
        low = mid;
      } else {
        high = mid;
      }
    }
    double below = responseMw(low);
    double above = responseMw(high);
    double share = above > below ? (total - below) / (above - below) : 0;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double p = devices[i].respond(low);
      sum += usdPerHour(devices[i], p + share * (devices[i].respond(high) - p));
    }
    return sum;
  }

  private double responseMw(double price) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += devices[i].respond(price);
    }
    return sum;
  }
}
