package powergrid.experiment.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times to an event of runs some of which were not followed until it came: their times are
 * censored, not dropped. The share that is still without it is Kaplan and Meier's product limit
 * (Journal of the American Statistical Association 53, 1958); after the last time it is taken to
 * stay as it is.
 */
public final class TimesToEvent {
  private final double[] times;
  private final boolean[] came;

  /** Positions by time; of equal times those where it came are first. */
  private final List<Integer> rising;

  /**
   * Times.
   *
   * @param times until it came, or until when it was waited for; not below 0
   * @param came whether it came
   */
  public TimesToEvent(double[] times, boolean[] came) {
    this.times = times.clone();
    this.came = came.clone();
    rising =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> times[i])
                    .thenComparing(i -> came[i] ? 0 : 1))
            .toList();
  }

  /**
   * The time by which half of the runs have it.
   *
   * @return the first at which at most half are without it; NaN if there is none
   */
  public double median() {
    double without = 1;
    for (int k = 0; k < rising.size(); k++) {
      int run = rising.get(k);
      without *= came[run] ? 1 - 1.0 / (rising.size() - k) : 1;
      if (came[run] && without <= 0.5 + 1e-12) {
        return times[run];
      }
    }
    return Double.NaN;
  }

  /**
   * The mean of the time until it comes, or the horizon does: the area under the share that is
   * without it (Royston and Parmar, BMC Medical Research Methodology 13, 2013).
   *
   * @param horizon up to which it is followed
   * @return NaN without runs
   */
  public double restrictedMean(double horizon) {
    int[] all = IntStream.range(0, times.length).toArray();
    return restrictedMean(all, horizon);
  }

  /**
   * The 95 % bootstrap interval of the restricted mean, its horizon fixed.
   *
   * @param horizon up to which it is followed
   * @return NaN without runs
   */
  public Interval interval(double horizon) {
    if (times.length < 2) {
      double only = restrictedMean(horizon);
      return new Interval(only, only);
    }
    return Bootstrap.interval(drawn -> restrictedMean(drawn[0], horizon), times.length);
  }

  private double restrictedMean(int[] runs, double horizon) {
    if (runs.length == 0) {
      return Double.NaN;
    }
    int[] often = new int[times.length];
    for (int run : runs) {
      often[run]++;
    }
    double area = 0;
    double without = 1;
    double from = 0;
    int waiting = runs.length;
    for (int run : rising) {
      double time = Math.min(times[run], horizon);
      area += without * (time - from);
      from = time;
      for (int i = 0; i < often[run]; i++) {
        without *= came[run] ? 1 - 1.0 / waiting : 1;
        waiting--;
      }
    }
    return area + without * (horizon - from);
  }
}
