package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Energy lost in the branches, MWh. */
@Component(service = MetricFactory.class)
@PluginType("losses")
@PluginHelp("energy lost in the networks")
public final class Losses extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("MWh", Better.LOWER, Losses::of);
  }

  private static double of(StepView step) {
    return step.hours() * Feeders.sum(step, feeder -> feeder.solution().lossesMw());
  }
}
