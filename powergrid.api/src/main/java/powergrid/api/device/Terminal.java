package powergrid.api.device;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;
import powergrid.api.powerflow.VoltageResponse;

/**
 * A device's connection to the network, resolved to nodes beforehand: no bus name reaches a device.
 * Positive power is injected into the network.
 */
@ProviderType
public interface Terminal {
  /**
   * The phases it is connected to.
   *
   * @return at least one
   */
  Phases phases();

  /**
   * How it is connected.
   *
   * @return wye (line to neutral) or delta (line to line)
   */
  Connection connection();

  /**
   * Injects power in the coming solve, in equal parts on its phases. Replaces what was injected
   * before; holds until replaced.
   *
   * @param pMw MW, all phases together
   * @param qMvar MVAr, all phases together
   */
  void inject(double pMw, double qMvar);

  /**
   * Makes the device the meter at its network's source: it injects nothing, and is settled with the
   * power that the source supplies. To be called when the device is made.
   *
   * @throws powergrid.api.plugin.ConfigurationException if the bus is not a source
   */
  void meterSource();

  /**
   * Lets the device's power follow its voltage within the solve, as a volt-var curve does: what it
   * says then is injected on top of what {@link #inject} says, and settled with it. To be called
   * once, when the device is made.
   *
   * @param ratingMva rating of the device, MVA
   * @param response what it wants at a voltage; its settings may change between solves
   */
  void follow(double ratingMva, VoltageResponse response);
}
