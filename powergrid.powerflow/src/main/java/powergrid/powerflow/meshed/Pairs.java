package powergrid.powerflow.meshed;

import java.util.Arrays;

/** Pairs of small numbers, collected to be sorted by the first one, then the second. */
final class Pairs {
  private long[] pairs = new long[64];
  private int count;

  static long of(int row, int column) {
    return (long) row << 32 | column;
  }

  static int row(long pair) {
    return (int) (pair >> 32);
  }

  static int column(long pair) {
    return (int) pair;
  }

  void add(int row, int column) {
    if (count == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * count);
    }
    pairs[count++] = of(row, column);
  }

  /** All pairs, each once. */
  long[] sorted() {
    return Arrays.stream(pairs, 0, count).sorted().distinct().toArray();
  }
}
