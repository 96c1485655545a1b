package powergrid.metrics;

import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * How far service nodes were outside 0.95 to 1.05 pu, over time: pu·h. A node without supply counts
 * nothing.
 */
@Component(service = MetricFactory.class)
@PluginType("voltage-severity")
@PluginHelp("how far and how long nodes were outside 0.95 to 1.05 pu")
public final class VoltageSeverity extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("pu·h", Better.LOWER, VoltageSeverity::of);
  }

  private static double of(StepView step) {
    return step.hours() * Feeders.sum(step, VoltageSeverity::outside);
  }

  private static double outside(FeederView feeder) {
    double[] re = feeder.solution().re();
    double[] im = feeder.solution().im();
    double sum = 0;
    for (int node : feeder.network().serviceNodes()) {
      double magnitude = Math.sqrt(re[node] * re[node] + im[node] * im[node]);
      double excess =
          Math.max(magnitude - Feeders.GREATEST_VOLTAGE, Feeders.LEAST_VOLTAGE - magnitude);
      if (excess > Feeders.TOLERANCE && magnitude > 0) {
        sum += excess;
      }
    }
    return sum;
  }
}
