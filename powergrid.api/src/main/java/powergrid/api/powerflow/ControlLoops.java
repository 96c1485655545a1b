package powergrid.api.powerflow;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.network.Network;

/**
 * Puts what controls a network around a solver of it: regulators, switched capacitors, units whose
 * power follows their voltage, grid-forming sources that share an island. An OSGi service.
 */
@ProviderType
public interface ControlLoops {
  /**
   * Puts control loops around a solver.
   *
   * @param network what it solves
   * @param solver to be used through the result alone from then on
   * @return nothing follows voltages yet, and taps and capacitors stay where they are
   */
  ControlledSolver around(Network network, Solver solver);
}
