package powergrid.policies;

import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.agent.Self;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;
import powergrid.api.space.Axis;

/**
 * Takes a price and makes the best of it, as the package describes:
 *
 * <ul>
 *   <li>a device asks for the power at which its own marginal cost or value meets it;
 *   <li>a parent whose action is a price hands it on.
 * </ul>
 *
 * <p>The price is the newest that the parent said, else the tariff.
 *
 * @param tariff name of the series of prices
 */
public record BestResponse(
    @Field(value = "price", help = "Series that is the price where the parent has said none")
        String tariff) {
  private Policy policy(Agent agent) {
    if (agent.actionSpace().size() == 0) {
      return new Hold();
    }
    GoingPrice price = new GoingPrice(agent, tariff);
    int said = GoingPrice.axis(agent);
    if (agent.level() != Level.DEVICE && said >= 0) {
      return decision -> decision.self().action(said, price.usdPerMwh(decision));
    }
    if (agent.level() == Level.DEVICE && agent.dispatch() != null) {
      return decision -> {
        Self self = decision.self();
        self.requestMw(self.flexibility().respond(price.usdPerMwh(decision)));
      };
    }
    throw new ConfigurationException(
        "",
        String.format(
            Locale.ROOT,
            "best-response cannot drive %s, which decides on %s: it is for devices with a power in"
                + " MW (p, pLimit or consumption) and for parents whose action is a price%s",
            agent.id(),
            agent.actionSpace().axes().stream().map(Axis::name).collect(Collectors.joining(", ")),
            agent.level() == Level.DEVICE ? "" : "; try economic-dispatch"));
  }

  /** Makes it. */
  @Component(service = PolicyFactory.class)
  @PluginType("best-response")
  @PluginHelp("the power at which an agent's own marginal cost or value meets the price")
  public static final class Factory implements PolicyFactory<BestResponse> {
    @Override
    public Class<BestResponse> configType() {
      return BestResponse.class;
    }

    @Override
    public Policy create(BestResponse configuration, Agent agent) {
      return configuration.policy(agent);
    }
  }
}
