package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Rounds that peers took to coordinate. */
@Component(service = MetricFactory.class)
@PluginType("rounds")
@PluginHelp("rounds of exchange among peers, over all steps")
public final class Rounds extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("", Better.LOWER, StepView::rounds);
  }
}
