package powergrid.learning.experience;

import java.util.Arrays;
import powergrid.api.environment.VectorTransition;
import powergrid.api.learning.Tensors;

/** Counts steps and episodes, and sums their rewards. */
public final class Episodes {
  private final int agents;

  /** Of the episodes that are under way, over agents. */
  private final double[] sums;

  private long steps;
  private int ended;
  private double endedSum;

  /**
   * Of nothing yet.
   *
   * @param copies of the environment
   * @param agents that are rewarded
   */
  public Episodes(int copies, int agents) {
    this.agents = agents;
    sums = new double[copies];
  }

  /** Starts an iteration. */
  public void begin() {
    ended = 0;
    endedSum = 0;
  }

  /**
   * Takes a step in.
   *
   * @param seen what came of it
   */
  public void add(VectorTransition seen) {
    for (int c = 0; c < sums.length; c++) {
      for (int i = 0; i < agents; i++) {
        sums[c] += seen.rewards()[c * agents + i];
      }
      if (seen.ended()[c]) {
        ended++;
        endedSum += sums[c];
        sums[c] = 0;
      }
    }
    steps += sums.length;
  }

  /**
   * Steps since the start of learning, over all copies.
   *
   * @return a count
   */
  public long steps() {
    return steps;
  }

  /**
   * Episodes that ended in the iteration.
   *
   * @return a count
   */
  public int ended() {
    return ended;
  }

  /**
   * Mean over these of their agents' summed rewards.
   *
   * @return NaN where none ended
   */
  public double meanReward() {
    return ended == 0 ? Double.NaN : endedSum / ended;
  }

  /**
   * Saves what is under way.
   *
   * @param into gets it
   */
  public void save(Tensors into) {
    into.put("episodes.rewards", sums);
    into.put("episodes.steps", new long[] {steps});
  }

  /**
   * Restores it.
   *
   * @param from as saved
   */
  public void restore(Tensors from) {
    double[] saved = from.doubles("episodes.rewards");
    if (saved.length != sums.length) {
      throw new IllegalArgumentException(
          "it was learnt in " + saved.length + " environments, not in " + sums.length);
    }
    System.arraycopy(saved, 0, sums, 0, sums.length);
    steps = from.longs("episodes.steps")[0];
    begin();
  }

  @Override
  public String toString() {
    return steps + " steps, under way " + Arrays.toString(sums);
  }
}
