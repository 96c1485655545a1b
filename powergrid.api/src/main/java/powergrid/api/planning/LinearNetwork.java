package powergrid.api.planning;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Agent;

/**
 * The part of a network that a planner answers for, linear about its state after the last step: the
 * derivatives of its power flow by what each device injects and by its loads. Taps, capacitors and
 * all that others do are taken to stay. Near that state what it says is as exact as the power flow.
 */
@ProviderType
public interface LinearNetwork {
  /**
   * What a device injected in the last step.
   *
   * @param device one that the planner may ask
   * @return MW
   */
  double pMw(Agent device);

  /**
   * What the part drew from outside in the last step: through its tie, or from the sources.
   *
   * @return MW
   */
  double importMw();

  /**
   * How what it draws changes with what a device injects; −1 without losses.
   *
   * @param device one that the planner may ask
   * @return MW/MW; 0 for a device whose power is the network's to say
   */
  double importPerMw(Agent device);

  /**
   * How what it draws changes with the network's loads.
   *
   * @return MW for as much again as all loads together drew in the last step
   */
  double importPerLoad();

  /**
   * How many voltages it knows: those where somebody could be connected, of every phase.
   *
   * @return how many; 0 where only powers are known
   */
  int nodes();

  /**
   * A voltage after the last step.
   *
   * @param node from 0
   * @return pu
   */
  double voltagePu(int node);

  /**
   * How a voltage changes with what a device injects.
   *
   * @param node from 0
   * @param device one that the planner may ask
   * @return pu/MW
   */
  double voltagePerMw(int node, Agent device);

  /**
   * How a voltage changes with the network's loads.
   *
   * @param node from 0
   * @return pu for as much again as all loads together drew in the last step
   */
  double voltagePerLoad(int node);
}
