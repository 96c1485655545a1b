package powergrid.api.experiment;

import org.osgi.annotation.versioning.ConsumerType;

/** Follows an experiment. Told by the thread that asked for the experiment. */
@ConsumerType
public interface Progress {
  /**
   * An episode has ended.
   *
   * @param done episodes so far
   * @param total episodes in all
   * @param what the variant and seed
   */
  void episode(int done, int total, String what);

  /**
   * A learner has ended an iteration.
   *
   * @param what the variant and seed
   * @param steps so far
   * @param total steps that it is to learn from
   * @param reward mean over the episodes that ended of what all agents were rewarded with; NaN
   *     where none did
   */
  default void learnt(String what, long steps, long total, double reward) {}

  /**
   * Whether to stop; asked before every step, by several threads at once.
   *
   * @return true to stop: what is complete is kept
   */
  boolean stop();
}
