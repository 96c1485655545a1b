package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Energy that loads would have taken and did not get, MWh. */
@Component(service = MetricFactory.class)
@PluginType("energy-not-served")
@PluginHelp("energy that loads would have taken and did not get")
public final class EnergyNotServed extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("MWh", Better.LOWER, EnergyNotServed::of);
  }

  private static double of(StepView step) {
    double sum = 0;
    for (int i = 0; i < step.feeders().size(); i++) {
      sum += step.feeders().get(i).notServedMwh();
    }
    return sum;
  }
}
