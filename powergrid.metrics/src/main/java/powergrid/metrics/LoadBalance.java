package powergrid.metrics;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Level;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * How unequally grid agents are used: the variance of net power over capacity, mean over steps. An
 * agent's capacity is the greatest power that its devices offered in the step, of those that were
 * asked; one that has none is left out, as is a step in which nobody has any.
 */
@Component(service = MetricFactory.class)
@PluginType("load-balance")
@PluginHelp("variance over grid agents of power by capacity, mean over steps")
public final class LoadBalance extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Mean("", LoadBalance::of);
  }

  private static double of(StepView step) {
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

  /** Net power by capacity; NaN for an agent that has no capacity or is no grid. */
  private static double share(StepView step, Agent agent) {
    if (agent.level() != Level.GRID) {
      return Double.NaN;
    }
    double capacity = 0;
    for (int k = 0; k < agent.children().size(); k++) { // an iterator would be an allocation
      Flexibility offer = step.offered(agent.children().get(k).index());
      capacity += offer == null ? 0 : offer.maxMw();
    }
    return capacity > 0 ? step.netMw(agent.index()) / capacity : Double.NaN;
  }
}
