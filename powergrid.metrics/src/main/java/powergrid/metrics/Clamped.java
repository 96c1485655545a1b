package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * How far decisions of callers and policies lay outside what agents can do, before they were
 * clamped: the mean over steps, deciding agents and their axes, in the axes' own units.
 */
@Component(service = MetricFactory.class)
@PluginType("clamped")
@PluginHelp("how far decisions lay outside action spaces")
public final class Clamped extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Mean("", Better.LOWER, step -> Agents.meanOfDeciders(step, StepView::clamped));
  }
}
