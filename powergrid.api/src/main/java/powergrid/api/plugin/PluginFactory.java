package powergrid.api.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What every plug-in is: an OSGi service, marked with {@link PluginType}, that makes plain objects
 * from a configuration. A factory is used when an environment is assembled and never during a step;
 * it may be called from several threads at once and holds no state of what it made.
 *
 * @param <C> the configuration, a record whose components are the scenario's fields, each described
 *     by {@link Field}
 */
@ConsumerType
public interface PluginFactory<C extends Record> {
  /**
   * The configuration's class.
   *
   * @return a public record
   */
  Class<C> configType();
}
