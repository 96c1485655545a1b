package powergrid.api.network;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes networks.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface NetworkFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes a network.
   *
   * @param configuration bound and checked
   * @return a network
   */
  Network create(C configuration);
}
