package powergrid.metrics;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Level;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * How unequally grid agents are used: the variance of power over capacity, mean over steps. Power
 * and capacity are of the devices that can be dispatched, the latter the greatest that they offered
 * in the step, if anybody asked. An agent without capacity is left out, as is a step with fewer
 * than two others, or with a network in blackout, where all are used alike, for nothing; NaN where
 * no step is left.
 */
@Component(service = MetricFactory.class)
@PluginType("load-balance")
@PluginHelp("variance over grid agents of power by capacity, mean over steps")
public final class LoadBalance extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Ratio(
        "", Better.LOWER, Double.NaN, LoadBalance::variance, step -> compares(step) ? 1 : 0);
  }

  private static boolean compares(StepView step) {
    List<? extends Agent> agents = step.agents();
    int count = 0;
    for (int i = 0; i < agents.size(); i++) {
      count += Double.isNaN(share(step, agents.get(i))) ? 0 : 1;
    }
    return count > 1 && Blackouts.of(step) == 0;
  }

  /** 0 where there is nothing to compare. */
  private static double variance(StepView step) {
    if (!compares(step)) {
      return 0;
    }
    List<? extends Agent> agents = step.agents();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < agents.size(); i++) {
      double share = share(step, agents.get(i));
      if (!Double.isNaN(share)) {
        sum += share;
        count++;
      }
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = 0; i < agents.size(); i++) {
      double share = share(step, agents.get(i));
      if (!Double.isNaN(share)) {
        squares += (share - mean) * (share - mean);
      }
    }
    return squares / count;
  }

  /** Power by capacity; NaN for an agent that has no capacity or is no grid. */
  private static double share(StepView step, Agent agent) {
    if (agent.level() != Level.GRID) {
      return Double.NaN;
    }
    double capacity = 0;
    for (int k = 0; k < agent.children().size(); k++) { // an iterator would be an allocation
      Agent child = agent.children().get(k);
      Flexibility offer = child.dispatch() == null ? null : step.offered(child.index());
      capacity += offer == null ? 0 : offer.maxMw();
    }
    return capacity > 0 ? Agents.dispatchedMw(step, agent) / capacity : Double.NaN;
  }
}
