package powergrid.baselines.clairvoyant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant.Counting;
import powergrid.baselines.Workbench;

/** Days of few hours on a network without losses, whose least cost is worked out by hand. */
class HandWorkedDayTest {
  private static final double USD = 1e-5;

  private static String yaml(int steps, String... devices) {
    return """
        name: by-hand
        clock: {start: "2023-07-01T00:00", step: 1h, steps: %d}
        network: {type: joined}
        data: {price: {dataset: given}, load: {dataset: given}}
        microgrids:
          - id: MG1
            protocol: none
            devices:
              - {id: grid, type: grid, bus: head, sellFactor: 0.9}
              - %s
        experiment: {metrics: [cost, cost-settled]}
        """
        .formatted(steps, String.join("\n      - ", devices));
  }

  private static Clairvoyance plain(double[] price, double[] load, String... devices) {
    return day(Counting.PLAIN, price, load, devices);
  }

  private static Clairvoyance settled(double[] price, double[] load, String... devices) {
    return day(Counting.SETTLED, price, load, devices);
  }

  private static Clairvoyance day(
      Counting counting, double[] price, double[] load, String... devices) {
    Workbench workbench = new Workbench(Map.of("price", price, "load", load));
    return workbench.clairvoyance(workbench.scenario(yaml(price.length, devices)), 1, counting);
  }

  private static void assertReached(double usd, Clairvoyance day) {
    assertEquals(usd, day.boundUsd(), USD, "bound");
    assertEquals(usd, day.relaxationUsd(), USD, "relaxed schedule");
    assertEquals(usd, day.achievedUsd(), USD, "replay");
    assertTrue(day.covered());
  }

  private static final String BATTERY =
      "{id: ess, type: storage, bus: end, pMaxMw: 1, energyMwh: 2, chargeEfficiency: 0.9,"
          + " dischargeEfficiency: 0.9, wearCost: 5, minSoc: 0.1, maxSoc: 0.9,"
          + " initialSocMin: 0.1, initialSocMax: 0.1}";

  /**
   * Empty at first: 1 MWh is bought at 20, which stores 0.9 MWh and gives 0.81 MWh, sold at 0.9 ·
   * 100. Wear is 5 a MWh either way. Nothing is left, so settling changes nothing: the mean price,
   * 60, is less than what selling earns, and 0.81 · 60 more than what the first hour costs.
   */
  @Test
  void aBatteryBuysLowAndSellsHigh() {
    double[] price = {20, 100};
    double[] load = {0, 0};
    double usd = 20 + 5 + 0.81 * 5 - 0.81 * 0.9 * 100;
    Clairvoyance day = plain(price, load, BATTERY);
    assertReached(usd, day);
    assertReached(usd, settled(price, load, BATTERY));
    assertEquals(-1, day.schedule().get("MG1.ess")[0], 1e-7);
  }

  /**
   * At full, with 1.6 MWh stored, it gives 1.44 MWh. Plain, each of two hours takes 1 MWh and 0.44
   * MWh at 0.9 · 50 less 5. Settled at the mean price 50, keeping earns more than 40: it rests.
   */
  @Test
  void whatIsStoredIsWorthTheMeanPriceOnlyIfItIsSettled() {
    String full =
        BATTERY.replace(
            "initialSocMin: 0.1, initialSocMax: 0.1", "initialSocMin: 0.9, initialSocMax: 0.9");
    double[] price = {50, 50};
    double[] load = {0, 0};
    assertReached(-1.44 * 40, plain(price, load, full));
    assertReached(0, settled(price, load, full));
  }

  /**
   * A MWh bought at π and sold later at 100 earns 0.81 (90 − 5) − (π + 5): it pays below π = 63.85
   * only.
   */
  @Test
  void aBatteryRestsWhereThePricesDoNotPayForItsLosses() {
    double threshold = 0.81 * (0.9 * 100 - 5) - 5;
    assertEquals(63.85, threshold, 1e-12);
    double[] load = {0, 0};
    assertReached(-0.1, plain(new double[] {threshold - 0.1, 100}, load, BATTERY));
    assertReached(0, plain(new double[] {threshold + 0.1, 100}, load, BATTERY));
  }

  /**
   * A demand of 1 MW at 100: the unit runs where 40 + 200 p = 100, at 0.3 MW, costs 100 · 0.09 + 40
   * · 0.3 and leaves 0.7 MW to buy. At 20 it is off.
   */
  @Test
  void aGeneratorRunsWhereItsMarginalCostMeetsThePrice() {
    Clairvoyance day =
        plain(
            new double[] {100, 20},
            new double[] {1, 1},
            "{id: gen, type: generator, bus: end, pMaxMw: 0.66, costQuadratic: 100, costLinear: 40}",
            "{id: town, type: load, bus: end, peakMw: 1}");
    assertReached(100 * 0.09 + 40 * 0.3 + 70 + 20, day);
    assertEquals(0.3, day.schedule().get("MG1.gen")[0], 1e-4);
  }

  /**
   * A start for 10 and 1 an hour on: at 0.5 MW and 100 an hour it saves (100 − 40) 0.5 − 1 = 29 in
   * its only dear hour, 19 after the start.
   */
  @Test
  void aStartIsPaidForWhereItPays() {
    String unit =
        "{id: gen, type: generator, bus: end, pMaxMw: 0.5, costLinear: 40, costConstant: 1,"
            + " startUpCost: 10}";
    String town = "{id: town, type: load, bus: end, peakMw: 1}";
    double[] load = {1, 1};
    assertReached(20 + 100 - 29 + 10, plain(new double[] {20, 100}, load, unit, town));
    String dear = unit.replace("startUpCost: 10", "startUpCost: 30");
    assertReached(20 + 100, plain(new double[] {20, 100}, load, dear, town));
  }

  /**
   * Losses could be a gain where power has to be taken at a negative price: then there is no bound.
   */
  @Test
  void negativePricesAreRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> plain(new double[] {20, -1}, new double[] {0, 0}, BATTERY));
    assertTrue(refused.getMessage().contains("step 1"), refused.getMessage());
  }

  @Test
  void aDeviceThatDoesNotDescribeItselfIsRefusedByName() {
    Workbench workbench =
        new Workbench(
            Map.of(
                "price", new double[] {1}, "load", new double[] {1}, "arrivals", new double[] {1}));
    String yaml =
        yaml(1, "{id: cars, type: ev, bus: end}")
            .replace("load: {dataset: given}", "arrivals: {dataset: given}");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> workbench.clairvoyance(workbench.scenario(yaml), 1, Counting.PLAIN));
    assertTrue(refused.getMessage().startsWith("MG1.cars"), refused.getMessage());
  }
}
