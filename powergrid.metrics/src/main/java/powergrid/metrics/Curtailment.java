package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Energy that was available and not used, MWh. */
@Component(service = MetricFactory.class)
@PluginType("curtailment")
@PluginHelp("energy that was available and not used")
public final class Curtailment extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("MWh", Better.LOWER, step -> Agents.sumAtTop(step, StepView::curtailedMwh));
  }
}
