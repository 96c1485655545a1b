package powergrid.powerflow.newton;

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
 * Balanced power flow by Newton's method on the power balance of the buses, in polar coordinates:
 * W. F. Tinney, C. E. Hart, "Power flow solution by Newton's method", IEEE Transactions on Power
 * Apparatus and Systems PAS-86 (1967).
 *
 * <p>It solves phase a of networks of every shape in which all three phases are alike: transposed
 * lines, three-phase transformers of any windings, shift and ratio, regulators whose taps are
 * equal, loads, capacitors and injections that are. Generators that control voltage keep it,
 * whatever reactive power that takes; at the bus of a source they are only an injection. A network
 * may have several islands, and an island several sources, each an ideal one. What is without
 * supply has zero voltage, and what is connected there takes and gives nothing; a bus that no
 * position of the switches would supply is refused.
 *
 * <p>What has no impedance joins its buses to one node, exactly. Where such branches form a loop,
 * the one that comes last carries no current; if their ratios disagree, {@link Solver#solve} throws
 * an {@link IllegalStateException}, as it does for sources and generators that want different
 * voltages at one node, and for taps and injections that are unequal on the phases.
 *
 * <p>A solve has converged when no bus's active or reactive power, all phases together, is out of
 * balance by more than the tolerance, or than what rounding leaves of the power that its branches
 * could carry. The default is a tenth of a milliwatt, so that voltages are right to 1e-9 pu at 400
 * V too. One that does not converge from the last solution starts again from no load. It has
 * diverged when that takes too many iterations too, or when a constant power or current would have
 * to work below 0.1 pu of its rated voltage without being allowed to turn into an impedance.
 *
 * <p>Nothing is allocated by a solve unless branches were opened or closed since the last one.
 */
@Component(service = PowerFlow.class, property = "service.ranking:Integer=10")
@PluginType("newton-raphson")
@PluginHelp("balanced Newton-Raphson with generators that control voltage")
public final class NewtonRaphson implements PowerFlow {
  private final double toleranceMva;
  private final int maxIterations;

  /**
   * Settings of the component.
   *
   * <p>{@code toleranceMva}: the greatest power that a bus may be out of balance, MVA. {@code
   * maxIterations}: how many iterations a solve may take from one start.
   */
  public @interface Settings {
    /** Greatest power out of balance at a bus, all phases together, MVA. */
    double toleranceMva() default 1e-10;

    /** Iterations a solve may take from one start. */
    int maxIterations() default 20;
  }

  /**
   * For Declarative Services.
   *
   * @param settings from Configuration Admin, or the defaults
   */
  @Activate
  public NewtonRaphson(Settings settings) {
    this(settings.toleranceMva(), settings.maxIterations());
  }

  /** Iterates to 1e-10 MVA, 0.1 mW, in at most 20 iterations. */
  public NewtonRaphson() {
    this(1e-10, 20);
  }

  /**
   * Iterates to a tolerance.
   *
   * @param toleranceMva greatest power out of balance at a bus, all phases together, MVA; from
   *     1e-13
   * @param maxIterations at least 1
   */
  public NewtonRaphson(double toleranceMva, int maxIterations) {
    Stopping.check("toleranceMva", toleranceMva, maxIterations);
    this.toleranceMva = toleranceMva;
    this.maxIterations = maxIterations;
  }

  @Override
  public Optional<String> refuses(Network network) {
    return Optional.ofNullable(Balance.obstacle(network));
  }

  @Override
  public boolean balanced() {
    return true;
  }

  @Override
  public Solver prepare(Network network) {
    String obstacle = Balance.obstacle(network);
    if (obstacle != null) {
      throw new IllegalArgumentException(obstacle);
    }
    return new NewtonSolver(network, toleranceMva, maxIterations);
  }
}
