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
   * Where it declares its actions. A device that follows a requested power has one continuous
   * action in MW, whose bounds are what may be asked of it: {@code p}, a set point; {@code pLimit},
   * a ceiling on what is available; or {@code consumption}, a set point with the sign turned. Its
   * value at reset is where it rests: what the device does when nobody asks. Protocols and policies
   * know by its name and unit whom they can dispatch; a power of another name is left to the agent.
   *
   * @return empty until it does
   */
  Variables actions();

  /**
   * Where it declares its state, grouped by features: {@code control}, {@code commitment}, {@code
   * economics}, {@code storage}, or one of its own. Every device has, without declaring them, the
   * feature {@code electrical} (realised power, voltage and current) and, of {@code economics},
   * {@code costUsd} and {@code revenueUsd} of the last step.
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
   * Takes over the taps of a regulator of its network: a control that the network gives it rests.
   *
   * @param id of the regulator, as a branch of the device's own network
   * @return its taps
   * @throws powergrid.api.plugin.ConfigurationException if there is no such regulator, naming those
   *     there are, or another device has it
   */
  RegulatorTaps regulator(String id);

  /**
   * Takes over the switch of a capacitor of its network: a control that the network gives it rests.
   *
   * @param id of the capacitor
   * @return its switch
   * @throws powergrid.api.plugin.ConfigurationException if there is no such capacitor, naming those
   *     there are, or another device has it
   */
  CapacitorBreaker capacitor(String id);

  /**
   * A stream of its own.
   *
   * @return reseeded at every reset
   */
  RandomStream random();
}
