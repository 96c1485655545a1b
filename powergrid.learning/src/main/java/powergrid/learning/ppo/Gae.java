package powergrid.learning.ppo;

/** Generalised advantage estimation, by the package's symbols. */
final class Gae {
  private Gae() {}

  /**
   * Estimates the advantages of a sequence of steps of one agent.
   *
   * @param r rewards
   * @param v values of the states that the steps were taken in
   * @param next values of the states that they led to: of the final observation where an episode
   *     was cut off, 0 where it ended of its own
   * @param ended whether an episode ended with the step
   * @param gamma discount
   * @param lambda weight of longer looks ahead
   * @param advantages written
   */
  static void advantages(
      float[] r,
      float[] v,
      float[] next,
      boolean[] ended,
      double gamma,
      double lambda,
      float[] advantages) {
    double a = 0;
    for (int t = r.length - 1; t >= 0; t--) {
      double delta = r[t] + gamma * next[t] - v[t];
      a = delta + (ended[t] ? 0 : gamma * lambda * a);
      advantages[t] = (float) a;
    }
  }
}
