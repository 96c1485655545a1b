package powergrid.datasets.synthetic;

import powergrid.api.random.RandomStream;

/** Bounded, nearly normal noise. */
final class Noise {
  /** No variate is farther from 0 than this. */
  static final double BOUND = 2 * StrictMath.sqrt(3);

  private Noise() {}

  /**
   * A variate of mean 0 and variance 1: the scaled sum of four uniform ones, 16 bits each.
   *
   * @param random one long is drawn
   * @return within ±{@link #BOUND}
   */
  static double next(RandomStream random) {
    long bits = random.nextLong();
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (sum / 65535.0 - 2) * StrictMath.sqrt(3);
  }

  /**
   * How much of an autoregression is left after a while.
   *
   * @param hours that pass
   * @param memoryHours after which 1/e is left
   * @return its coefficient
   */
  static double persistence(double hours, double memoryHours) {
    return StrictMath.exp(-hours / memoryHours);
  }

  /**
   * The factor on fresh noise that keeps an autoregression's variance at 1.
   *
   * @param persistence its coefficient
   * @return the factor
   */
  static double innovation(double persistence) {
    return StrictMath.sqrt(1 - persistence * persistence);
  }
}
