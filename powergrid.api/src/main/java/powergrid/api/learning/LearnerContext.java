package powergrid.api.learning;

import java.util.function.IntConsumer;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.random.RandomStream;

/** All that a learner is given. Belongs to the learner's thread. */
@ProviderType
public interface LearnerContext {
  /**
   * The environments to learn in, at the training split of their data, with the credit that the
   * scenario assigns.
   *
   * @param copies how many, side by side; their number is part of what is learnt
   * @return reset and ready to be stepped; closed when the learner is done with
   */
  VectorEnvironment environment(int copies);

  /**
   * How many environment steps it will learn from, over all copies: what schedules go by.
   *
   * @return as in the scenario
   */
  long steps();

  /**
   * The learner's own stream.
   *
   * @return the same at every call; it is the learner's to save
   */
  RandomStream random();

  /**
   * Does tasks side by side on as many threads as there are for this learner, and waits for them.
   * Results must not depend on which thread did what: where sums cross tasks, each task sums into
   * an array of its own, and these are added in order.
   *
   * @param tasks how many
   * @param task given its number from 0
   * @throws RuntimeException what a task threw; of several, that of the lowest number
   */
  void parallel(int tasks, IntConsumer task);
}
