package powergrid.api.environment;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What came of a step in every copy. Its arrays are overwritten by the next one; see {@link
 * VectorEnvironment}.
 */
@ProviderType
public interface VectorTransition {
  /**
   * What the agents see next: in a copy whose episode ended, at the start of its next one.
   *
   * @return copies × observation size
   */
  float[] observations();

  /**
   * The central state that goes with {@link #observations()}.
   *
   * @return copies × state size
   */
  float[] states();

  /**
   * Which choices are open next.
   *
   * @return 1 or 0; copies × mask size
   */
  byte[] masks();

  /**
   * What the agents are rewarded with.
   *
   * @return copies × agents
   */
  float[] rewards();

  /**
   * Whose episode has come to an end of its own: there is no future to value.
   *
   * @return copies × agents
   */
  boolean[] terminated();

  /**
   * Whose episode was cut off: the future is to be estimated from the final observations.
   *
   * @return copies × agents
   */
  boolean[] truncated();

  /**
   * Whether a copy's episode ended in this step, and it was reset.
   *
   * @return one a copy
   */
  boolean[] ended();

  /**
   * What the agents saw last, of copies whose episode ended; of others, what is left of earlier
   * steps.
   *
   * @return copies × observation size
   */
  float[] finalObservations();

  /**
   * The central state that goes with {@link #finalObservations()}.
   *
   * @return copies × state size
   */
  float[] finalStates();

  /**
   * What the agents would do if nobody chose anything, next.
   *
   * @return copies × action size
   */
  float[] heldActions();
}
