package powergrid.baselines.mpc;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.planning.Foresight;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;
import powergrid.api.space.Axis;

/**
 * Model predictive control, as the package describes it, for a parent whose action is a power for
 * every child, and for a device that decides for itself.
 *
 * @param horizon how far it plans
 * @param forecast what it takes the steps ahead to bring
 * @param fine how far it plans step by step
 * @param coarse length of an interval beyond that
 * @param settle whether stored energy is worth something at the end
 * @param tariff name of the series of prices
 * @param network what it takes its network to be
 * @param voltageUsd price of a pu·h of a node's voltage outside the band
 * @param vMinPu lower end of the band
 * @param vMaxPu upper end of the band
 */
public record Mpc(
    @Field(value = "24h", help = "How far it plans, at most to the episode's end") Duration horizon,
    @Field(
            value = "persistence",
            help =
                "What it takes to come where prices or weather are not known ahead: what was last"
                    + " known, what the scenario's data forecasts, or what really comes (perfect)")
        Foresight forecast,
    @Field(value = "4h", help = "How far it plans step by step") Duration fine,
    @Field(value = "1h", help = "Length of an interval beyond that") Duration coarse,
    @Field(
            value = "true",
            help = "Whether what is stored at the end is worth the mean price, as in cost-settled")
        boolean settle,
    @Field(
            value = "price",
            help = "Series of prices that stored energy is worth, and all power without a meter")
        String tariff,
    @Field(value = "linear", help = "What it takes the microgrid's network to be")
        NetworkModel network,
    @Field(
            unit = "USD",
            min = 0,
            value = "10",
            help = "Price of a pu·h of a node's voltage outside the band, as in cost-safety")
        double voltageUsd,
    @Field(unit = "pu", min = 0, max = 1, value = "0.95", help = "Lower end of the voltage band")
        double vMinPu,
    @Field(unit = "pu", min = 1, max = 2, value = "1.05", help = "Upper end of the voltage band")
        double vMaxPu) {
  /** Checks the horizon. */
  public Mpc {
    if (horizon.isZero()) {
      throw new ConfigurationException("horizon", "is 0: give a time such as 24h");
    }
    if (coarse.isZero()) {
      throw new ConfigurationException("coarse", "is 0: give a time such as 1h");
    }
  }

  private Policy policy(Agent agent) {
    if (agent.actionSpace().size() == 0) {
      return decision -> {};
    }
    if (agent.level() == Level.DEVICE && agent.dispatch() != null) {
      return new OwnPlan(this);
    }
    if (agent.level() == Level.GRID && ChildrenPlan.drives(agent)) {
      return new ChildrenPlan(this, agent);
    }
    throw new ConfigurationException(
        "",
        String.format(
            Locale.ROOT,
            "mpc cannot drive %s, which decides on %s: it is for microgrids whose action is a power"
                + " for every device (protocol: setpoint) and for devices with a power in MW",
            agent.id(),
            agent.actionSpace().axes().stream().map(Axis::name).collect(Collectors.joining(", "))));
  }

  /** Makes it. */
  @Component(service = PolicyFactory.class)
  @PluginType("mpc")
  @PluginHelp("model predictive control: plans devices' costs over a horizon, does the first step")
  public static final class Factory implements PolicyFactory<Mpc> {
    @Override
    public Class<Mpc> configType() {
      return Mpc.class;
    }

    @Override
    public Policy create(Mpc configuration, Agent agent) {
      return configuration.policy(agent);
    }
  }
}
