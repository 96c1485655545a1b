package powergrid.api.device;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.network.Phases;

/** The taps of a regulator that a device has taken over. To be moved in {@code act}. */
@ProviderType
public interface RegulatorTaps {
  /**
   * The phases it regulates.
   *
   * @return at least one
   */
  Phases phases();

  /**
   * The greatest tap; the least is its negative.
   *
   * @return above 0
   */
  int greatest();

  /**
   * Change of voltage a tap.
   *
   * @return pu
   */
  double step();

  /**
   * Where a phase's tap stands; while the device is made, where an episode begins.
   *
   * @param phase 0, 1 or 2, one that is regulated
   * @return −greatest to greatest
   */
  int tap(int phase);

  /**
   * Moves a phase's tap before the coming solve; it stays there.
   *
   * @param phase 0, 1 or 2, one that is regulated
   * @param tap clamped to what there is
   */
  void tap(int phase, int tap);
}
