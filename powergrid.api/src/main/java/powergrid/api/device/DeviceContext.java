package powergrid.api.device;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Variables;
import powergrid.api.dataset.Series;
import powergrid.api.random.RandomStream;

/** All that a device is given when it is made; it may keep what it gets. */
@ProviderType
public interface DeviceContext {
  /**
   * The device's id.
   *
   * @return as in the scenario
   */
  String id();

  /**
   * Where it declares its actions. A device that follows a requested power has one action in MW,
   * whose bounds are what may be asked of it: {@code p}, a set point, at rest at 0, or {@code
   * pLimit}, a ceiling on what is available, at rest at its top. Protocols and policies know by it
   * whom they can dispatch.
   *
   * @return empty until it does
   */
  Variables actions();

  /**
   * Where it declares its state, grouped by features: {@code control}, {@code commitment}, {@code
   * economics}, {@code storage}, or one of its own. The feature {@code electrical} (realised power
   * and voltage) every device has without declaring it.
   *
   * @param name the feature's
   * @return the device's state, with declarations going under that name
   * @throws IllegalArgumentException if the feature is {@code electrical}
   */
  Variables feature(String name);

  /**
   * Its connection to the network.
   *
   * @return the terminal
   */
  Terminal terminal();

  /**
   * An exogenous series by the name that the scenario's {@code data} gives it.
   *
   * @param name e.g. {@code irradiance}, {@code price}
   * @return the series
   * @throws powergrid.api.plugin.ConfigurationException if no dataset of the scenario has it
   */
  Series series(String name);

  /**
   * A stream of its own.
   *
   * @return reseeded at every reset
   */
  RandomStream random();
}
