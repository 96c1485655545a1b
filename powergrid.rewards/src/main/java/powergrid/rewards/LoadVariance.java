package powergrid.rewards;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Level;
import powergrid.api.environment.StepView;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.reward.Reward;
import powergrid.api.reward.RewardFactory;

/**
 * Equal use of unequal means: minus the variance over grid agents of power by capacity, which is
 * what ratio consensus brings to zero. Power and capacity are of the devices that can be
 * dispatched, the latter the greatest that they offered in the step, if anybody asked; an agent
 * that has none is left out, and gets nothing where the reward is its own.
 *
 * @param shared true for the variance, the same for each; false for the square of an agent's own
 *     distance from the mean
 * @param usd USD for a variance of 1 over an hour
 */
public record LoadVariance(
    @Field(value = "true", help = "The variance for each, or an agent's own part of it")
        boolean shared,
    @Field(unit = "USD/h", min = 0, value = "100", help = "Price of a variance of 1") double usd)
    implements Reward {
  @Override
  public double of(int agent, StepView step) {
    List<? extends Agent> agents = step.agents();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < agents.size(); i++) {
      double use = use(step, agents.get(i));
      if (!Double.isNaN(use)) {
        sum += use;
        count++;
      }
    }
    if (count == 0) {
      return 0;
    }
    double mean = sum / count;
    if (!shared) {
      double own = use(step, agents.get(agent));
      return Double.isNaN(own) ? 0 : -usd * step.hours() * (own - mean) * (own - mean);
    }
    double squares = 0;
    for (int i = 0; i < agents.size(); i++) {
      double use = use(step, agents.get(i));
      squares += Double.isNaN(use) ? 0 : (use - mean) * (use - mean);
    }
    return -usd * step.hours() * squares / count;
  }

  /** Power by capacity; NaN for an agent that has no capacity or is no grid. */
  private static double use(StepView step, Agent agent) {
    double power = 0;
    double capacity = 0;
    for (int k = 0; k < agent.children().size(); k++) { // an iterator would be an allocation
      Agent child = agent.children().get(k);
      if (child.dispatch() != null) {
        Flexibility offer = step.offered(child.index());
        power += step.netMw(child.index());
        capacity += offer == null ? 0 : offer.maxMw();
      }
    }
    return agent.level() == Level.GRID && capacity > 0 ? power / capacity : Double.NaN;
  }

  /** Makes it. */
  @Component(service = RewardFactory.class)
  @PluginType("load-variance")
  @PluginHelp("minus the variance over grid agents of power by capacity")
  public static final class Factory implements RewardFactory<LoadVariance> {
    @Override
    public Class<LoadVariance> configType() {
      return LoadVariance.class;
    }

    @Override
    public Reward create(LoadVariance configuration) {
      return configuration;
    }
  }
}
