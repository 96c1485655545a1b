package powergrid.metrics;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/**
 * How far what grid agents did was from what was asked of them, |asked − realised|, MW: the mean
 * over all that was asked, 0 where nothing was. Realised is the power of those of an agent's
 * children that can be dispatched, as a power that is asked of it is for them.
 */
@Component(service = MetricFactory.class)
@PluginType("unrealised")
@PluginHelp("how far grid agents' power was from what was asked of them")
public final class Unrealised extends PlainMetric {
  @Override
  public Metric create(NoFields configuration) {
    return new Ratio("MW", Better.LOWER, 0, Unrealised::missedMw, Unrealised::requests);
  }

  private static double missedMw(StepView step) {
    List<? extends Agent> agents = step.agents();
    double sum = 0;
    for (int i = 0; i < agents.size(); i++) {
      if (asked(step, agents.get(i))) {
        sum += Math.abs(step.requestedMw(i) - Agents.dispatchedMw(step, agents.get(i)));
      }
    }
    return sum;
  }

  private static double requests(StepView step) {
    List<? extends Agent> agents = step.agents();
    int count = 0;
    for (int i = 0; i < agents.size(); i++) {
      count += asked(step, agents.get(i)) ? 1 : 0;
    }
    return count;
  }

  private static boolean asked(StepView step, Agent agent) {
    return agent.level() == Level.GRID && !Double.isNaN(step.requestedMw(agent.index()));
  }
}
