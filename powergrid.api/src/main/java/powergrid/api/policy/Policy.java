package powergrid.api.policy;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Chooses an agent's action. Draws only from the agent's own stream; holds no state that a restored
 * environment would miss.
 */
@ConsumerType
public interface Policy {
  /**
   * Chooses. An action that is not written is held.
   *
   * @param decision what the agent sees and where its action goes
   */
  void act(Decision decision);
}
