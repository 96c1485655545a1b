package powergrid.devices.ev;

/** A normal distribution truncated to an interval, drawn from by inversion. */
final class TruncatedNormal {
  private static final double LEAST_PROBABILITY = 1e-300;

  private final double mean;
  private final double deviation;
  private final double min;
  private final double max;
  private final double belowMin;
  private final double belowMax;

  TruncatedNormal(double mean, double deviation, double min, double max) {
    this.mean = mean;
    this.deviation = deviation;
    this.min = min;
    this.max = max;
    belowMin = deviation > 0 ? probabilityBelow((min - mean) / deviation) : 0;
    belowMax = deviation > 0 ? probabilityBelow((max - mean) / deviation) : 1;
  }

  /** Inverts the quantile by halving, so that both agree. */
  private static double probabilityBelow(double value) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (middle == 1 || NormalQuantile.of(middle) > value) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /**
   * The variate that a uniform one stands for.
   *
   * @param uniform in [0, 1)
   */
  double at(double uniform) {
    if (deviation == 0) {
      return mean;
    }
    double p = Math.max(LEAST_PROBABILITY, belowMin + uniform * (belowMax - belowMin));
    double value = p < 1 ? mean + deviation * NormalQuantile.of(p) : max;
    return Math.max(min, Math.min(max, value));
  }
}
