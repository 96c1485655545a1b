package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Cost of the episode, USD. */
@Component(service = MetricFactory.class)
@PluginType("cost")
@PluginHelp("what the agents at the top paid, their children included")
public final class Cost extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("USD", step -> Agents.sumAtTop(step, StepView::cost));
  }
}
