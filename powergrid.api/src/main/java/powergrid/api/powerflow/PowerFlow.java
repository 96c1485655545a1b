package powergrid.api.powerflow;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.network.Network;

/**
 * A method of solving networks: an OSGi service with a {@link powergrid.api.plugin.PluginType}. Of
 * those that do not refuse a network, the one of the highest {@code service.ranking} solves it.
 */
@ConsumerType
public interface PowerFlow {
  /**
   * Why it cannot solve a network.
   *
   * @param network to be solved
   * @return empty if it can; else the element at fault and what it would need
   */
  Optional<String> refuses(Network network);

  /**
   * Prepares to solve a network.
   *
   * @param network one that it does not refuse
   * @return a solver at flat start
   * @throws IllegalArgumentException if it refuses the network
   */
  Solver prepare(Network network);
}
