package powergrid.datasets.synthetic;

import powergrid.api.random.RandomStream;

/** Weibull distributed wind speed. */
final class Wind {
  static final double GREATEST = 60;

  private static final double MEMORY_HOURS = 6;

  private Wind() {}

  /**
   * Fills a series: two Gaussian autoregressions make an exponential variate, and its power 1/shape
   * is Weibull distributed.
   */
  static void fill(SyntheticSettings settings, double hours, RandomStream random, double[] out) {
    double keep = Noise.persistence(hours, MEMORY_HOURS);
    double fresh = Noise.innovation(keep);
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    for (int t = 0; t < out.length; t++) {
      double exponential = (x * x + y * y) / 2;
      double speed = settings.windScale() * StrictMath.pow(exponential, 1 / settings.windShape());
      out[t] = Math.min(GREATEST, speed);
      x = keep * x + fresh * random.nextGaussian();
      y = keep * y + fresh * random.nextGaussian();
    }
  }
}
