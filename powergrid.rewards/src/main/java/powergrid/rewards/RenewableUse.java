package powergrid.rewards;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.reward.Reward;
import powergrid.api.reward.RewardFactory;

/**
 * Use of what sun and wind offer: a price for every MWh that devices which can curtail inject.
 *
 * @param shared true for all of them, the same for each agent; false for an agent's own
 * @param usdPerMwh what a MWh is worth
 */
public record RenewableUse(
    @Field(value = "true", help = "What all use for each, or only what an agent does")
        boolean shared,
    @Field(unit = "USD/MWh", min = 0, value = "50", help = "What a MWh is worth") double usdPerMwh)
    implements Reward {
  @Override
  public double of(int agent, StepView step) {
    double mwh = 0;
    if (shared) {
      List<? extends Agent> agents = step.agents();
      for (int i = 0; i < agents.size(); i++) {
        mwh += agents.get(i).parent() == null ? used(step, i) : 0;
      }
    } else {
      mwh = used(step, agent);
    }
    return usdPerMwh * mwh;
  }

  private static double used(StepView step, int agent) {
    return step.availableMwh(agent) - step.curtailedMwh(agent);
  }

  /** Makes it. */
  @Component(service = RewardFactory.class)
  @PluginType("renewable-use")
  @PluginHelp("a price for every MWh that sun and wind give")
  public static final class Factory implements RewardFactory<RenewableUse> {
    @Override
    public Class<RenewableUse> configType() {
      return RenewableUse.class;
    }

    @Override
    public Reward create(RenewableUse configuration) {
      return configuration;
    }
  }
}
