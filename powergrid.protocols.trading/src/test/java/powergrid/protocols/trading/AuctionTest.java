package powergrid.protocols.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Target;
import powergrid.api.environment.Contract;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Links;
import powergrid.testkit.ProtocolHarness;

class AuctionTest {
  private static final double[] MAKES = {0.1, 0.8, 0.5, 0};
  private static final double[] NEEDS = {0.4, 0.3, 0.1, 0.5};

  private static Market market() {
    return new Market(Market.settings(), MAKES, NEEDS);
  }

  /**
   * Surplus: 0.5 MW of 1 and 0.4 MW of 2, worth 50 exported. Deficit: 0.3 MW of 0 and 0.5 MW of 3,
   * worth 100 imported. The neighbours' orders come first, in their order, then the auctioneer's.
   */
  @Test
  void surplusAndDeficitMeetHalfWayBetweenExportAndImport() {
    Market market = market();
    market.group().step();
    assertEquals(
        List.of(
            new Contract(1, 3, 0.5, 75, 0, 0).toString(),
            new Contract(2, 0, 0.3, 75, 0, 0).toString()),
        market.contracts().stream().map(AuctionTest::rounded).toList());
    assertEquals(3, market.group().rounds(), "orders, clearing, confirmations");
    assertTrue(market.group().agreed());
  }

  private static String rounded(Contract c) {
    return new Contract(
            c.seller(),
            c.buyer(),
            Math.rint(c.mw() * 1e9) / 1e9,
            c.usdPerMwh(),
            c.registrar(),
            c.feeUsdPerMwh())
        .toString();
  }

  /** What is there anyway needs no asking for. */
  @Test
  void surplusIsSoldWithoutAChangeOfPower() {
    Market market = market();
    market.group().step();
    market.group().each(self -> assertTrue(Double.isNaN(self.requestedMw()), self.agent().id()));
  }

  /**
   * A unit at 40 + 2 · 50 p, idle, of a participant with neither surplus nor deficit: half way from
   * what exports earn, 50, to the tariff lies 75, which it costs at 0.35 MW. Bid 100, offered 75.
   */
  @Test
  void whatCanBeMadeBelowTheTariffIsOfferedAndAskedFor() {
    Market market = new Market(Market.settings(), new double[] {0, 0, 0}, new double[] {0, 0, 0.2});
    market.self(1).flexibility().set(0, 1, 40, 40, 50);
    market.group().step();
    assertEquals(0.2, market.sold()[1], 1e-12);
    assertEquals(87.5, market.contracts().get(0).usdPerMwh(), 1e-12);
    assertEquals(0.2, market.self(1).requestedMw(), 1e-12);
    market.tell(2, 0, 0.6);
    market.group().step();
    assertEquals(0.35, market.sold()[1], 1e-12);
  }

  /** Told that more costs 90 already, it offers up to 95: 0.1 of the way to 140. */
  @Test
  void whatItsOwnActionStandsForCountsMoreThanALineThroughAllItsDevices() {
    Market market = new Market(Market.settings(), new double[] {0, 0, 0}, new double[] {0, 0, 0.6});
    market.self(1).intends(Target.PRICE, 90).flexibility().set(0, 1, 40, 40, 50);
    market.group().step();
    assertEquals(0.1, market.sold()[1], 1e-12);
    assertEquals(97.5, market.contracts().get(0).usdPerMwh(), 1e-12);
  }

  /** Exported it would earn 50 and a bid of 60 · 0.5 = 30 is below that, though it costs 10. */
  @Test
  void nothingIsSoldBelowWhatExportsEarn() {
    Market market =
        new Market(Market.settings().with("bidFactor", 0.4), new double[] {0.5, 0, 0}, NEEDS);
    market.self(0).flexibility().set(0, 2, 10, 10, 0);
    market.group().step();
    assertEquals(List.of(), market.contracts());
  }

  /** 100 · 0.8 = 80 is bid, 50 · 1.2 = 60 asked for. */
  @Test
  void bidsAndOffersCanBeShaded() {
    Market market =
        new Market(Market.settings().with("bidFactor", 0.8).with("offerFactor", 1.2), MAKES, NEEDS);
    market.group().step();
    assertEquals(70, market.contracts().get(0).usdPerMwh(), 1e-12);
  }

  /** It gets what they export, and sells what they import, without a trade too. */
  @Test
  void whoPassesEnergyOnToAttachedMicrogridsTradesNothing() {
    Market market = market();
    market.self(3).reading("importMw", 2);
    market.group().step();
    assertEquals(0, market.sold()[3]);
    assertEquals(0.3, market.sold()[1], 1e-12);
  }

  @Test
  void whoTheAuctioneerIsNotBesideDoesNotTrade() {
    ProtocolHarness line =
        ProtocolHarness.peers(
            new P2pTrading.Factory().create(Market.settings().build()), Links.line(3));
    double[] needs = {0.4, 0.1, 0.4};
    for (int i = 0; i < 3; i++) {
      line.participant(i)
          .intends(0.3)
          .reading("price", 100)
          .reading("netMw", 0.3)
          .reading("demandMw", needs[i])
          .reading("importMw", needs[i] - 0.3)
          .flexibility()
          .set(0, 0.3, 0, 0, 0);
    }
    line.step();
    List<Contract> made = line.participant(0).contracts();
    assertEquals(1, made.size());
    assertEquals(1, made.get(0).seller());
    assertEquals(0.1, made.get(0).mw(), 1e-12);
    assertTrue(line.agreed(), "who is out of reach does not keep others waiting");
  }

  /** The seller has nothing in mind, so all it sells is beyond that, and it never hears of it. */
  @Test
  void aLostConfirmationBindsAllTheSame() {
    Market market = new Market(Market.settings(), new double[] {0, 0, 0}, new double[] {0, 0, 0.2});
    market.self(1).flexibility().set(0, 1, 40, 40, 50);
    market
        .group()
        .wire((round, from, to, payload) -> payload instanceof Confirmation ? null : payload);
    market.group().step();
    assertEquals(0.2, market.sold()[1], 1e-12);
    assertTrue(Double.isNaN(market.self(1).requestedMw()));
    assertTrue(!market.group().agreed(), "they wait for it until rounds run out");
  }

  @Test
  void whoseOrderIsLostDoesNotTradeAndOthersDo() {
    Market market = market();
    market
        .group()
        .wire((round, from, to, payload) -> from == market.self(1).agent() ? null : payload);
    market.group().step();
    assertEquals(0, market.sold()[1]);
    assertEquals(0.4, market.sold()[2], 1e-12);
  }

  @Test
  void ordersOfAnotherStepAreNotTraded() {
    Market market = market();
    market.group().delay(20);
    for (int step = 0; step < 5; step++) {
      market.group().step();
      assertEquals(List.of(), market.contracts());
    }
  }

  @Test
  void theNetworkRefusesTrades() {
    Market market = new Market(Market.settings().with("checkNetwork", true), MAKES, NEEDS);
    market.self(0).admits(false);
    market.group().step();
    assertEquals(List.of(), market.contracts());
    market.self(0).admits(true);
    market.group().step();
    assertEquals(2, market.contracts().size());
  }

  @Test
  void anOrderThatIsNoneIsRefusedByNameOfWhoSentIt() {
    String rule = "MG2: p2p-trading: order with ";
    assertEquals(
        rule + "sellMw -1.0 MW; a quantity is finite and at least 0",
        refused(new Order(-1, 50, 0, 50, 0, 100, 1)));
    assertEquals(
        rule + "extraMw NaN MW; a quantity is finite and at least 0",
        refused(new Order(1, 50, Double.NaN, 50, 0, 100, 1)));
    assertEquals(
        rule + "bid NaN USD/MWh; a price is a finite number",
        refused(new Order(1, 50, 0, 50, 0, Double.NaN, 1)));
    assertEquals(
        rule + "buyMw 1.0 MW beside what it sells; who sells does not buy",
        refused(new Order(1, 50, 0, 50, 1, 100, 1)));
  }

  private static String refused(Order forged) {
    Market market = market();
    market
        .group()
        .wire((round, from, to, payload) -> from == market.self(1).agent() ? forged : payload);
    return assertThrows(IllegalArgumentException.class, market.group()::step).getMessage();
  }

  @Test
  void aTariffThatIsNotKnownIsNamed() {
    Market market = market();
    market.self(2).reading("price", Double.NaN);
    assertEquals(
        "MG3: p2p-trading: price NaN; a finite number is needed",
        assertThrows(IllegalArgumentException.class, market.group()::step).getMessage());
  }

  @Test
  void anAuctioneerIsAParticipant() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> new Market(Market.settings().with("auctioneer", "MG9"), MAKES, NEEDS));
    assertEquals("auctioneer", e.path());
    assertTrue(e.getMessage().contains("'MG9'; there are MG1, MG2, MG3, MG4"), e.getMessage());
    Market market = new Market(Market.settings().with("auctioneer", "MG3"), MAKES, NEEDS);
    market.group().step();
    assertEquals(2, market.self(2).contracts().get(0).registrar());
  }

  /**
   * Whatever participants make, need and could do: money and energy balance, nobody trades more
   * than its surplus, deficit or spare power, and nobody pays more, fee included, than it would
   * have without trade: for what it buys the tariff, for what it sells what exports earn and what
   * it costs to make.
   */
  @Test
  void randomMarketsKeepTheInvariants() {
    RandomStream random = new RandomStream(5);
    int trades = 0;
    for (int run = 0; run < 1000; run++) {
      int n = 2 + random.nextInt(8);
      double fee = run % 2 == 0 ? 0 : 10 * random.nextDouble();
      double[] makes = new double[n];
      double[] needs = new double[n];
      double[] spare = new double[n];
      double[] cost = new double[n];
      double[] slope = new double[n];
      for (int i = 0; i < n; i++) {
        makes[i] = random.nextDouble();
        needs[i] = random.nextDouble();
        spare[i] = random.nextDouble();
        cost[i] = 120 * random.nextDouble();
        slope[i] = run % 3 == 0 ? 0 : 100 * random.nextDouble();
      }
      String pricing = run % 4 < 2 ? "uniform" : "midpoint";
      Market market =
          new Market(Market.settings().with("pricing", pricing).with("fee", fee), makes, needs);
      for (int i = 0; i < n; i++) {
        double most = makes[i] + spare[i];
        market.self(i).flexibility().set(0, most, cost[i], cost[i], slope[i]);
      }
      market.group().step();
      double[] sold = market.sold();
      double[] paid = market.paid();
      double money = 0;
      double energy = 0;
      List<Double> fees = new ArrayList<>();
      for (Contract c : market.contracts()) {
        trades++;
        assertEquals(fee, c.feeUsdPerMwh());
        fees.add(2 * c.mw() * fee);
      }
      for (int i = 0; i < n; i++) {
        money += paid[i];
        energy += sold[i];
        double surplus = Math.max(0, makes[i] - needs[i]);
        assertTrue(sold[i] <= surplus + spare[i] + 1e-9, "what there is");
        assertTrue(-sold[i] <= Math.max(0, needs[i] - makes[i]) + 1e-9, "what it needs");
        double asked = market.self(i).requestedMw();
        double more = Double.isNaN(asked) ? 0 : asked - makes[i];
        assertEquals(Math.max(0, sold[i] - surplus), more, 1e-9, "made where it is sold");
        double making = more * (cost[i] + slope[i] * (2 * makes[i] + more));
        double own = i == 0 ? fees.stream().mapToDouble(f -> f).sum() : 0;
        double before = bill(needs[i] - makes[i]);
        double after = bill(needs[i] - makes[i] - more + sold[i]) + paid[i] + own + making;
        assertTrue(after <= before + 1e-9, "run " + run + ": " + after + " above " + before);
      }
      assertEquals(0, money, 1e-9);
      assertEquals(0, energy, 1e-9);
    }
    assertTrue(trades > 1000, trades + " trades");
  }

  /** What a power taken from the grid costs, USD an hour. */
  private static double bill(double mw) {
    return mw * Market.TARIFF * (mw > 0 ? 1 : Market.SELL_FACTOR);
  }
}
