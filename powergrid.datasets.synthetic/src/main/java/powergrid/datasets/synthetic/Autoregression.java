package powergrid.datasets.synthetic;

import powergrid.api.random.RandomStream;

/**
 * A first-order autoregression of mean 0 and variance 1, the same process for every step length.
 */
final class Autoregression {
  private final RandomStream random;
  private final double keep;
  private final double fresh;
  private double value;

  /**
   * Draws the first value.
   *
   * @param random its stream, one long a step
   * @param hours length of a step
   * @param memoryHours after which 1/e of a value is left
   */
  Autoregression(RandomStream random, double hours, double memoryHours) {
    this.random = random;
    keep = Noise.persistence(hours, memoryHours);
    fresh = Noise.innovation(keep);
    value = Noise.next(random);
  }

  /** The present value; moves on to the next. */
  double next() {
    double present = value;
    value = keep * value + fresh * Noise.next(random);
    return present;
  }
}
