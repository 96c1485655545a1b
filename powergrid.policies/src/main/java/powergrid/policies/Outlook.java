package powergrid.policies;

import powergrid.api.agent.Self;

/** The prices of the hours ahead, as far as they are known: their mean and spread. Work space. */
final class Outlook {
  private static final int MOST_HOURS = 24;

  private double mean;
  private double deviation;
  private int hours;

  /** Looks ahead, one price an hour. */
  void look(Self self, String tariff) {
    int stride = Math.max(1, (int) Math.ceil(1 / self.hours() - 1e-9));
    double sum = 0;
    double squares = 0;
    hours = 0;
    while (hours < MOST_HOURS) {
      double price = self.ahead(tariff, hours * stride);
      if (Double.isNaN(price)) {
        break;
      }
      sum += price;
      squares += price * price;
      hours++;
    }
    mean = sum / hours;
    deviation = Math.sqrt(Math.max(0, squares / hours - mean * mean));
  }

  /** How many prices are known. */
  int hours() {
    return hours;
  }

  /** By how many standard deviations a price is above the mean. */
  double score(double price) {
    return deviation > 0 ? (price - mean) / deviation : 0;
  }
}
