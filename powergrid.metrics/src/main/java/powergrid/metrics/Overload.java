package powergrid.metrics;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.network.Branch;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.powerflow.Solution;

/**
 * How far branches with a rating carried more than it, over time: pu·h, the sum over branches and
 * phases of max(0, current / rating − 1) × hours, at the from end, where {@link Branch#ratingA()}
 * applies.
 */
@Component(service = MetricFactory.class)
@PluginType("overload")
@PluginHelp("how far and how long branches carried more than their rating")
public final class Overload extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Total("pu·h", Better.LOWER, Overload::of);
  }

  private static double of(StepView step) {
    return step.hours() * Feeders.sum(step, Overload::beyond);
  }

  private static double beyond(FeederView feeder) {
    Solution s = feeder.flows();
    List<Branch> branches = feeder.network().branches();
    double sum = 0;
    for (int e = 0; e < branches.size(); e++) { // an iterator would be an allocation
      double rating = branches.get(e).ratingA();
      if (!Double.isNaN(rating)) {
        for (int i = 3 * e; i < 3 * e + 3; i++) {
          double re = s.currentRe()[i];
          double im = s.currentIm()[i];
          sum += Math.max(0, Math.sqrt(re * re + im * im) / rating - 1);
        }
      }
    }
    return sum;
  }
}
