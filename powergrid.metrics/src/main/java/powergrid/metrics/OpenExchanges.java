package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Steps in which peers did not come to an end of themselves. */
@Component(service = MetricFactory.class)
@PluginType("open-exchanges")
@PluginHelp("steps in which peers ran out of rounds or time before they agreed")
public final class OpenExchanges extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("", Better.LOWER, OpenExchanges::of);
  }

  private static double of(StepView step) {
    return step.agreed() ? 0 : 1;
  }
}
