package powergrid.datasets.synthetic;

/** When electric vehicles come to a public charger. */
final class Arrivals {
  /** Arrivals in every hour of a weekday, one in all: commuters in the morning, then residents. */
  private static final double[] WEEKDAY = {
    0.010, 0.004, 0.002, 0.002, 0.002, 0.002, 0.007, 0.032, 0.079, 0.077, 0.051, 0.047,
    0.053, 0.053, 0.050, 0.051, 0.057, 0.083, 0.109, 0.081, 0.051, 0.040, 0.034, 0.023
  };

  /** The same for weekends: one broad hump in the afternoon. */
  private static final double[] WEEKEND = {
    0.020, 0.012, 0.006, 0.004, 0.003, 0.003, 0.003, 0.007, 0.017, 0.037, 0.057, 0.070,
    0.079, 0.082, 0.085, 0.083, 0.080, 0.080, 0.073, 0.058, 0.049, 0.039, 0.031, 0.022
  };

  private Arrivals() {}

  /**
   * Expected arrivals.
   *
   * @param weekend or weekday
   * @param hour 0 to 24
   * @return 1/h at a charger, linear between the middles of the hours
   */
  static double perHour(boolean weekend, double hour) {
    double[] shape = weekend ? WEEKEND : WEEKDAY;
    double sinceMiddle = hour + 23.5;
    int from = (int) sinceMiddle;
    double share = sinceMiddle - from;
    return shape[from % 24] * (1 - share) + shape[(from + 1) % 24] * share;
  }
}
