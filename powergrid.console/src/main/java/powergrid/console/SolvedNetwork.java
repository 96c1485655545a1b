package powergrid.console;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/**
 * A solved network and how it was solved.
 *
 * @param network what was solved
 * @param injections with which
 * @param solution what was found, flows included
 * @param method type of the power flow
 * @param settled whether the controls around it came to rest
 */
record SolvedNetwork(
    Network network, Injections injections, Solution solution, String method, boolean settled) {
  static final double LOW_PU = 0.95;
  static final double HIGH_PU = 1.05;
  static final String PHASES = "abc";
  private static final double TOLERANCE_PU = 1e-6;

  boolean present(int node) {
    return network.buses().get(node / 3).phases().has(node % 3);
  }

  /** Whether a phase that is present has no supply. */
  boolean dark(int node) {
    return present(node) && solution.magnitude(node) == 0;
  }

  /** Whether a voltage that limits apply to is outside them. */
  boolean violated(int node) {
    double pu = solution.magnitude(node);
    return Arrays.binarySearch(network.serviceNodes(), node) >= 0
        && !dark(node)
        && (pu < LOW_PU - TOLERANCE_PU || pu > HIGH_PU + TOLERANCE_PU);
  }

  long violations() {
    return IntStream.range(0, 3 * network.buses().size()).filter(this::violated).count();
  }

  List<BranchFlow> flows() {
    return IntStream.range(0, network.branches().size())
        .mapToObj(branch -> BranchFlow.of(network, solution, branch))
        .toList();
  }
}
