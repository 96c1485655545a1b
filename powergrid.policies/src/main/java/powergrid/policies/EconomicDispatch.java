package powergrid.policies;

import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;
import powergrid.api.space.Axis;

/**
 * Runs children at least cost, as the package describes:
 *
 * <ul>
 *   <li>a parent whose action is a power for every child solves the economic dispatch of what they
 *       reported ({@link Dispatcher});
 *   <li>a parent whose action is a price says the tariff, which is the same without a limit: its
 *       children answer as it would have dispatched them.
 * </ul>
 *
 * @param importLimitMw the most that the microgrid may draw at its source; NaN for no limit
 * @param netMw what the microgrid's devices inject together, whatever the price; NaN for nothing
 *     that is given
 * @param tariff name of the series of prices
 */
public record EconomicDispatch(
    @Field(
            unit = "MW",
            optional = true,
            help = "The most that the microgrid may draw at its source; no limit if left out")
        double importLimitMw,
    @Field(
            unit = "MW",
            optional = true,
            help = "What its devices inject together; what the price makes worthwhile if left out")
        double netMw,
    @Field(value = "price", help = "Series that is the price where the parent has said none")
        String tariff) {
  /** Checks that there is one constraint at most. */
  public EconomicDispatch {
    if (!Double.isNaN(importLimitMw) && !Double.isNaN(netMw)) {
      throw new ConfigurationException(
          "netMw",
          netMw
              + " MW is what devices inject whatever is drawn, so that importLimitMw, "
              + importLimitMw
              + " MW, cannot be kept; give one of them");
    }
  }

  private boolean constrained() {
    return !Double.isNaN(importLimitMw) || !Double.isNaN(netMw);
  }

  private Policy policy(Agent agent) {
    if (agent.actionSpace().size() == 0) {
      return new Hold();
    }
    if (agent.level() != Level.DEVICE && Dispatcher.drives(agent)) {
      return new Dispatcher(this, agent);
    }
    int said = GoingPrice.axis(agent);
    if (agent.level() != Level.DEVICE && said >= 0 && !constrained()) {
      GoingPrice price = new GoingPrice(agent, tariff);
      return decision -> decision.self().action(said, price.usdPerMwh(decision));
    }
    if (agent.level() != Level.DEVICE && said >= 0) {
      boolean limited = Double.isNaN(netMw);
      throw new ConfigurationException(
          limited ? "importLimitMw" : "netMw",
          String.format(
              Locale.ROOT,
              "%s MW cannot be kept by %s, which says a price and hears no reports; leave it out, or"
                  + " use setpoint",
              limited ? importLimitMw : netMw,
              agent.id()));
    }
    throw new ConfigurationException(
        "",
        String.format(
            Locale.ROOT,
            "economic-dispatch cannot drive %s, which decides on %s: it is for parents whose action"
                + " is a power for every child, or a price%s",
            agent.id(),
            agent.actionSpace().axes().stream().map(Axis::name).collect(Collectors.joining(", ")),
            agent.level() == Level.DEVICE ? "; try best-response" : ""));
  }

  /** Makes it. */
  @Component(service = PolicyFactory.class)
  @PluginType("economic-dispatch")
  @PluginHelp("children at least cost: equal incremental cost, at the tariff or at a limit")
  public static final class Factory implements PolicyFactory<EconomicDispatch> {
    @Override
    public Class<EconomicDispatch> configType() {
      return EconomicDispatch.class;
    }

    @Override
    public Policy create(EconomicDispatch configuration, Agent agent) {
      return configuration.policy(agent);
    }
  }
}
