package powergrid.api.metric;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.agent.Agent;
import powergrid.api.plugin.PluginFactory;

/**
 * Makes metrics.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface MetricFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes a metric.
   *
   * @param configuration bound and checked
   * @return a new metric
   */
  Metric create(C configuration);

  /**
   * Checks that a configuration fits the agents whose episodes it is to measure, before anything
   * runs: one that it names may not be there.
   *
   * @param configuration bound and checked
   * @param agents all of them
   * @throws powergrid.api.plugin.ConfigurationException if it does not fit
   */
  default void check(C configuration, List<? extends Agent> agents) {}
}
