package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.engine.Figures.netMw;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Contract;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.scenario.ScenarioException;

/** Microgrids with surplus and deficit that trade. */
class TradingTest {
  private static final int OPERATOR = 0;
  private static final int SUNNY = 1;
  private static final int CITY = 2;
  private static final double SELL_FACTOR = 0.5;

  private static final String YAML =
      """
      name: trading
      clock: {start: "2023-07-01T09:00", step: 15min, steps: 24}
      network: {type: ieee13, taps: [6, 4, 6], loadScale: 0.1, capacitorScale: 0}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead},
             irradiance: {dataset: synthetic}}
      protocol: $protocol
      $channel
      microgrids:
        - {id: DSO, protocol: setpoint, devices: [
           {id: head, type: grid, bus: "650", sellFactor: 0.5}]}
        - {id: sunny, network: {type: ieee13, taps: [0, 0, 0], loadScale: 0.02, capacitorScale: 0},
           attach: {bus: "671", mva: 2, rPercent: 1, xPercent: 5}, protocol: setpoint, devices: [
           {id: grid, type: grid, bus: "650", sellFactor: 0.5},
           {id: pv, type: solar, bus: "671", pMaxMw: $pv}]}
        - {id: city, network: {type: ieee13, taps: [0, 0, 0], loadScale: 0.1, capacitorScale: 0},
           attach: {bus: "$city", mva: 2, rPercent: 1, xPercent: 5}, protocol: setpoint, devices: [
           {id: grid, type: grid, bus: "650", sellFactor: 0.5},
           {id: gen, type: generator, bus: "675", pMaxMw: 0.1, costLinear: $cost, costQuadratic: 0}]}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String protocol, String channel, String pv, String cost) {
    return workbench
        .environments()
        .create(
            workbench.scenario(
                YAML.replace("$protocol", protocol)
                    .replace("$channel", channel)
                    .replace("$pv", pv)
                    .replace("$city", "671")
                    .replace("$cost", cost)));
  }

  private static final String TRADING = "{type: p2p-trading, sellFactor: 0.5}";

  /** The sunny microgrid uses all of its sun. */
  private static Transition step(Environment e) {
    return e.step(new float[] {2, 0});
  }

  /** bill(X) of the grid connection, at the prices of the scenario. */
  private static double bill(StepView v, double importMw) {
    double price = v.series("price");
    return v.hours() * (importMw > 0 ? importMw * price : importMw * SELL_FACTOR * price);
  }

  @Test
  void whatIsMeteredBesideContractsIsSettledAtTheGridsPrices() {
    try (Environment e = environment(TRADING, "", "0.6", "1000")) {
      e.reset(2);
      double traded = 0;
      for (int i = 0; i < 24; i++) {
        step(e);
        StepView v = e.view();
        double[] sold = new double[3];
        double[] paid = new double[3];
        for (Contract c : v.contracts()) {
          sold[c.seller()] += c.mw();
          sold[c.buyer()] -= c.mw();
          paid[c.buyer()] += c.mw() * c.usdPerMwh() * v.hours();
          paid[c.seller()] -= c.mw() * c.usdPerMwh() * v.hours();
          double price = v.series("price");
          assertTrue(c.usdPerMwh() >= SELL_FACTOR * price && c.usdPerMwh() <= price);
          traded += c.mw() * v.hours();
        }
        assertEquals(0, paid[0] + paid[1] + paid[2], 1e-12, "budget balanced");
        for (int agent : new int[] {SUNNY, CITY}) {
          String grid = v.agents().get(agent).id() + ".grid";
          double metered = netMw(v, grid);
          assertEquals(sold[agent], v.contractedMw(agent), 1e-12);
          assertEquals(
              bill(v, metered + sold[agent]) + paid[agent], v.cost(agent), 1e-9, "step " + i);
        }
      }
      assertTrue(traded > 0.2, "MWh traded: " + traded);
    }
  }

  /**
   * The system pays for energy at its head; trade moves money within it. The operator gets its
   * tariff and pays its lower price for less energy, but takes no part itself.
   */
  @Test
  void tradeMakesNobodyWorseOffAndMovesMoneyOnly() {
    double[][] cost = new double[2][3];
    for (int k = 0; k < 2; k++) {
      try (Environment e =
          environment(k == 0 ? "{type: consensus, share: 0}" : TRADING, "", "0.6", "1000")) {
        e.reset(2);
        for (int i = 0; i < 24; i++) {
          step(e);
          assertEquals(0, e.view().contractedMw(OPERATOR));
          for (int agent = 0; agent < 3; agent++) {
            cost[k][agent] += e.view().cost(agent);
          }
        }
      }
    }
    assertTrue(cost[1][SUNNY] < cost[0][SUNNY] - 1, "the seller gains");
    assertTrue(cost[1][CITY] <= cost[0][CITY] + 1e-9, "the buyer does not lose");
    assertTrue(cost[1][OPERATOR] > cost[0][OPERATOR], "who lived on the difference loses it");
    double before = cost[0][0] + cost[0][1] + cost[0][2];
    assertEquals(before, cost[1][0] + cost[1][1] + cost[1][2], 1e-9, "nothing else changes");
  }

  @Test
  void aFeeGoesToTheAuctioneer() {
    String withFee = "{type: p2p-trading, sellFactor: 0.5, fee: 1, auctioneer: DSO, extra: false}";
    try (Environment e = environment(withFee, "", "0.6", "1000")) {
      e.reset(2);
      double fees = 0;
      for (int i = 0; i < 24; i++) {
        step(e);
        for (Contract c : e.view().contracts()) {
          assertEquals(OPERATOR, c.registrar());
          assertEquals(1, c.feeUsdPerMwh());
          fees += 2 * c.mw() * e.view().hours();
          double price = e.view().series("price");
          assertTrue(c.usdPerMwh() - 1 >= SELL_FACTOR * price - 1e-9);
          assertTrue(c.usdPerMwh() + 1 <= price + 1e-9);
        }
      }
      assertTrue(fees > 0.1, "fees: " + fees);
    }
  }

  /** Its generator is cheaper than the tariff and not used: it is offered at its marginal cost. */
  @Test
  void productionBeyondTheIntendedIsSoldWhereItIsCheaperThanTheTariff() {
    String own = "{type: p2p-trading, sellFactor: 0.5, margin: 0}";
    String yaml =
        YAML.replace("$protocol", own)
            .replace("$channel", "")
            .replace("$pv", "0.001")
            .replace("$city", "671")
            .replace(
                "loadScale: 0.1, capacitorScale: 0},\n     attach",
                "loadScale: 1e-6, capacitorScale: 0},\n     attach")
            .replace("$cost", "1");
    try (Environment e = workbench.environments().create(workbench.scenario(yaml))) {
      e.reset(2);
      boolean sold = false;
      for (int i = 0; i < 24; i++) {
        step(e);
        StepView v = e.view();
        double extra = Math.max(0, v.contractedMw(CITY));
        sold |= extra > 0.05;
        assertTrue(netMw(v, "city.gen") >= extra - 1e-3, "it is produced: " + netMw(v, "city.gen"));
      }
      assertTrue(sold);
    }
  }

  /** Lost orders are not traded; a lost confirmation changes nothing of the contract. */
  @Test
  void lossCostsTradesButNeverTheBalance() {
    double last = Double.POSITIVE_INFINITY;
    for (String loss : new String[] {"0", "0.5", "1"}) {
      try (Environment e = environment(TRADING, "channel: {loss: " + loss + "}", "0.6", "1000")) {
        e.reset(2);
        double traded = 0;
        for (int i = 0; i < 24; i++) {
          step(e);
          StepView v = e.view();
          double sum = 0;
          for (int agent = 0; agent < 3; agent++) {
            sum += v.contractedMw(agent);
          }
          assertEquals(0, sum, 1e-12, "energy sold is energy bought");
          traded += v.contracts().stream().mapToDouble(Contract::mw).sum();
        }
        assertTrue(traded < last, "less with more loss: " + traded);
        last = traded;
      }
    }
    assertEquals(0, last, "nothing is heard at all");
  }

  /**
   * Up to 3 MW of sun raise voltages beyond 1.05 pu where they come in, and more of it raises them
   * further, so that no trade is admitted while they are.
   */
  @Test
  void aTradeThatWouldViolateALimitIsLeftOut() {
    String checked = "{type: p2p-trading, sellFactor: 0.5, checkNetwork: true, extra: false}";
    String free = "{type: p2p-trading, sellFactor: 0.5, extra: false}";
    double[] traded = new double[2];
    int k = 0;
    for (String protocol : new String[] {free, checked}) {
      // behind a transformer of 2 MVA with 10 % resistance that is too much
      String yaml =
          YAML.replace("$protocol", protocol)
              .replace("$channel", "")
              .replace("$pv", "3")
              .replace("$city", "650")
              .replace(
                  "attach: {bus: \"671\", mva: 2, rPercent: 1, xPercent: 5}",
                  "attach: {bus: \"671\", mva: 2, rPercent: 10, xPercent: 20}")
              .replace("$cost", "1000");
      try (Environment e = workbench.environments().create(workbench.scenario(yaml))) {
        e.reset(2);
        for (int i = 0; i < 24; i++) {
          e.step(new float[] {3, 0});
          traded[k] += e.view().contracts().stream().mapToDouble(Contract::mw).sum();
        }
      }
      k++;
    }
    assertTrue(traded[0] > 0.5, "without the check: " + traded[0]);
    assertTrue(traded[1] < 0.8 * traded[0], traded[1] + " of " + traded[0]);
  }

  @Test
  void mistakesAreNamed() {
    assertTrue(
        refused("{type: p2p-trading, auctioneer: nobody}")
            .contains("no participant is called 'nobody'; there are DSO, sunny, city"));
  }

  private String refused(String protocol) {
    return assertThrows(
            ScenarioException.class, () -> environment(protocol, "", "0.6", "1000").reset(1))
        .getMessage();
  }
}
