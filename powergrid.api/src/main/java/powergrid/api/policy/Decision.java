package powergrid.api.policy;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Self;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.LinearNetwork;
import powergrid.api.planning.Planning;

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

  /**
   * The steps ahead, for a policy that plans: a parent's children, or a device itself, describe
   * themselves in it as they are now, without messages and so whatever the channel loses. A policy
   * that uses it is a reference point, not a contestant; one that asks for {@link
   * Foresight#PERFECT} foresight has to say so by its name or configuration.
   *
   * @param foresight what series are taken to be
   * @param steps length of each interval, steps; together no more than the episode has left
   * @return valid during the call that the decision is passed to
   */
  Planning planning(Foresight foresight, int... steps);

  /**
   * The network that the agent answers for, for a policy that plans; by the same rule as {@link
   * #planning}. It takes a few power flows a device.
   *
   * @return valid during the call that the decision is passed to; empty where the agent has no
   *     network, where that is in blackout, or where a device forms its voltage
   */
  Optional<LinearNetwork> linearise();

  /**
   * How many steps the episode has left.
   *
   * @return the present one included
   */
  int stepsLeft();
}
