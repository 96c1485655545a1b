package powergrid.api.environment;

import org.osgi.annotation.versioning.ProviderType;

/** What came of a step. Its arrays are overwritten by the next one; see {@link Environment}. */
@ProviderType
public interface Transition {
  /**
   * What the agents see next.
   *
   * @return by observation offset
   */
  float[] observations();

  /**
   * Which choices are open next.
   *
   * @return 1 or 0, by mask offset
   */
  byte[] masks();

  /**
   * What the agents are rewarded with.
   *
   * @return one an agent
   */
  float[] rewards();

  /**
   * Whose episode has come to an end of its own: there is no future to value.
   *
   * @return one an agent
   */
  boolean[] terminated();

  /**
   * Whose episode was cut off: the future is to be estimated.
   *
   * @return one an agent
   */
  boolean[] truncated();

  /**
   * Whether the episode goes on.
   *
   * @return false once it has ended for all agents
   */
  boolean live();

  /**
   * Why it ended.
   *
   * @return empty while it goes on; {@code horizon}, {@code blackout}, or what happened to which
   *     plug-in
   */
  String reason();
}
