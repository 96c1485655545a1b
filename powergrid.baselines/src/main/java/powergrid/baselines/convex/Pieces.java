package powergrid.baselines.convex;

import java.util.Arrays;

/** The corners at which a variable's square is exact, in straight pieces between. */
final class Pieces {
  /** Few: most programs are solved in two rounds however many there are, and they make columns. */
  private static final int FIRST = 2;

  private final double low;
  private final double high;
  private double[] corners;
  private double reach;

  /** Equal pieces over a range. */
  Pieces(double low, double high) {
    this.low = low;
    this.high = high;
    corners = new double[FIRST + 1];
    for (int i = 0; i <= FIRST; i++) {
      corners[i] = i == FIRST ? high : low + (high - low) * i / FIRST;
    }
    reach = (high - low) / FIRST;
  }

  int count() {
    return corners.length - 1;
  }

  double corner(int i) {
    return corners[i];
  }

  /** Makes the pieces finer about where the optimum is looked for. */
  void refine(double x, double guess) {
    double[] more = {x, x - reach / 2, x + reach / 2, x - reach / 8, x + reach / 8, guess};
    double[] all = Arrays.copyOf(corners, corners.length + more.length);
    for (int i = 0; i < more.length; i++) {
      all[corners.length + i] = Math.max(low, Math.min(high, more[i]));
    }
    corners = Arrays.stream(all).sorted().distinct().toArray();
    reach /= 8;
  }
}
