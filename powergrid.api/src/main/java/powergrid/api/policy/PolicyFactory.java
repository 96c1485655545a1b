package powergrid.api.policy;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.agent.Agent;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes policies.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface PolicyFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes a policy for an agent.
   *
   * @param configuration bound and checked
   * @param agent whom it drives
   * @return a policy
   * @throws powergrid.api.plugin.ConfigurationException if it cannot drive such an agent
   */
  Policy create(C configuration, Agent agent);
}
