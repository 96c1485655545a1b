package powergrid.learning.ppo;

/**
 * The loss of a sample and its derivatives; those of a minibatch are their means.
 *
 * @param clip e
 * @param clipValue how far a value may move; 0 for any
 */
record PpoLoss(double clip, double clipValue) {
  /** −min(ρA, clip(ρ, 1 − e, 1 + e) A). */
  double policy(double ratio, double advantage) {
    double clipped = Math.max(1 - clip, Math.min(1 + clip, ratio));
    return -Math.min(ratio * advantage, clipped * advantage);
  }

  /** Of {@link #policy} with respect to the log-probability: dρ/d log p = ρ. */
  double dPolicy(double ratio, double advantage) {
    boolean held = advantage > 0 ? ratio > 1 + clip : ratio < 1 - clip;
    return held ? 0 : -advantage * ratio;
  }

  boolean clipped(double ratio) {
    return Math.abs(ratio - 1) > clip;
  }

  /** (V − R)², or the larger of it and of that of V held near what it was. */
  double value(double v, double old, double target) {
    double free = (v - target) * (v - target);
    if (clipValue == 0) {
      return free;
    }
    double near = held(v, old) - target;
    return Math.max(free, near * near);
  }

  /** Of {@link #value} with respect to V. */
  double dValue(double v, double old, double target) {
    if (clipValue > 0 && Math.abs(v - old) > clipValue) {
      double near = held(v, old) - target;
      if (near * near > (v - target) * (v - target)) {
        return 0;
      }
    }
    return 2 * (v - target);
  }

  private double held(double v, double old) {
    return old + Math.max(-clipValue, Math.min(clipValue, v - old));
  }
}
