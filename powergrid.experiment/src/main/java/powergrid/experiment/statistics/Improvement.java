package powergrid.experiment.statistics;

/**
 * The probability that a run of one kind is above a run of another, half of it for draws: the
 * statistic of Mann and Whitney by the number of pairs. Its interval is of both kinds resampled on
 * their own (Agarwal et al., arXiv:2108.13264, section 4.3).
 */
public final class Improvement {
  private Improvement() {}

  /**
   * The probability.
   *
   * @param here values of the one kind
   * @param there values of the other
   * @return that the one is above the other; NaN where either has none
   */
  public static double probability(double[] here, double[] there) {
    double above = 0;
    for (double x : here) {
      for (double y : there) {
        above += score(x, y);
      }
    }
    return above / ((double) here.length * there.length);
  }

  /**
   * The 95 % interval of the probability.
   *
   * @param here values of the one kind
   * @param there values of the other
   * @return NaN where either has none
   */
  public static Interval interval(double[] here, double[] there) {
    if (here.length == 0 || there.length == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    return Bootstrap.interval(
        drawn -> {
          double above = 0;
          for (int i : drawn[0]) {
            for (int k : drawn[1]) {
              above += score(here[i], there[k]);
            }
          }
          return above / ((double) here.length * there.length);
        },
        here.length,
        there.length);
  }

  private static double score(double x, double y) {
    return x > y ? 1 : x == y ? 0.5 : 0;
  }
}
