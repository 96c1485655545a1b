package powergrid.baselines.mpc;

import java.time.Duration;
import java.util.Arrays;

/** The intervals of a plan. */
final class Horizon {
  private Horizon() {}

  /**
   * Steps of every interval: single ones at first, then as many as make a coarse one.
   *
   * @param settings how far, and how fine
   * @param hours length of a step
   * @param left steps that the episode has left
   */
  static int[] intervals(Mpc settings, double hours, int left) {
    int steps = Math.min(left, Math.max(1, steps(settings.horizon(), hours)));
    int single = Math.min(steps, Math.max(1, steps(settings.fine(), hours)));
    int several = Math.max(1, steps(settings.coarse(), hours));
    int[] all = new int[steps];
    Arrays.fill(all, 0, single, 1);
    int n = single;
    for (int at = single; at < steps; at += several) {
      all[n++] = Math.min(several, steps - at);
    }
    return Arrays.copyOf(all, n);
  }

  private static int steps(Duration time, double hours) {
    return (int) Math.min(1 << 20, Math.round(time.toMillis() / 3.6e6 / hours));
  }
}
