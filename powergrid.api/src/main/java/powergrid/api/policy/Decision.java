package powergrid.api.policy;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Self;

/** One choice to make. Valid during the call that it is passed to. */
@ProviderType
public interface Decision {
  /**
   * The agent's observation at the start of the step.
   *
   * @return one number an axis of its observation space; not to be written
   */
  float[] observation();

  /**
   * Which choices are open, 1 or 0 for every choice of every choice axis, in order.
   *
   * @return as long as the action space's mask; not to be written
   */
  byte[] mask();

  /**
   * The agent itself, with what its children reported in this step; its action is chosen by {@link
   * Self#action(int, double)}.
   *
   * @return the agent
   */
  Self self();
}
