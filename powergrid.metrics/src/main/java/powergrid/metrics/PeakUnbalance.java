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
 * The greatest voltage unbalance factor of any bus in any step, in percent, of the buses that
 * {@link Unbalance} looks at; 0 where there are none.
 */
@Component(service = MetricFactory.class)
@PluginType("peak-unbalance")
@PluginHelp("greatest voltage unbalance of any bus and step")
public final class PeakUnbalance extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Greatest("%", Better.LOWER, PeakUnbalance::of);
  }

  private static double of(StepView step) {
    double worst = Unbalance.of(step);
    return Double.isNaN(worst) ? 0 : worst;
  }
}
