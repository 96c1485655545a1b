package powergrid.api.protocol;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes horizontal protocols.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface HorizontalProtocolFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes one, for all participants.
   *
   * @param configuration bound and checked
   * @return a protocol; may be the configuration itself
   */
  HorizontalProtocol create(C configuration);
}
