package powergrid.api.agent;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an agent has learnt so far, as something that it can tell others and take over from them:
 * the parameters of the network that it acts by, and the moments by which it normalises what it
 * observes. What it values states by, and its optimiser, are its own. Given by a learner to the
 * agents of the first of its environments; used in their turns.
 */
@ConsumerType
public interface Model {
  /** How much of a network. */
  enum Part {
    /** Everything that it acts by. */
    ALL,
    /** All layers but the last, for agents that observe the same and decide on different things. */
    TRUNK
  }

  /**
   * What two models must have in common to be averaged: what is observed, layers, and for all of a
   * network what is decided.
   *
   * @param part of the network
   * @return a digest
   */
  int layout(Part part);

  /**
   * The parameters as they are now.
   *
   * @param part of the network
   * @return a copy
   */
  float[] parameters(Part part);

  /**
   * Replaces parameters. What is learnt until the next time counts from here: {@link #samples} and
   * {@link #iterations} are 0.
   *
   * @param part of the network
   * @param values as many as {@link #parameters}
   * @param pull weight µ of ½µ‖w − values‖² in what is minimised while it learns on (FedProx); 0
   *     for none
   * @throws IllegalArgumentException if their number does not fit
   */
  void parameters(Part part, float[] values, double pull);

  /**
   * How often it has learnt from experience, over the whole training.
   *
   * @return iterations of its learner
   */
  long allIterations();

  /**
   * How often it has learnt from experience since its parameters were last replaced.
   *
   * @return iterations of its learner
   */
  int iterations();

  /**
   * How much experience it has learnt from since its parameters were last replaced.
   *
   * @return samples, each once
   */
  long samples();

  /**
   * The moments of what it has observed itself, over the whole training: the count, then the means,
   * then the sums of squared deviations from them.
   *
   * @return a copy, of 1 + 2 × observations; empty if it does not normalise
   */
  double[] moments();

  /**
   * What others have observed.
   *
   * @return as {@link #moments}; as last said, at first of nobody
   */
  double[] othersMoments();

  /**
   * Says what others have observed, in place of what was said before: it normalises by both.
   *
   * @param others as {@link #moments}, of all others together
   * @throws IllegalArgumentException if their number does not fit
   */
  void othersMoments(double[] others);
}
