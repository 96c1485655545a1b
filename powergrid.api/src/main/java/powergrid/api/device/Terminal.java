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

  /**
   * Makes the device grid-forming: where nothing else supplies its bus, it forms the voltage there,
   * and its power is what its island takes instead of what it injects; several in an island share
   * by their ratings. While the grid supplies it, it injects as others do. To be called once, when
   * the device is made; {@link #carry} then belongs into every {@code act}.
   *
   * @param voltagePu magnitude that it forms, pu
   * @param ratingMva its rating, MVA, beyond which it is overloaded
   * @throws powergrid.api.plugin.ConfigurationException if the device is not on all three phases,
   *     wye
   */
  void formGrid(double voltagePu, double ratingMva);

  /**
   * Says how much power a grid-forming device could supply in the coming step. Beyond it, or beyond
   * its rating, devices of the island that have a {@code shedPriority} are disconnected for the
   * step, the lowest first; if that does not help, the island is dark. Holds until replaced.
   *
   * @param minMw least power, MW injected; below 0 where it can take a surplus
   * @param maxMw greatest power, MW injected
   */
  void carry(double minMw, double maxMw);
}
