package powergrid.protocols.vertical;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.Report;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * A price for all: the parent's action is a price, by default the tariff of the hour. Every child
 * that can be dispatched answers with its own best response, the power at which its marginal cost
 * or value meets the price; a child that passes prices on to children of its own does so; one that
 * decides for itself takes the price as information.
 *
 * <p>A price that is asked of the parent goes before its own. With {@code bids} a power can be
 * asked of it too, which goes before both: children then bid in every step, and the price is that
 * at which their bids come to the power.
 *
 * @param minPrice least price that the parent can say
 * @param maxPrice greatest price that the parent can say
 * @param initialPrice the parent's price until it chooses one, for callers that hold
 * @param tariff name of the series that is the price when the parent has chosen none
 * @param bids whether children bid, so that a power can be asked of the parent
 */
public record PriceSignal(
    @Field(unit = "USD/MWh", value = "0", help = "Least price that the parent can say")
        double minPrice,
    @Field(unit = "USD/MWh", value = "300", help = "Greatest price that the parent can say")
        double maxPrice,
    @Field(unit = "USD/MWh", value = "50", help = "The parent's price until it chooses one")
        double initialPrice,
    @Field(value = "price", help = "Series that is the price when the parent has chosen none")
        String tariff,
    @Field(
            value = "false",
            help = "Whether children bid, so that the price clears a power asked of the parent")
        boolean bids)
    implements VerticalProtocol {
  private static final List<MessageType> PRICES = List.of(MessageType.observed(Price.class));

  private static final List<MessageType> CLEARED = List.of(MessageType.observed(Cleared.class));

  private static final List<MessageType> BIDS =
      List.of(MessageType.observed(Report.class), MessageType.observed(Merit.class));

  /** What a child remembers: its hours in merit. */
  private static final int HOURS = 0;

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

  /**
   * A price where children bid, from parent to child.
   *
   * @param usdPerMwh paid for power injected, owed for power taken
   * @param share where between its least and its greatest answer a child is to be that this price
   *     leaves the choice; 0 where nobody is rationed and each chooses
   */
  public record Cleared(
      @Field(unit = "USD/MWh") double usdPerMwh, @Field(min = 0, max = 1) double share)
      implements Payload {}

  /**
   * How long a child that can inject has been in merit, from child to parent.
   *
   * @param hours of the episode in which the price was above its marginal cost
   */
  public record Merit(@Field(unit = "h", min = 0) double hours) implements Payload {}

  @Override
  public List<MessageType> messages() {
    return bids ? CLEARED : PRICES;
  }

  @Override
  public List<MessageType> reports() {
    return bids ? BIDS : List.of();
  }

  @Override
  public int memory() {
    return bids ? 1 : 0;
  }

  @Override
  public Set<Target> realises() {
    return bids ? Set.of(Target.POWER, Target.PRICE) : Set.of(Target.PRICE);
  }

  @Override
  public Space parentActionSpace(Agent parent) {
    return parent.children().stream().anyMatch(PriceSignal::listens)
        ? Space.of(Axis.real("price", "USD/MWh", minPrice, maxPrice))
        : Space.EMPTY;
  }

  /** Whether a child can answer a price: itself, or by children of its own. */
  private static boolean listens(Agent child) {
    return child.dispatch() != null || !child.children().isEmpty();
  }

  @Override
  public double initialAction(Agent parent, int axis) {
    return initialPrice;
  }

  @Override
  public void report(Self child) {
    Axis power = child.agent().dispatch();
    if (!bids || power == null) {
      return;
    }
    child.send(child.parent(), Report.of(child.flexibility()));
    if (power.high() > 0) {
      child.send(child.parent(), new Merit(child.memory()[HOURS]));
    }
  }

  @Override
  public void coordinateMessages(Self parent) {
    double asked = bids ? parent.requestedMw() : Double.NaN;
    if (Double.isNaN(asked)) {
      double price = price(parent);
      tell(parent, bids ? new Cleared(price, 0) : new Price(price));
    } else {
      checkBids(parent);
      double price = Clearing.price(parent, asked, minPrice, maxPrice);
      tell(parent, new Cleared(price, Clearing.share(parent, asked, price)));
    }
  }

  /** What is asked of the parent, else what it has chosen, else the tariff. */
  private double price(Self parent) {
    double asked = parent.requested(Target.PRICE);
    if (!Double.isNaN(asked)) {
      return asked;
    }
    double price = parent.proposed() ? parent.action(0) : parent.read(tariff);
    if (!Double.isFinite(price)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: price-signal.tariff: series '%s' is %s USD/MWh; give a series of finite prices",
              parent.agent().id(),
              tariff,
              price));
    }
    return price;
  }

  private static void tell(Self parent, Payload price) {
    for (int k = 0; k < parent.children(); k++) {
      if (listens(parent.child(k).agent())) {
        parent.send(parent.child(k), price);
      }
    }
  }

  private static void checkBids(Self parent) {
    for (int k = 0; k < parent.children(); k++) {
      Report bid = parent.latest(Report.class, parent.child(k));
      if (bid != null
          && !Double.isFinite(bid.minMw() + bid.maxMw() + bid.buy() + bid.sell() + bid.curve())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: price-signal.bids: %s bids %s; a bid takes finite numbers",
                parent.agent().id(),
                parent.child(k).agent().id(),
                bid));
      }
    }
  }

  @Override
  public void coordinateActions(Self child) {
    if (bids) {
      Cleared price = child.latest(Cleared.class, child.parent());
      if (price != null) {
        count(child, price.usdPerMwh());
        answer(child, price.usdPerMwh(), price.share());
      }
    } else {
      Price price = child.latest(Price.class, child.parent());
      if (price != null) {
        answer(child, price.usdPerMwh(), 0);
      }
    }
  }

  /**
   * Counts the step where the price is above the marginal cost of the least that can be injected.
   */
  private static void count(Self child, double price) {
    Flexibility own = child.flexibility();
    double least = Math.max(0, own.minMw());
    if (own.maxMw() > least && price > own.sell() + 2 * own.curve() * least) {
      child.memory()[HOURS] += child.hours();
    }
  }

  /** Who is rationed has to keep to a power; else who can pass the price on does. */
  private static void answer(Self child, double price, double share) {
    if (child.proposed()) {
      return;
    }
    boolean power = child.realises(Target.POWER);
    if (child.realises(Target.PRICE) && !(power && share > 0)) {
      child.request(Target.PRICE, price);
    } else if (power) {
      child.requestMw(Clearing.respond(child.flexibility(), price, share));
    }
  }

  /** With bids, what they come to at the price. */
  @Override
  public double intendedMw(Self parent) {
    return bids && Clearing.bid(parent) ? Clearing.answerMw(parent, price(parent)) : Double.NaN;
  }

  /** Its own price, where none is asked of it: chosen, or the tariff. */
  @Override
  public double intended(Self parent, Target target) {
    return target == Target.PRICE ? price(parent) : Double.NaN;
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
