package powergrid.api.protocol;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes vertical protocols.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface VerticalProtocolFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes one; every parent has its own.
   *
   * @param configuration bound and checked
   * @return a protocol; may be the configuration itself
   */
  VerticalProtocol create(C configuration);
}
