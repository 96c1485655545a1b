package powergrid.policies;

import powergrid.api.agent.Flexibility;

/**
 * The economic dispatch of units that share a load: all run where their marginal cost is λ, or at a
 * bound. What they inject together grows with λ, so that λ is found by bisection, and powers
 * between its last two bounds by interpolation: there they are linear, or units of constant
 * marginal cost jump, whom it is the same to who takes how much, so that each gets the same share
 * of its range.
 *
 * <p>Symbols as in the package's description. Allocates nothing after it is made.
 */
final class EqualIncrementalCost {
  /** Of λ in USD/MWh, or as a share of it where that is more; far above what doubles resolve. */
  private static final double PRECISION = 1e-12;

  /** Beyond every marginal cost, USD/MWh. */
  private static final double MARGIN = 1;

  private final Flexibility[] units;
  private final double[] p;
  private double lambda;

  /**
   * Makes room.
   *
   * @param count how many units there are
   */
  EqualIncrementalCost(int count) {
    units = new Flexibility[count];
    for (int i = 0; i < count; i++) {
      units[i] = new Flexibility();
    }
    p = new double[count];
  }

  /** A unit, to be set before a dispatch. */
  Flexibility unit(int i) {
    return units[i];
  }

  /** The power of a unit after a dispatch, MW injected. */
  double powerMw(int i) {
    return p[i];
  }

  /** The incremental cost after a dispatch, USD/MWh; where all are at a bound, the nearest. */
  double lambda() {
    return lambda;
  }

  /**
   * Every unit at the power at which its marginal cost meets a price.
   *
   * @param price USD/MWh
   * @return MW injected together
   */
  double at(double price) {
    lambda = price;
    double total = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = units[i].respond(price);
      total += p[i];
    }
    return total;
  }

  /**
   * The cheapest way to inject a power together, or what comes nearest to it.
   *
   * @param totalMw MW injected
   */
  void share(double totalMw) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Flexibility unit : units) {
      low = Math.min(low, unit.buy() + 2 * unit.curve() * unit.minMw());
      high = Math.max(high, unit.sell() + 2 * unit.curve() * unit.maxMw());
    }
    low -= MARGIN; // all are at their least
    high += MARGIN; // all are at their most
    if (total(low) >= totalMw) {
      at(low);
    } else if (total(high) <= totalMw) {
      at(high);
    } else {
      bisect(low, high, totalMw);
    }
  }

  private void bisect(double from, double to, double totalMw) {
    double low = from;
    double high = to;
    while (high - low > PRECISION * Math.max(1, Math.abs(low))) {
      double mid = low + (high - low) / 2;
      if (total(mid) < totalMw) {
        low = mid;
      } else {
        high = mid;
      }
    }
    fill(low, high, totalMw);
  }

  private double total(double price) {
    double total = 0;
    for (Flexibility unit : units) {
      total += unit.respond(price);
    }
    return total;
  }

  /** Between two prices that hardly differ, of which one is too low and the other is not. */
  private void fill(double low, double high, double totalMw) {
    double least = total(low);
    double step = at(high) - least;
    double share = (totalMw - least) / step;
    for (int i = 0; i < p.length; i++) {
      double from = units[i].respond(low);
      p[i] = from + share * (p[i] - from);
    }
  }
}
