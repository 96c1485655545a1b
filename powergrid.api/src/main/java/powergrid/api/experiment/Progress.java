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
   * Whether to stop; asked before every step, by several threads at once.
   *
   * @return true to stop: what is complete is kept
   */
  boolean stop();
}
