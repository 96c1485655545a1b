package powergrid.learning.distribution;

/**
 * Gauss-Hermite quadrature of seven nodes for means over a standard normal variate (Abramowitz and
 * Stegun, Handbook of Mathematical Functions, 1964, table 25.10), nodes and weights scaled to it.
 */
final class Hermite {
  static final int NODES = 7;

  private static final double[] X = {0, 0.816287882858965, 1.673551628767471, 2.651961356835233};
  private static final double[] W = {
    8.102646175568e-1, 4.256072526101e-1, 5.451558281913e-2, 9.717812450995e-4
  };
  private static final double SQRT_TWO = Math.sqrt(2);
  private static final double SQRT_PI = Math.sqrt(Math.PI);

  private Hermite() {}

  static double node(int k) {
    int i = k - NODES / 2;
    return Math.signum(i) * X[Math.abs(i)] * SQRT_TWO;
  }

  static double weight(int k) {
    return W[Math.abs(k - NODES / 2)] / SQRT_PI;
  }
}
