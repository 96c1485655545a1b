package powergrid.api.environment;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/** A network of the environment as the last solve found it. */
@ProviderType
public interface FeederView {
  /**
   * The network.
   *
   * @return immutable
   */
  Network network();

  /**
   * What the last solve was told: powers, taps, and which branches and capacitors are closed; not
   * to be written.
   *
   * @return valid until the next step
   */
  Injections injections();

  /**
   * The solution; not to be written.
   *
   * @return valid until the next step
   */
  Solution solution();

  /**
   * The solution with the currents through the branches, which are worked out when somebody first
   * asks for them after a solve.
   *
   * @return {@link #solution}, its currents completed; of no meaning in a blackout
   * @throws IllegalStateException if nobody asked before the environment was closed or lost a
   *     plug-in
   */
  Solution flows();

  /**
   * Whether the network had no solution; its voltages are then the last valid ones.
   *
   * @return true in a blackout
   */
  boolean blackout();

  /**
   * Whether the controls around the solve came to rest.
   *
   * @return false if curves or taps found none; the solution is then where they were left
   */
  boolean settled();

  /**
   * Steps that single phases' taps moved in the last step.
   *
   * @return a count
   */
  int tapMoves();

  /**
   * How often capacitors switched in the last step.
   *
   * @return a count
   */
  int capacitorMoves();

  /**
   * How many branches that should have been closed stayed open in the last step, because the
   * voltages on their two sides were too far apart.
   *
   * @return a count
   */
  int refusedClosings();

  /**
   * Energy that the network's loads would have taken and did not get.
   *
   * @return MWh of the last step
   */
  double notServedMwh();
}
