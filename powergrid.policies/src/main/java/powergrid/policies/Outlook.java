package powergrid.policies;

import powergrid.api.agent.Self;

/** The prices of the hours ahead, as far as they are known: one an hour, the present one first. */
final class Outlook {
  private static final int MOST_HOURS = 24;

  private final double[] prices = new double[MOST_HOURS];
  private final double[] sorted = new double[MOST_HOURS];
  private int hours;

  /** Looks ahead. */
  void look(Self self, String tariff) {
    int stride = (int) Math.ceil(1 / self.hours() - 1e-9);
    hours = 0;
    while (hours < MOST_HOURS) {
      double price = self.ahead(tariff, hours * stride);
      if (Double.isNaN(price)) {
        break;
      }
      insert(price, hours);
      prices[hours++] = price;
    }
  }

  private void insert(double price, int count) {
    int i = count;
    while (i > 0 && sorted[i - 1] < price) {
      sorted[i] = sorted[i - 1];
      i--;
    }
    sorted[i] = price;
  }

  /** How many hours are known. */
  int hours() {
    return hours;
  }

  /** The price that a number of hours reach; the least price where fewer are known. */
  double reachedBy(int number) {
    return sorted[Math.min(hours, number) - 1];
  }

  /**
   * How deep the hours before the first one to reach a price lie below another price, together. The
   * present hour counts whatever it reaches.
   */
  double depthBefore(double reached, double below) {
    double depth = Math.max(0, below - prices[0]);
    for (int h = 1; h < hours && prices[h] < reached; h++) {
      depth += Math.max(0, below - prices[h]);
    }
    return depth;
  }

  /** Whether any later hour reaches a price. */
  boolean comes(double price) {
    for (int h = 1; h < hours; h++) {
      if (prices[h] >= price) {
        return true;
      }
    }
    return false;
  }
}
