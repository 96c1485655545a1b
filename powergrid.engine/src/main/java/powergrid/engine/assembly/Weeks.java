package powergrid.engine.assembly;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import powergrid.api.environment.Split;
import powergrid.api.scenario.Clock;
import powergrid.api.scenario.SplitSetting;

/**
 * Deals a clock's whole weeks out into splits: each week to the split that lags most behind its
 * share, so that all of them see all seasons; the last days, less than a week, to none. Episodes
 * begin so that they end within their week: no split sees a day of another.
 */
final class Weeks {
  private static final int WEEK = 7;

  private final Clock clock;
  private final double[] shares;

  Weeks(Clock clock, SplitSetting split) {
    this.clock = clock;
    double sum = split.train() + split.validation() + split.test();
    shares = new double[] {split.train() / sum, split.validation() / sum, split.test() / sum};
  }

  /** What is wrong with it; empty if nothing is. */
  String mistake() {
    int weeks = clock.days() / WEEK;
    long needed = Arrays.stream(shares).filter(share -> share > 0).count();
    if (weeks < needed) {
      return String.format(
          Locale.ROOT,
          "%d days are %d whole weeks, and %d splits take at least one each; write clock.days: %d"
              + " or more",
          clock.days(),
          weeks,
          needed,
          WEEK * needed);
    }
    if (lasting() > WEEK) {
      return "an episode lasts "
          + lasting()
          + " days, and a week of a split has 7; write fewer clock.steps, or no split";
    }
    return "";
  }

  /** Days that an episode touches. */
  private int lasting() {
    Duration from = Duration.between(clock.start().toLocalDate().atStartOfDay(), clock.start());
    Duration to = from.plus(clock.step().multipliedBy(clock.steps()));
    return (int) Math.max(1, -Math.floorDiv(-to.toSeconds(), 86_400L));
  }

  /** The days on which episodes of a split may begin. */
  int[] days(Split split) {
    int[] dealt = dealt();
    int last = WEEK - lasting();
    return IntStream.range(0, dealt.length * WEEK)
        .filter(day -> day % WEEK <= last && dealt[day / WEEK] == index(split))
        .toArray();
  }

  private static int index(Split split) {
    return switch (split) {
      case TRAIN -> 0;
      case VALIDATION -> 1;
      case TEST -> 2;
      case ALL -> throw new IllegalArgumentException("all days are in no split");
    };
  }

  private int[] dealt() {
    int[] dealt = new int[clock.days() / WEEK];
    int[] counts = new int[shares.length];
    for (int week = 0; week < dealt.length; week++) {
      int next = 0;
      for (int s = 1; s < shares.length; s++) {
        if (shares[s] * (week + 1) - counts[s] > shares[next] * (week + 1) - counts[next]) {
          next = s;
        }
      }
      dealt[week] = next;
      counts[next]++;
    }
    for (int s = 0; s < shares.length; s++) {
      if (shares[s] > 0 && counts[s] == 0) {
        give(s, dealt, counts);
      }
    }
    return dealt;
  }

  /** Gives a split that got nothing the last week of the one that has most. */
  private static void give(int split, int[] dealt, int[] counts) {
    int most = 0;
    for (int s = 1; s < counts.length; s++) {
      most = counts[s] > counts[most] ? s : most;
    }
    for (int week = dealt.length - 1; week >= 0; week--) {
      if (dealt[week] == most) {
        dealt[week] = split;
        counts[most]--;
        counts[split]++;
        return;
      }
    }
  }
}
