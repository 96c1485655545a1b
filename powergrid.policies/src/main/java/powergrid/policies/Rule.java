package powergrid.policies;

import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;

/**
 * How an operator would run a microgrid by hand, from the tariff and what the children report:
 *
 * <ul>
 *   <li>whose action is a price says the tariff of the hour;
 *   <li>whose action is a power for every child dispatches by merit order and keeps batteries
 *       gentle ({@link MeritOrder});
 *   <li>everybody else, devices included, holds.
 * </ul>
 *
 * <p>What else there is to decide, such as a message to peers, is left as it was.
 *
 * @param batteryShare of a battery's power that is used
 * @param margin by what share a price must be below the one that a battery sells at for it to buy
 * @param rampPerHour greatest change of a set point, as a share of the child's range
 * @param tariff name of the series of prices
 */
public record Rule(
    @Field(min = 0, max = 1, value = "0.5", help = "Share of a battery's power that is used")
        double batteryShare,
    @Field(
            min = 0,
            max = 1,
            value = "0.2",
            help = "Share by which a price to buy at is below one to sell at")
        double margin,
    @Field(
            unit = "1/h",
            min = 0.01,
            value = "0.5",
            help = "Greatest change of a set point, as a share of the range")
        double rampPerHour,
    @Field(value = "price", help = "Series of prices, USD/MWh") String tariff) {

  private Policy policy(Agent agent) {
    if (agent.level() == Level.DEVICE) {
      return new Hold();
    }
    int price = GoingPrice.axis(agent);
    if (price >= 0) {
      return decision -> decision.self().action(price, decision.self().read(tariff));
    }
    return Dispatcher.drives(agent) ? new MeritOrder(this, agent) : new Hold();
  }

  /** Makes it. */
  @Component(service = PolicyFactory.class)
  @PluginType("rule")
  @PluginHelp("tariff under a price signal, merit order with gentle batteries under set points")
  public static final class Factory implements PolicyFactory<Rule> {
    @Override
    public Class<Rule> configType() {
      return Rule.class;
    }

    @Override
    public Policy create(Rule configuration, Agent agent) {
      return configuration.policy(agent);
    }
  }
}
