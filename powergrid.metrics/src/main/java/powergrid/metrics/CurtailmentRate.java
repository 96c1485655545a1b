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
 * Energy that was available and not used, as a share of all that was available, in percent: that of
 * devices that can curtail, such as solar and wind. 0 where there was none.
 */
@Component(service = MetricFactory.class)
@PluginType("curtailment-rate")
@PluginHelp("share of the available energy that was not used")
public final class CurtailmentRate extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Ratio(
        "%",
        Better.LOWER,
        0,
        step -> 100 * Agents.sumAtTop(step, StepView::curtailedMwh),
        step -> Agents.sumAtTop(step, StepView::availableMwh));
  }
}
