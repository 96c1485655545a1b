package powergrid.protocols.trading;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.environment.Contract;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeSelf;
import powergrid.testkit.Links;
import powergrid.testkit.ProtocolHarness;

/** Participants of an auction at a tariff, each with what it makes and what it needs. */
final class Market {
  static final double TARIFF = 100;
  static final double SELL_FACTOR = 0.5;

  private final ProtocolHarness group;

  /** Everybody in reach of the first, who is the auctioneer, and able to do what it means to. */
  Market(Configured<P2pTrading> settings, double[] intendedMw, double[] demandMw) {
    group =
        ProtocolHarness.peers(
            new P2pTrading.Factory().create(settings.build()), Links.complete(intendedMw.length));
    for (int i = 0; i < intendedMw.length; i++) {
      FakeSelf self = self(i).reading("price", TARIFF);
      tell(i, intendedMw[i], demandMw[i]);
      self.flexibility().set(Math.min(0, intendedMw[i]), intendedMw[i], 0, 0, 0);
    }
  }

  /** Truthful, without a margin, at half the tariff for exports. */
  static Configured<P2pTrading> settings() {
    return Configured.of(P2pTrading.class).with("sellFactor", SELL_FACTOR).with("margin", 0);
  }

  /** What a participant means to inject, as it did in the last step, and what it needs. */
  void tell(int i, double intendedMw, double demandMw) {
    self(i)
        .reading("netMw", intendedMw)
        .reading("importMw", demandMw - intendedMw)
        .reading("demandMw", demandMw)
        .intends(intendedMw);
  }

  ProtocolHarness group() {
    return group;
  }

  FakeSelf self(int i) {
    return group.participant(i);
  }

  /** Those that were made in the last step. */
  List<Contract> contracts() {
    List<Contract> all = new ArrayList<>();
    group.each(self -> all.addAll(self.contracts()));
    return all;
  }

  /** What each pays for contracts and fees, USD an hour. */
  double[] paid() {
    double[] usd = new double[group.participants()];
    for (Contract c : contracts()) {
      usd[c.buyer()] += c.mw() * (c.usdPerMwh() + c.feeUsdPerMwh());
      usd[c.seller()] -= c.mw() * (c.usdPerMwh() - c.feeUsdPerMwh());
      usd[c.registrar()] -= 2 * c.mw() * c.feeUsdPerMwh();
    }
    return usd;
  }

  /** Sold minus bought of each, MW. */
  double[] sold() {
    double[] mw = new double[group.participants()];
    for (Contract c : contracts()) {
      mw[c.seller()] += c.mw();
      mw[c.buyer()] -= c.mw();
    }
    return mw;
  }
}
