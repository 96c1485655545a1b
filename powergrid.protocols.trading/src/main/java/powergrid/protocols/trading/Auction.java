package powergrid.protocols.trading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Peer;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.protocol.HorizontalProtocol;

/**
 * The auction, participant by participant. Its book and the like are scratch space that is filled
 * anew wherever it is used; what lasts longer than a turn is in the participants' memories.
 */
final class Auction implements HorizontalProtocol {
  private static final List<MessageType> MESSAGES =
      List.of(MessageType.observed(Order.class), MessageType.observed(Confirmation.class));

  /** What a participant remembers: how many auctions there were, and what the last one brought. */
  private static final int EXCHANGE = 0;

  private static final int CLEARED = 1;
  private static final int SURPLUS = 2;
  private static final int SOLD = 3;
  private static final int MEMORY = 4;

  private final P2pTrading settings;
  private final Book book = new Book();
  private final Position position = new Position();

  /** By neighbour, and then of the auctioneer itself. */
  private double[] soldMw = {};

  private double[] boughtMw = {};
  private double[] usdPerHour = {};

  Auction(P2pTrading settings) {
    this.settings = settings;
  }

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public int memory() {
    return MEMORY;
  }

  @Override
  public int rounds() {
    return settings.rounds();
  }

  @Override
  public boolean contracts() {
    return true;
  }

  @Override
  public Set<Target> targets() {
    return settings.extra() ? Set.of(Target.POWER) : Set.of();
  }

  @Override
  public void check(List<? extends Agent> members) {
    if (settings.auctioneer().isPresent() && members.stream().noneMatch(this::isMarket)) {
      throw new ConfigurationException(
          "auctioneer",
          "no participant is called '"
              + settings.auctioneer().get()
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
      memory[SURPLUS] = 0;
      memory[SOLD] = 0;
      if (market != null && market != me.me()) {
        me.send(market, position(me).order((int) memory[EXCHANGE]));
      }
    }
    if (market == me.me()) {
      if (memory[CLEARED] == 0 && (allHeard(me) || me.round() >= settings.rounds() - 2)) {
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
    double beyond = memory[SOLD] - memory[SURPLUS]; // the surplus is there anyway
    if (settings.extra() && beyond > 0) {
      me.requestMw(Position.intendedMw(me) + beyond);
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
    if (settings.auctioneer().isPresent()) {
      return agent.id().equals(settings.auctioneer().get());
    }
    return agent.parent() == null ? agent.index() == 0 : agent.parent().children().get(0) == agent;
  }

  private static Confirmation confirmation(Self me, Peer market) {
    Confirmation told = me.latest(Confirmation.class, market);
    return told != null && told.exchange() == (int) me.memory()[EXCHANGE] ? told : null;
  }

  private Position position(Self me) {
    position.take(settings, me);
    me.memory()[SURPLUS] = position.sellMw();
    return position;
  }

  private static void checkSound(Agent from, Order order) {
    String mistake = order.mistake();
    if (!mistake.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s: p2p-trading: order with %s", from.id(), mistake));
    }
  }

  private static boolean allHeard(Self me) {
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
    open(n + 1);
    for (int k = 0; k < n; k++) {
      Order order = heard(me, k);
      if (order != null) {
        checkSound(me.neighbour(k).agent(), order);
        book.offer(k, order.sellMw(), order.offer());
        book.offer(k, order.extraMw(), order.extraOffer());
        book.bid(k, order.buyMw(), order.bid());
      }
    }
    position(me).enter(n, book);
    int pairs = book.match();
    for (int i = 0; i < pairs; i++) {
      Peer seller = peer(me, book.seller(i));
      Peer buyer = peer(me, book.buyer(i));
      if (!settings.checkNetwork() || me.admissible(seller, buyer, book.mw(i))) {
        trade(me, i, seller, buyer);
      }
    }
    me.memory()[SOLD] = soldMw[n];
    for (int k = 0; k < n; k++) {
      double traded = soldMw[k] + boughtMw[k];
      double mean = traded > 0 ? usdPerHour[k] / traded : 0;
      me.send(
          me.neighbour(k),
          new Confirmation(soldMw[k], boughtMw[k], mean, (int) me.memory()[EXCHANGE]));
    }
  }

  private void open(int participants) {
    book.clear();
    if (soldMw.length < participants) {
      soldMw = new double[participants];
      boughtMw = new double[participants];
      usdPerHour = new double[participants];
    }
    Arrays.fill(soldMw, 0);
    Arrays.fill(boughtMw, 0);
    Arrays.fill(usdPerHour, 0);
  }

  private void trade(Self me, int pair, Peer seller, Peer buyer) {
    double mw = book.mw(pair);
    double price =
        settings.pricing() == P2pTrading.Pricing.UNIFORM ? book.uniform() : book.middle(pair);
    me.contract(seller, buyer, mw, price, settings.fee());
    soldMw[book.seller(pair)] += mw;
    boughtMw[book.buyer(pair)] += mw;
    usdPerHour[book.seller(pair)] += mw * price;
    usdPerHour[book.buyer(pair)] += mw * price;
  }

  private static Peer peer(Self me, int k) {
    return k == me.neighbours() ? me.me() : me.neighbour(k);
  }
}
