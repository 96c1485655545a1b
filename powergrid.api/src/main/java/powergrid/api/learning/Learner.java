package powergrid.api.learning;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Learns to act in the environments of its {@link LearnerContext}. Belongs to one thread; the same
 * seed gives the same bits, whatever the number of threads that {@link LearnerContext#parallel}
 * has.
 */
@ConsumerType
public interface Learner {
  /**
   * Gathers some experience and learns from it.
   *
   * @return what it did
   * @throws IllegalStateException if what is learnt is no longer finite, naming what
   */
  Iteration learn();

  /**
   * What has been learnt so far.
   *
   * @return an actor of its own: later learning does not change it
   */
  Actor actor();

  /**
   * Saves all that the next iteration depends on.
   *
   * @param policy gets what an actor needs, {@link LearnerFactory#actor} in particular:
   *     normalisation included, optimisers left out
   * @param training gets the rest: optimisers, random streams, the environments' snapshot, what is
   *     gathered and not yet used
   */
  void save(Tensors policy, Tensors training);

  /**
   * Goes on where another learner of the same configuration was: the next iteration does bit for
   * bit what that one's did.
   *
   * @param policy as saved
   * @param training as saved
   * @throws IllegalArgumentException if they are of another layout or damaged
   */
  void restore(Tensors policy, Tensors training);
}
