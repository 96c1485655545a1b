package powergrid.experiment.statistics;

import powergrid.api.random.RandomStream;

/**
 * Fisher's randomisation test of paired differences (The Design of Experiments, 1935, section 21):
 * if neither of a pair were favoured, every difference might as well have had the other sign.
 * Two-sided, by the mean. All 2ⁿ ways to choose the signs are tried for up to 16 pairs; for more,
 * so many are drawn with a fixed seed, and the observed one is counted among them, so that p is
 * never 0 and the test stays valid (Phipson and Smyth, Statistical Applications in Genetics and
 * Molecular Biology 9, 2010).
 */
public final class SignFlips {
  /** The most pairs of which all signs are tried. */
  public static final int EXACT = 16;

  /** How many choices of signs are drawn for more pairs. */
  public static final int DRAWS = 99_999;

  private static final long SEED = 0;

  /** Sums that are equal but for the order of their rounding are equal. */
  private static final double ROUNDING = 1e-12;

  private SignFlips() {}

  /**
   * The probability of a mean at least as far from 0, if signs were chance.
   *
   * @param differences of pairs, finite
   * @return above 0 and at most 1; 1 where there are none
   */
  public static double p(double[] differences) {
    double sum = 0;
    double size = 0;
    for (double difference : differences) {
      sum += difference;
      size += Math.abs(difference);
    }
    double limit = Math.abs(sum) - ROUNDING * size;
    return differences.length <= EXACT
        ? (double) exact(differences, 0, 0, limit) / (1L << differences.length)
        : (1.0 + drawn(differences, limit)) / (1.0 + DRAWS);
  }

  /**
   * The least p that so many pairs can have: all signs alike.
   *
   * @param pairs any number
   * @return 2 of 2ⁿ; what one of the draws weighs where signs are drawn
   */
  public static double least(int pairs) {
    return pairs <= EXACT ? Math.min(1, Math.scalb(1.0, 1 - pairs)) : 1.0 / (1 + DRAWS);
  }

  private static long exact(double[] differences, int next, double sum, double limit) {
    if (next == differences.length) {
      return Math.abs(sum) >= limit ? 1 : 0;
    }
    return exact(differences, next + 1, sum + differences[next], limit)
        + exact(differences, next + 1, sum - differences[next], limit);
  }

  private static long drawn(double[] differences, double limit) {
    RandomStream random = new RandomStream(SEED);
    long count = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      long signs = 0;
      for (int i = 0; i < differences.length; i++) {
        signs = i % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
        sum += (signs & 1) == 0 ? differences[i] : -differences[i];
      }
      count += Math.abs(sum) >= limit ? 1 : 0;
    }
    return count;
  }
}
