package powergrid.api.powerflow;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.network.Network;

/**
 * A method of solving networks: an OSGi service with a {@link powergrid.api.plugin.PluginType}. Of
 * those that do not refuse a network, the one of the highest {@code service.ranking} solves it;
 * where a network has {@linkplain Network#assumptions() assumptions} about what happens out of
 * balance and nothing unbalanced is connected to it, {@linkplain #balanced() balanced} methods come
 * first.
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
   * Whether it solves for one phase and takes the two others to be like it. Injections must then be
   * equal on all phases.
   *
   * @return false for a three-phase method
   */
  default boolean balanced() {
    return false;
  }

  /**
   * Prepares to solve a network.
   *
   * @param network one that it does not refuse
   * @return a solver at flat start
   * @throws IllegalArgumentException if it refuses the network
   */
  Solver prepare(Network network);
}
