package powergrid.api.environment;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.network.Network;
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
   * The solution; not to be written.
   *
   * @return valid until the next step
   */
  Solution solution();

  /**
   * Whether the network had no solution; its voltages are then the last valid ones.
   *
   * @return true in a blackout
   */
  boolean blackout();

  /**
   * Energy that the network's loads would have taken and did not get.
   *
   * @return MWh of the last step
   */
  double notServedMwh();
}
