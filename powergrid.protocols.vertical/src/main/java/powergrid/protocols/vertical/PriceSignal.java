package powergrid.protocols.vertical;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * A price for all: the parent's action is a price, by default the tariff of the hour. Every child
 * that can be dispatched answers with its own best response, the power at which its marginal cost
 * or value meets the price; one that decides for itself takes the price as information.
 *
 * @param minPrice least price that the parent can say
 * @param maxPrice greatest price that the parent can say
 * @param initialPrice the parent's price until it chooses one, for callers that hold
 * @param tariff name of the series that is the price when the parent has chosen none
 */
public record PriceSignal(
    @Field(unit = "USD/MWh", value = "0", help = "Least price that the parent can say")
        double minPrice,
    @Field(unit = "USD/MWh", value = "300", help = "Greatest price that the parent can say")
        double maxPrice,
    @Field(unit = "USD/MWh", value = "50", help = "The parent's price until it chooses one")
        double initialPrice,
    @Field(value = "price", help = "Series that is the price when the parent has chosen none")
        String tariff)
    implements VerticalProtocol {
  private static final List<MessageType> MESSAGES = List.of(MessageType.observed(Price.class));

  /** Checks the bounds. */
  public PriceSignal {
    if (!(minPrice < maxPrice)) {
      throw new ConfigurationException(
          "minPrice", minPrice + " USD/MWh is not below maxPrice, " + maxPrice + " USD/MWh");
    }
    if (!(initialPrice >= minPrice && initialPrice <= maxPrice)) {
      throw new ConfigurationException(
          "initialPrice",
          initialPrice
              + " USD/MWh is outside minPrice to maxPrice, "
              + minPrice
              + " to "
              + maxPrice);
    }
  }

  /**
   * A price, from parent to child.
   *
   * @param usdPerMwh paid for power injected, owed for power taken
   */
  public record Price(@Field(unit = "USD/MWh") double usdPerMwh) implements Payload {}

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public Space parentActionSpace(Agent parent) {
    return parent.children().stream().anyMatch(child -> child.dispatch() != null)
        ? Space.of(Axis.real("price", "USD/MWh", minPrice, maxPrice))
        : Space.EMPTY;
  }

  @Override
  public double initialAction(Agent parent, int axis) {
    return initialPrice;
  }

  @Override
  public void coordinateMessages(Self parent) {
    Price price = new Price(parent.proposed() ? parent.action(0) : parent.read(tariff));
    for (int k = 0; k < parent.children(); k++) {
      if (parent.child(k).agent().dispatch() != null) {
        parent.send(parent.child(k), price);
      }
    }
  }

  @Override
  public void coordinateActions(Self child) {
    Price price = child.latest(Price.class, child.parent());
    if (price != null && !child.proposed()) {
      child.requestMw(child.flexibility().respond(price.usdPerMwh()));
    }
  }

  /** Makes it. */
  @Component(service = VerticalProtocolFactory.class)
  @PluginType("price-signal")
  @PluginHelp("the parent says a price, children answer by best response")
  public static final class Factory implements VerticalProtocolFactory<PriceSignal> {
    @Override
    public Class<PriceSignal> configType() {
      return PriceSignal.class;
    }

    @Override
    public VerticalProtocol create(PriceSignal configuration) {
      return configuration;
    }
  }
}
