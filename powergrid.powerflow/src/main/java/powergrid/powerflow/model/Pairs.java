package powergrid.powerflow.model;

import java.util.Arrays;

/** Pairs of small numbers, collected to be sorted by the first one, then the second. */
public final class Pairs {
  private long[] pairs = new long[64];
  private int count;

  /**
   * A pair.
   *
   * @param row first number, not negative
   * @param column second number, not negative
   * @return both in one, in the pairs' order
   */
  public static long of(int row, int column) {
    return (long) row << 32 | column;
  }

  /**
   * The first number of a pair.
   *
   * @param pair of two numbers
   * @return not negative
   */
  public static int row(long pair) {
    return (int) (pair >> 32);
  }

  /**
   * The second number of a pair.
   *
   * @param pair of two numbers
   * @return not negative
   */
  public static int column(long pair) {
    return (int) pair;
  }

  /**
   * Adds a pair; once or more often is the same.
   *
   * @param row first number, not negative
   * @param column second number, not negative
   */
  public void add(int row, int column) {
    if (count == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * count);
    }
    pairs[count++] = of(row, column);
  }

  /**
   * Sorts them.
   *
   * @return all pairs, each once
   */
  public long[] sorted() {
    return Arrays.stream(pairs, 0, count).sorted().distinct().toArray();
  }

  /**
   * Lists the second numbers by the first.
   *
   * @param rows how many first numbers there may be
   * @return by first number: the second ones, rising, each once
   */
  public int[][] byRow(int rows) {
    long[] sorted = sorted();
    int[][] columns = new int[rows][];
    int from = 0;
    for (int row = 0; row < rows; row++) {
      int to = from;
      while (to < sorted.length && row(sorted[to]) == row) {
        to++;
      }
      columns[row] = new int[to - from];
      for (int k = from; k < to; k++) {
        columns[row][k - from] = column(sorted[k]);
      }
      from = to;
    }
    return columns;
  }
}
