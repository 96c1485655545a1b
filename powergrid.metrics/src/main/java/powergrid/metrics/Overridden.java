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
 * How far the power that protocols asked of agents was from their own decision, |asked − proposed|,
 * MW: the mean over steps and deciding agents, those of whom nothing was asked included.
 */
@Component(service = MetricFactory.class)
@PluginType("override")
@PluginHelp("how far protocols move agents from their own decisions")
public final class Overridden extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Mean(
        "MW", Better.NEITHER, step -> Agents.meanOfDeciders(step, StepView::overrideMw));
  }
}
