package powergrid.baselines.mpc;

import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.planning.LinearNetwork;

/**
 * A network without losses and voltages.
 *
 * @param importMw what it drew in the last step
 * @param importPerLoad what its loads drew in the last step
 * @param powers what every device injected, MW
 */
record SingleNode(double importMw, double importPerLoad, Map<Agent, Double> powers)
    implements LinearNetwork {
  @Override
  public double pMw(Agent device) {
    return powers.get(device);
  }

  @Override
  public double importPerMw(Agent device) {
    return -1;
  }

  @Override
  public int nodes() {
    return 0;
  }

  @Override
  public double voltagePu(int node) {
    throw new IndexOutOfBoundsException(node);
  }

  @Override
  public double voltagePerMw(int node, Agent device) {
    throw new IndexOutOfBoundsException(node);
  }

  @Override
  public double voltagePerLoad(int node) {
    throw new IndexOutOfBoundsException(node);
  }
}
