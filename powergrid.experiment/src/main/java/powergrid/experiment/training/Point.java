package powergrid.experiment.training;

import powergrid.api.learning.Iteration;

/**
 * A point of a learning curve.
 *
 * @param number of the iteration, from 1
 * @param steps taken so far, over all copies
 * @param iteration what the learner did
 * @param validation mean episode reward on validation days, all agents together; NaN where it was
 *     not tried
 * @param seconds since this process began or went on with the training; NaN for those before
 */
public record Point(
    int number, long steps, Iteration iteration, double validation, double seconds) {}
