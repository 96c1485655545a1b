package powergrid.powerflow.sweep;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import powergrid.api.network.Network;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solver;
import powergrid.powerflow.model.Stopping;

/**
 * Three-phase power flow of radial networks by backward and forward sweeps (Kersting's ladder
 * method), without a matrix.
 *
 * <p>It solves any mix of one-, two- and three-phase laterals: lines with coupled phases and
 * charging, grounded-wye transformers, regulators, switches, capacitors, loads of all models
 * between phases and ground or between phases. A network may have several sources, one an island.
 *
 * <p>Any branch can be opened and closed between solves. What is then without supply has zero
 * voltage, and its loads, capacitors and injections take and give nothing; a bus that no position
 * of the switches would supply is refused. Closing a loop, or joining two sources, makes {@link
 * Solver#solve} throw an {@link IllegalStateException} that names the branch: the network is no
 * longer radial.
 *
 * <p>A solve has converged when no voltage changes by more than the tolerance in an iteration. It
 * has diverged when that takes too many iterations, or when a constant power or current would have
 * to work below 0.1 pu of its rated voltage without being allowed to turn into an impedance.
 */
@Component(service = PowerFlow.class, property = "service.ranking:Integer=100")
@PluginType("radial-sweep")
@PluginHelp("three-phase backward/forward sweep of radial networks")
public final class RadialSweep implements PowerFlow {
  private final double tolerancePu;
  private final int maxIterations;

  /**
   * Settings of the component.
   *
   * <p>{@code tolerancePu}: the greatest change of a voltage in the last iteration, pu. {@code
   * maxIterations}: how many iterations a solve may take.
   */
  public @interface Settings {
    /** Greatest change of a voltage in the last iteration, pu. */
    double tolerancePu() default 1e-6;

    /** Iterations a solve may take. */
    int maxIterations() default 100;
  }

  /**
   * For Declarative Services.
   *
   * @param settings from Configuration Admin, or the defaults
   */
  @Activate
  public RadialSweep(Settings settings) {
    this(settings.tolerancePu(), settings.maxIterations());
  }

  /** Sweeps to 1e-6 pu in at most 100 iterations. */
  public RadialSweep() {
    this(1e-6, 100);
  }

  /**
   * Sweeps to a tolerance.
   *
   * @param tolerancePu greatest change of a voltage in the last iteration, pu; from 1e-13
   * @param maxIterations at least 1
   */
  public RadialSweep(double tolerancePu, int maxIterations) {
    Stopping.check("tolerancePu", tolerancePu, maxIterations);
    this.tolerancePu = tolerancePu;
    this.maxIterations = maxIterations;
  }

  @Override
  public Optional<String> refuses(Network network) {
    return Optional.ofNullable(Fitness.obstacle(network));
  }

  @Override
  public Solver prepare(Network network) {
    String obstacle = Fitness.obstacle(network);
    if (obstacle != null) {
      throw new IllegalArgumentException(obstacle);
    }
    return new SweepSolver(network, tolerancePu, maxIterations);
  }
}
