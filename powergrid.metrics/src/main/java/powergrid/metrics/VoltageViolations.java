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
 * Time that service nodes ({@link powergrid.api.network.Network#serviceNodes()}) spent outside 0.95
 * to 1.05 pu, with a tolerance of 1e-6 pu: node hours. Nodes without supply are not counted.
 */
@Component(service = MetricFactory.class)
@PluginType("voltage-violations")
@PluginHelp("node hours outside 0.95 to 1.05 pu")
public final class VoltageViolations extends PlainMetric {
  private static final double LOW = square(Feeders.LEAST_VOLTAGE - Feeders.TOLERANCE);
  private static final double HIGH = square(Feeders.GREATEST_VOLTAGE + Feeders.TOLERANCE);

  @Override
  public Metric create(NoFields configuration) {
    return new Total("node·h", Better.LOWER, VoltageViolations::of);
  }

  private static double square(double value) {
    return value * value;
  }

  private static double of(StepView step) {
    return step.hours() * Feeders.sum(step, VoltageViolations::outside);
  }

  private static double outside(FeederView feeder) {
    double[] re = feeder.solution().re();
    double[] im = feeder.solution().im();
    int count = 0;
    for (int node : feeder.network().serviceNodes()) {
      double magnitude = re[node] * re[node] + im[node] * im[node];
      if (magnitude > HIGH || (magnitude < LOW && magnitude > 0)) {
        count++;
      }
    }
    return count;
  }
}
