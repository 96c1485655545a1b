package powergrid.experiment.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import powergrid.api.random.RandomStream;

/**
 * Stratified percentile bootstrap: each stratum is resampled on its own, with replacement, and the
 * interval's ends are quantiles of the resamples' statistics (Efron, Annals of Statistics 7, 1979;
 * Agarwal et al., arXiv:2108.13264, for runs of learners). The resamples are 2000, drawn with a
 * fixed seed, so that the same values give the same bits everywhere; quantiles are interpolated
 * linearly (Hyndman and Fan's type 7).
 */
public final class Bootstrap {
  /** How many times values are drawn anew. */
  public static final int RESAMPLES = 2000;

  private static final long SEED = 0;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /**
   * The 95 % interval of a statistic of strata.
   *
   * @param statistic of positions in the strata, an array each, drawn anew; it may not keep them
   * @param sizes of the strata, at least 1
   * @return NaN where the statistic of a resample is
   */
  public static Interval interval(ToDoubleFunction<int[][]> statistic, int... sizes) {
    RandomStream random = new RandomStream(SEED);
    int[][] drawn = new int[sizes.length][];
    for (int s = 0; s < sizes.length; s++) {
      drawn[s] = new int[sizes[s]];
    }
    double[] values = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      for (int[] stratum : drawn) {
        for (int i = 0; i < stratum.length; i++) {
          // 31 random bits scaled to 0 … n − 1, spelt out: JDKs differ in how they bound an int
          stratum[i] = (int) (((random.nextLong() >>> 33) * stratum.length) >>> 31);
        }
      }
      values[r] = statistic.applyAsDouble(drawn);
    }
    Arrays.sort(values);
    // NaN sorts to the end, where no quantile might see it
    return Double.isNaN(values[RESAMPLES - 1])
        ? new Interval(Double.NaN, Double.NaN)
        : new Interval(quantile(values, TAIL), quantile(values, 1 - TAIL));
  }

  /**
   * The 95 % interval of a statistic of values.
   *
   * @param values of one stratum
   * @param statistic of a resample, which it may not keep
   * @return the statistic of all values, twice, if there are fewer than two
   */
  public static Interval interval(double[] values, ToDoubleFunction<double[]> statistic) {
    if (values.length < 2) {
      double only = statistic.applyAsDouble(values);
      return new Interval(only, only);
    }
    double[] resample = new double[values.length];
    return interval(
        drawn -> {
          for (int i = 0; i < resample.length; i++) {
            resample[i] = values[drawn[0][i]];
          }
          return statistic.applyAsDouble(resample);
        },
        values.length);
  }

  private static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
