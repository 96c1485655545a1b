package powergrid.api.powerflow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
   * The order in which methods are asked for a network.
   *
   * @param ranked methods, of the highest ranking first
   * @param network to be solved
   * @param unbalanced whether anything that is connected to it may differ by phase
   * @return places in the list
   */
  static List<Integer> order(
      List<? extends PowerFlow> ranked, Network network, boolean unbalanced) {
    boolean balancedFirst = !unbalanced && !network.assumptions().isEmpty();
    Comparator<Integer> preferred =
        Comparator.comparing(i -> !(balancedFirst && ranked.get(i).balanced()));
    return IntStream.range(0, ranked.size()).boxed().sorted(preferred).toList();
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
