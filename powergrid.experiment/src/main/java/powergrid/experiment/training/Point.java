package powergrid.experiment.training;

import powergrid.api.learning.Iteration;

/**
 * A point of a learning curve.
 *
 * @param number of the iteration, from 1
 * @param steps taken so far, over all copies
 * @param agents who learn, each of whom decides in every step; 0 where that is not known
 * @param iteration what the learner did
 * @param validation mean over episodes on validation days; NaN where it was not tried
 * @param seconds since this process began or went on with the training; NaN for those before
 */
public record Point(
    int number,
    long steps,
    int agents,
    Iteration iteration,
    Validation.Trial validation,
    double seconds) {
  /** What was not tried. */
  static final Validation.Trial UNTRIED = new Validation.Trial(Double.NaN, Double.NaN);

  /** Mean reward of all agents together on validation days. */
  public double validationReward() {
    return validation.reward();
  }

  /** The scenario's first metric on validation days. */
  public double validationMetric() {
    return validation.metric();
  }
}
