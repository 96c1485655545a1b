package powergrid.protocols.trading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Peer;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;

/**
 * A double auction among peers, as the package describes it.
 *
 * @param auctioneer id of the participant that runs it; the first where there is none
 * @param pricing one price for all, or one a pair
 * @param fee what each side owes the auctioneer
 * @param tariff name of the series that grid connections buy at
 * @param sellFactor what they sell at, as a share of it
 * @param margin share of a position that is not traded
 * @param extra whether production beyond the intended is offered too
 * @param checkNetwork whether trades that would violate a limit of the network are left out
 * @param rounds the most that an auction takes
 */
public record P2pTrading(
    @Field(help = "Id of the participant that runs the auction; the first if left out")
        Optional<String> auctioneer,
    @Field(value = "uniform", help = "One price for all, or the midpoint of each pair")
        Pricing pricing,
    @Field(
            unit = "USD/MWh",
            min = 0,
            value = "0",
            help = "What each side of a trade owes the auctioneer")
        double fee,
    @Field(value = "price", help = "Series that grid connections buy at, USD/MWh") String tariff,
    @Field(
            min = 0,
            max = 1,
            value = "0.9",
            help = "What grid connections sell at, as a share of the tariff")
        double sellFactor,
    @Field(min = 0, max = 1, value = "0.05", help = "Share of a position that is not traded")
        double margin,
    @Field(
            value = "true",
            help = "Whether production beyond the intended is offered at its marginal cost")
        boolean extra,
    @Field(
            value = "false",
            help = "Whether trades that would violate a limit of the network are left out")
        boolean checkNetwork,
    @Field(min = 3, max = 10000, value = "10", help = "The most rounds that an auction takes")
        int rounds)
    implements HorizontalProtocol {
  /** How trades are priced. */
  public enum Pricing {
    /** Half way between the last bid and the last offer that are matched. */
    UNIFORM,
    /** Half way between the bid and the offer of each pair. */
    MIDPOINT
  }

  private static final List<MessageType> MESSAGES =
      List.of(MessageType.observed(Order.class), MessageType.observed(Confirmation.class));

  /** What a participant remembers: how many auctions there were, and what the last one brought. */
  private static final int EXCHANGE = 0;

  private static final int CLEARED = 1;
  private static final int SURPLUS = 2;
  private static final int SOLD = 3;
  private static final int MEMORY = 4;

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public int memory() {
    return MEMORY;
  }

  @Override
  public boolean contracts() {
    return true;
  }

  @Override
  public Set<Target> targets() {
    return extra ? Set.of(Target.POWER) : Set.of();
  }

  @Override
  public void check(List<? extends Agent> members) {
    if (auctioneer.isPresent()
        && members.stream().noneMatch(m -> m.id().equals(auctioneer.get()))) {
      throw new ConfigurationException(
          "auctioneer",
          "no participant is called '"
              + auctioneer.get()
              + "'; there are "
              + String.join(", ", members.stream().map(Agent::id).toList()));
    }
  }

  @Override
  public void coordinateMessages(Self me) {
    double[] memory = me.memory();
    Peer market = market(me);
    if (me.round() == 0) {
      memory[EXCHANGE]++;
      memory[CLEARED] = 0;
      memory[SOLD] = 0;
      if (market != null && market != me.me()) {
        me.send(market, order(me));
      }
    }
    if (market == me.me()) {
      if (memory[CLEARED] == 0 && (allHeard(me) || me.round() >= rounds - 2)) {
        clear(me);
      }
      if (memory[CLEARED] != 0) {
        me.settled();
      }
    } else if (market == null || confirmation(me, market) != null) {
      me.settled();
    }
  }

  @Override
  public void coordinateActions(Self me) {
    double[] memory = me.memory();
    Peer market = market(me);
    if (market == me.me()) {
      if (memory[CLEARED] == 0) {
        clear(me); // the window closed before
      }
    } else if (market != null) {
      Confirmation told = confirmation(me, market);
      memory[SOLD] = told == null ? 0 : told.soldMw();
    }
    double beyond = memory[SOLD] - memory[SURPLUS]; // with a deficit of its own, all of it
    if (extra && beyond > 0) {
      me.requestMw(intendedMw(me) + beyond);
    }
  }

  /** The auctioneer, if it is oneself or a neighbour; else null. */
  private Peer market(Self me) {
    if (isMarket(me.agent())) {
      return me.me();
    }
    for (int k = 0; k < me.neighbours(); k++) {
      if (isMarket(me.neighbour(k).agent())) {
        return me.neighbour(k);
      }
    }
    return null;
  }

  private boolean isMarket(Agent agent) {
    if (auctioneer.isPresent()) {
      return agent.id().equals(auctioneer.get());
    }
    return agent.parent() == null ? agent.index() == 0 : agent.parent().children().get(0) == agent;
  }

  private Confirmation confirmation(Self me, Peer market) {
    Confirmation told = me.latest(Confirmation.class, market);
    return told != null && told.exchange() == (int) me.memory()[EXCHANGE] ? told : null;
  }

  /** What the devices are to inject; what they did where nobody has anything in mind. */
  private static double intendedMw(Self me) {
    double intended = me.intendedMw();
    return Double.isNaN(intended) ? me.read("netMw") : intended;
  }

  private Order order(Self me) {
    double intended = intendedMw(me);
    double position = (1 - margin) * (intended - me.read("demandMw"));
    double price = me.read(tariff);
    double surplus = Math.max(0, position);
    double deficit = Math.max(0, -position);
    me.memory()[SURPLUS] = surplus;
    double cost = price;
    double more = 0;
    if (extra) {
      Flexibility own = me.flexibility();
      cost = (marginal(own, intended) + price) / 2;
      more = cost < price ? Math.max(0, own.respond(cost) - intended) : 0;
    }
    Order order =
        new Order(
            surplus,
            sellFactor * price + fee,
            Math.max(0, more - deficit),
            cost + fee,
            Math.max(0, deficit - more),
            price - fee,
            (int) me.memory()[EXCHANGE]);
    return sound(me.agent(), order);
  }

  /** Marginal cost of injecting more than a power. */
  private static double marginal(Flexibility f, double mw) {
    return (mw < 0 ? f.buy() : f.sell()) + 2 * f.curve() * mw;
  }

  private static Order sound(Agent from, Order order) {
    String mistake = order.mistake();
    if (!mistake.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s: p2p-trading: order with %s", from.id(), mistake));
    }
    return order;
  }

  private boolean allHeard(Self me) {
    for (int k = 0; k < me.neighbours(); k++) {
      if (heard(me, k) == null) {
        return false;
      }
    }
    return true;
  }

  /** A neighbour's order in this auction; null where none has arrived. */
  private static Order heard(Self me, int k) {
    Order order = me.latest(Order.class, me.neighbour(k));
    return order != null && order.exchange() == (int) me.memory()[EXCHANGE] ? order : null;
  }

  /** Matches what was heard and the auctioneer's own orders, registers trades and confirms them. */
  private void clear(Self me) {
    me.memory()[CLEARED] = 1;
    int n = me.neighbours();
    Book book = new Book(2 * (n + 1));
    for (int k = 0; k <= n; k++) {
      Order order = k == n ? order(me) : heard(me, k);
      if (order != null) {
        Agent from = k == n ? me.agent() : me.neighbour(k).agent();
        sound(from, order);
        book.offer(k, order.sellMw(), order.offer());
        book.offer(k, order.extraMw(), order.extraOffer());
        book.bid(k, order.buyMw(), order.bid());
      }
    }
    double[] sold = new double[n + 1];
    double[] bought = new double[n + 1];
    double[] usdPerHour = new double[n + 1];
    Book.Pair[] pairs = book.match();
    double uniform = pairs.length == 0 ? 0 : pairs[pairs.length - 1].middle();
    for (Book.Pair pair : pairs) {
      Peer seller = peer(me, pair.seller());
      Peer buyer = peer(me, pair.buyer());
      if (!checkNetwork || me.admissible(seller, buyer, pair.mw())) {
        double price = pricing == Pricing.UNIFORM ? uniform : pair.middle();
        me.contract(seller, buyer, pair.mw(), price, fee);
        sold[pair.seller()] += pair.mw();
        bought[pair.buyer()] += pair.mw();
        usdPerHour[pair.seller()] += pair.mw() * price;
        usdPerHour[pair.buyer()] += pair.mw() * price;
      }
    }
    me.memory()[SOLD] = sold[n];
    for (int k = 0; k < n; k++) {
      double traded = sold[k] + bought[k];
      double mean = traded > 0 ? usdPerHour[k] / traded : 0;
      me.send(
          me.neighbour(k), new Confirmation(sold[k], bought[k], mean, (int) me.memory()[EXCHANGE]));
    }
  }

  private static Peer peer(Self me, int k) {
    return k == me.neighbours() ? me.me() : me.neighbour(k);
  }

  /** Makes it. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("p2p-trading")
  @PluginHelp("peers trade surplus and deficit in a double auction")
  public static final class Factory implements HorizontalProtocolFactory<P2pTrading> {
    @Override
    public Class<P2pTrading> configType() {
      return P2pTrading.class;
    }

    @Override
    public HorizontalProtocol create(P2pTrading configuration) {
      return configuration;
    }
  }
}
