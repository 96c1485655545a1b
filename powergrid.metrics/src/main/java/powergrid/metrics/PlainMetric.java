package powergrid.metrics;

import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;

/** A factory of metrics that have nothing to configure. */
abstract class PlainMetric implements MetricFactory<NoFields> {
  @Override
  public final Class<NoFields> configType() {
    return NoFields.class;
  }
}
