package powergrid.testkit;

/** Who can talk with whom: the neighbours of every participant, by their numbers. */
public final class Links {
  private Links() {}

  /**
   * Everybody with everybody.
   *
   * @param number of participants
   * @return neighbours by participant
   */
  public static int[][] complete(int number) {
    int[][] near = new int[number][Math.max(0, number - 1)];
    for (int i = 0; i < number; i++) {
      for (int k = 0; k < number - 1; k++) {
        near[i][k] = k < i ? k : k + 1;
      }
    }
    return near;
  }

  /**
   * Each with the one before it and the one after it.
   *
   * @param number of participants, at least one
   * @return neighbours by participant
   */
  public static int[][] line(int number) {
    int[][] near = new int[number][];
    for (int i = 0; i < number; i++) {
      boolean first = i == 0;
      boolean last = i == number - 1;
      near[i] =
          first && last
              ? new int[0]
              : first ? new int[] {1} : last ? new int[] {i - 1} : new int[] {i - 1, i + 1};
    }
    return near;
  }

  /**
   * As {@link #line}, and the first with the last.
   *
   * @param number of participants, at least three
   * @return neighbours by participant
   */
  public static int[][] ring(int number) {
    if (number < 3) {
      throw new IllegalArgumentException("a ring of " + number + ": it takes three");
    }
    int[][] near = new int[number][];
    for (int i = 0; i < number; i++) {
      near[i] = new int[] {(i + number - 1) % number, (i + 1) % number};
    }
    return near;
  }
}
