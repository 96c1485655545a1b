package powergrid.powerflow.meshed;

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
 * Three-phase power flow of networks of every shape: the nodal admittance matrix is factorised once
 * for a position of switches, taps and capacitors, and the loads' currents are injected into it
 * until the voltages stand still (the implicit Z-bus Gauss method: T.-H. Chen et al., Distribution
 * system power flow analysis, a rigid approach, IEEE Transactions on Power Delivery 6(3), 1991).
 *
 * <p>It solves what the radial sweep does, and beside that loops, several sources in an island,
 * transformers with windings of every kind and open banks. Switches and regulators without
 * impedance join their nodes exactly; a loop of such branches alone, or one that joins two sources,
 * leaves currents without a value and is an error. A section that nothing connects to ground, such
 * as one behind a delta winding, has definite line-to-line voltages only: what its phases have in
 * common is made zero, or left to its loads where some are connected between a phase and ground.
 * Buses that nothing supplies are dark.
 *
 * <p>Where currents are too great for the voltages to stand still, Newton's method on the current
 * mismatches takes over (P. A. N. Garcia et al., Three-phase power flow calculations using the
 * current injection method, IEEE Transactions on Power Systems 15(2), 2000).
 */
@Component(service = PowerFlow.class, property = "service.ranking:Integer=50")
@PluginType("current-injection")
@PluginHelp("three-phase current injection for networks of every shape")
public final class CurrentInjection implements PowerFlow {
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
  public CurrentInjection(Settings settings) {
    this(settings.tolerancePu(), settings.maxIterations());
  }

  /** Solves to 1e-6 pu in at most 100 iterations. */
  public CurrentInjection() {
    this(1e-6, 100);
  }

  /**
   * Solves to a tolerance.
   *
   * @param tolerancePu greatest change of a voltage in the last iteration, pu; from 1e-13
   * @param maxIterations at least 1
   */
  public CurrentInjection(double tolerancePu, int maxIterations) {
    Stopping.check("tolerancePu", tolerancePu, maxIterations);
    this.tolerancePu = tolerancePu;
    this.maxIterations = maxIterations;
  }

  @Override
  public Optional<String> refuses(Network network) {
    return Optional.ofNullable(MeshedSolver.obstacle(network));
  }

  @Override
  public Solver prepare(Network network) {
    String obstacle = MeshedSolver.obstacle(network);
    if (obstacle != null) {
      throw new IllegalArgumentException(obstacle);
    }
    return new MeshedSolver(network, tolerancePu, maxIterations);
  }
}
