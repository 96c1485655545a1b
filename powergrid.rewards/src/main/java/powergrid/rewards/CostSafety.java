package powergrid.rewards;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.reward.Reward;
import powergrid.api.reward.RewardFactory;

/**
 * Cost and safety, weighed: {@code −cost − safetyWeight · (violation + voltageWeight · severity)}
 * in USD, with the breaches that devices book and the severity in pu·h by which service voltages
 * leave their band. The voltage is everybody's: its whole severity counts for every agent. A feeder
 * in blackout has no voltages to judge; its cost is the load not served.
 *
 * @param shared true for the sum over all agents, the same for each; false for an agent's own cost
 *     and violation, children included
 * @param safetyWeight USD per unit of violation
 * @param voltageWeight units of violation a pu·h outside the band
 * @param vMinPu lower end of the band
 * @param vMaxPu upper end of the band
 */
public record CostSafety(
    @Field(value = "true", help = "The sum over all agents for each, or only an agent's own")
        boolean shared,
    @Field(unit = "USD", min = 0, value = "10", help = "Price of a unit of violation")
        double safetyWeight,
    @Field(min = 0, value = "1", help = "Units of violation a pu·h of voltage outside the band")
        double voltageWeight,
    @Field(unit = "pu", min = 0, max = 1, value = "0.95", help = "Lower end of the voltage band")
        double vMinPu,
    @Field(unit = "pu", min = 1, max = 2, value = "1.05", help = "Upper end of the voltage band")
        double vMaxPu)
    implements Reward {
  @Override
  public double of(int agent, StepView step) {
    double cost = 0;
    double violation = voltageWeight * severity(step);
    if (shared) {
      List<? extends Agent> agents = step.agents();
      for (int i = 0; i < agents.size(); i++) {
        if (agents.get(i).parent() == null) {
          cost += step.cost(i);
          violation += step.violation(i);
        }
      }
    } else {
      cost = step.cost(agent);
      violation += step.violation(agent);
    }
    return -cost - safetyWeight * violation;
  }

  private double severity(StepView step) {
    double outside = 0;
    List<? extends FeederView> feeders = step.feeders();
    for (int f = 0; f < feeders.size(); f++) {
      FeederView feeder = feeders.get(f);
      if (!feeder.blackout()) {
        outside += outside(feeder);
      }
    }
    return outside * step.hours();
  }

  /** Sum of what the service voltages are below or above the band, pu; no supply counts nothing. */
  private double outside(FeederView feeder) {
    double[] re = feeder.solution().re();
    double[] im = feeder.solution().im();
    double low = vMinPu * vMinPu;
    double high = vMaxPu * vMaxPu;
    double sum = 0;
    for (int node : feeder.network().serviceNodes()) {
      double square = re[node] * re[node] + im[node] * im[node];
      if (square > high) {
        sum += Math.sqrt(square) - vMaxPu;
      } else if (square < low && square > 0) {
        sum += vMinPu - Math.sqrt(square);
      }
    }
    return sum;
  }

  /** Makes it. */
  @Component(service = RewardFactory.class)
  @PluginType("cost-safety")
  @PluginHelp("minus cost, minus weighted breaches of limits and voltage band")
  public static final class Factory implements RewardFactory<CostSafety> {
    @Override
    public Class<CostSafety> configType() {
      return CostSafety.class;
    }

    @Override
    public Reward create(CostSafety configuration) {
      return configuration;
    }
  }
}
