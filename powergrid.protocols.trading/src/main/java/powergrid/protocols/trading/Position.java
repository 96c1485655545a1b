package powergrid.protocols.trading;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;

/** What a participant has to trade and what that is worth to it, as the package describes it. */
final class Position {
  /** What is passed on to attached microgrids is known up to a rounding. */
  private static final double ROUNDING_MW = 1e-9;

  private double sellMw;
  private double offer;
  private double extraMw;
  private double extraOffer;
  private double buyMw;
  private double bid;

  /** Finds out, of a participant. */
  void take(P2pTrading market, Self me) {
    double price = finite(me, market.tariff(), me.read(market.tariff()));
    double worth = market.sellFactor() * price;
    offer = asked(market, worth);
    bid = price - (1 - market.bidFactor()) * Math.abs(price) - market.fee();
    sellMw = 0;
    extraMw = 0;
    extraOffer = offer;
    buyMw = 0;
    if (!passesOn(me)) {
      double intended = finite(me, "intended power", intendedMw(me));
      double demand = finite(me, "demandMw", me.read("demandMw"));
      double position = (1 - market.margin()) * (intended - demand);
      sellMw = Math.max(0, position);
      if (market.extra()) {
        takeExtra(market, me, intended, worth, price);
      }
      double deficit = 0 - Math.min(0, position);
      if (deficit >= extraMw) {
        buyMw = deficit;
        extraMw = deficit > 0 ? 0 : extraMw;
      }
    }
  }

  private void takeExtra(P2pTrading market, Self me, double intended, double worth, double price) {
    Flexibility own = me.flexibility();
    double room = Math.max(0, own.maxMw() - intended);
    double now = marginal(me, own, intended);
    if (now < price) {
      double last = Math.max(now, marginal(own, own.maxMw()));
      double most = (Math.max(now, worth) + price) / 2;
      extraMw = last > most ? room * (most - now) / (last - now) : room;
      extraOffer = asked(market, Math.max(worth, Math.min(most, last)));
    }
  }

  private static double finite(Self me, String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          me.agent().id() + ": p2p-trading: " + what + " " + value + "; a finite number is needed");
    }
    return value;
  }

  private static double asked(P2pTrading market, double worth) {
    return worth + (market.offerFactor() - 1) * Math.abs(worth) + market.fee();
  }

  double sellMw() {
    return sellMw;
  }

  Order order(int exchange) {
    return new Order(sellMw, offer, extraMw, extraOffer, buyMw, bid, exchange);
  }

  void enter(int participant, Book book) {
    book.offer(participant, sellMw, offer);
    book.offer(participant, extraMw, extraOffer);
    book.bid(participant, buyMw, bid);
  }

  /**
   * Whether it supplies attached microgrids: they sell to it and buy from it without a trade too.
   */
  private static boolean passesOn(Self me) {
    double passed = me.read("netMw") + me.read("importMw") - me.read("demandMw");
    return Math.abs(passed) > ROUNDING_MW;
  }

  /** What the devices are to inject; what they did where nobody has anything in mind. */
  static double intendedMw(Self me) {
    double intended = me.intendedMw();
    return Double.isNaN(intended) ? me.read("netMw") : intended;
  }

  /** What more would cost, by what its own action stands for; else by what its devices reported. */
  private static double marginal(Self me, Flexibility own, double mw) {
    double told = me.intended(Target.PRICE);
    return Double.isNaN(told) ? marginal(own, mw) : told;
  }

  private static double marginal(Flexibility f, double mw) {
    return (mw < 0 ? f.buy() : f.sell()) + 2 * f.curve() * mw;
  }
}
