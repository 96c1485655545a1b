package powergrid.powerflow.control;

import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.powerflow.ControlLoops;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Solver;

/**
 * Puts control loops around solvers: curves to convergence, then one move of a tap or a capacitor,
 * and again, as OpenDSS and the outer loops of transmission programs do.
 */
@Component
public final class OuterLoops implements ControlLoops {
  @Override
  public ControlledSolver around(Network network, Solver solver) {
    return new LoopedSolver(network, solver);
  }
}
