package powergrid.api.device;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes devices of one kind.
 *
 * @param <C> the configuration; {@code id}, {@code type}, {@code bus}, {@code phases}, {@code
 *     connection} and {@code policy} are every device's and not part of it
 */
@ConsumerType
public interface DeviceFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes a device.
   *
   * @param configuration bound and checked
   * @param context where it declares its variables and gets its terminal and series
   * @return a new device
   * @throws powergrid.api.plugin.ConfigurationException if the configuration does not fit its place
   */
  Device create(C configuration, DeviceContext context);
}
