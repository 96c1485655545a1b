package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Steps in which a network had no solution, one a network. */
@Component(service = MetricFactory.class)
@PluginType("blackouts")
@PluginHelp("steps in which a network had no solution")
public final class Blackouts extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("", Better.LOWER, Blackouts::of);
  }

  static double of(StepView step) {
    int count = 0;
    for (int i = 0; i < step.feeders().size(); i++) {
      count += step.feeders().get(i).blackout() ? 1 : 0;
    }
    return count;
  }
}
