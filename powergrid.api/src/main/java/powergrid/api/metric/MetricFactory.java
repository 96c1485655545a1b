package powergrid.api.metric;

import org.osgi.annotation.versioning.ConsumerType;
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
}
