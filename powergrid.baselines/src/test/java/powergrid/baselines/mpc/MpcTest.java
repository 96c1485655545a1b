package powergrid.baselines.mpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant.Counting;
import powergrid.api.planning.Foresight;
import powergrid.api.scenario.ScenarioException;
import powergrid.baselines.Workbench;

class MpcTest {
  private static final double[] PRICE = {
    42, 38, 35, 33, 32, 36, 48, 70, 88, 80, 66, 58, 50, 46, 44, 52, 75, 105, 128, 119, 96, 78, 60,
    50
  };

  private static final double[] LOAD = {
    .4, .38, .36, .35, .36, .42, .55, .7, .78, .74, .7, .68, .66, .64, .63, .67, .78, .92, 1, .97,
    .88, .74, .6, .48
  };

  private static final double[] SUN = {
    0, 0, 0, 0, 0, 20, 110, 260, 430, 590, 720, 800, 820, 780, 690, 560, 400, 230, 90, 10, 0, 0, 0,
    0
  };

  private final Workbench workbench =
      new Workbench(Map.of("price", PRICE, "load", LOAD, "irradiance", SUN));

  /** A day that is linear but for the generator's quadratic cost, on a network without losses. */
  private static String yaml(String policy) {
    return """
        name: linear
        clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
        network: {type: joined, loadMw: 0.4}
        data: {price: {dataset: given}, load: {dataset: given}, irradiance: {dataset: given}}
        microgrids:
          - id: MG1
            protocol: setpoint
            policy: %s
            devices:
              - {id: grid, type: grid, bus: head, sellFactor: 0.9}
              - {id: gen, type: generator, bus: end, pMaxMw: 0.5, costQuadratic: 60, costLinear: 55,
                 rampMwPerHour: 0.2}
              - {id: ess, type: storage, bus: end, pMaxMw: 0.3, energyMwh: 1}
              - {id: pv, type: solar, bus: end, pMaxMw: 0.8}
              - {id: town, type: load, bus: end, peakMw: 0.6}
        experiment: {metrics: [cost, cost-settled]}
        """
        .formatted(policy);
  }

  private Workbench.Day run(String policy) {
    return workbench.run(workbench.scenario(yaml(policy)), 1);
  }

  private Clairvoyance clairvoyance(Counting counting) {
    return workbench.clairvoyance(workbench.scenario(yaml("rule")), 1, counting);
  }

  /**
   * Who plans the whole day in every step, and is right about what comes, does by the principle of
   * optimality what the best plan of the first step says. Both are within their programs' gaps.
   */
  @Test
  void withPerfectForesightItReachesTheClairvoyantDay() {
    double usd = 0.01;
    Clairvoyance day = clairvoyance(Counting.PLAIN);
    Workbench.Day plain = run("{type: mpc, forecast: perfect, fine: 24h, settle: false}");
    assertEquals(day.achievedUsd(), plain.usd(), usd);
    assertEquals(day.boundUsd(), plain.usd(), usd);
    Workbench.Day settled = run("{type: mpc, forecast: perfect, fine: 24h}");
    Clairvoyance kept = clairvoyance(Counting.SETTLED);
    assertEquals(kept.achievedUsd(), settled.settledUsd(), usd);
    assertEquals(kept.boundUsd(), settled.settledUsd(), usd);
    assertTrue(plain.usd() < settled.usd() - 1, "what is stored at the end is worth something");
  }

  @Test
  void withPersistenceItIsDearerThanTheBoundAndCheaperThanNothing() {
    double bound = clairvoyance(Counting.SETTLED).boundUsd();
    double persistent = run("{type: mpc, forecast: persistence}").settledUsd();
    double idle = run("hold").settledUsd();
    assertTrue(bound < persistent && persistent < idle, bound + ", " + persistent + ", " + idle);
  }

  /** The scenario's forecast without error is what comes, as far as it reaches. */
  @Test
  void anExactForecastOfTheScenarioIsAsGoodAsPerfectForesight() {
    String yaml = yaml("{type: mpc, forecast: forecast, fine: 24h}");
    for (String series : new String[] {"price", "load", "irradiance"}) {
      yaml =
          yaml.replace(
              series + ": {dataset: given}",
              series + ": {dataset: given, forecast: {horizon: 24h, step: 1h, error: 0}}");
    }
    assertEquals(
        run("{type: mpc, forecast: perfect, fine: 24h}").settledUsd(),
        workbench.run(workbench.scenario(yaml), 1).settledUsd(),
        1e-9);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertEquals(run("mpc"), run("mpc"));
  }

  /** A restored environment goes on as it did: the policy keeps nothing of its own. */
  @Test
  void aSnapshotNeedsNothingOfThePolicy() {
    try (Environment e = workbench.environments().create(workbench.scenario(yaml("mpc")))) {
      e.reset(1);
      for (int k = 0; k < 10; k++) {
        e.step(e.heldActions());
      }
      byte[] saved = e.snapshot();
      double[] first = rest(e);
      e.restore(saved);
      assertArrayEquals(first, rest(e), 0);
    }
  }

  private static double[] rest(Environment e) {
    double[] cost = new double[14];
    for (int k = 0; k < cost.length; k++) {
      e.step(e.heldActions());
      cost[k] = e.view().cost(0);
    }
    return cost;
  }

  /**
   * A battery that looks after itself, at a price that is bought and sold at, gains what the
   * clairvoyant day of a battery alone gains: the rest of the microgrid makes no difference to it.
   */
  @Test
  void aDeviceThatDecidesPlansForItself() {
    String own = "policy: {type: mpc, forecast: perfect, fine: 24h}";
    String yaml =
        yaml("hold")
            .replace("protocol: setpoint", "protocol: none")
            .replace("sellFactor: 0.9", "sellFactor: 1")
            .replace("energyMwh: 1", "energyMwh: 1, " + own)
            .replace("experiment:", "deciders: [devices]\nexperiment:");
    double resting =
        workbench.run(workbench.scenario(yaml.replace(own, "policy: hold")), 1).settledUsd();
    double gain = resting - workbench.run(workbench.scenario(yaml), 1).settledUsd();
    String alone =
        """
        name: alone
        clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
        network: {type: joined}
        data: {price: {dataset: given}}
        microgrids:
          - id: MG1
            protocol: none
            devices:
              - {id: grid, type: grid, bus: head, sellFactor: 1}
              - {id: ess, type: storage, bus: end, pMaxMw: 0.3, energyMwh: 1}
        experiment: {metrics: [cost, cost-settled]}
        """;
    Clairvoyance day = workbench.clairvoyance(workbench.scenario(alone), 1, Counting.SETTLED);
    assertEquals(-day.boundUsd(), gain, 0.01);
    assertTrue(gain > 1, "a battery earns");
  }

  /**
   * What the sun could give would raise the voltage at the end of a line to 1.074 pu; by the
   * quadratic of two buses with r = 0.08 pu, v⁴ − (1 + 2rP) v² + r²P² = 0. Where that costs more
   * than the sun is worth, a plan comes to 1.05 pu, about which its network is linear then.
   */
  @Test
  void voltagesAreKeptWithinTheirBandWhereThatPays() {
    assertEquals(1.0744, sunny("{type: mpc, network: single-node}"), 1e-4);
    assertEquals(1.0744, sunny("{type: mpc, voltageUsd: 0}"), 1e-4);
    assertEquals(1.05, sunny("{type: mpc, voltageUsd: 1e4}"), 1e-4);
    assertEquals(1.06, sunny("{type: mpc, voltageUsd: 1e4, vMaxPu: 1.06}"), 1e-4);
  }

  /** The voltage at the end of the line at noon, pu. */
  private double sunny(String policy) {
    double[] sun = new double[24];
    Arrays.fill(sun, 1000);
    Workbench clear = new Workbench(Map.of("price", PRICE, "irradiance", sun));
    String yaml =
        """
        name: sunny
        clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
        network: {type: joined, rOhm: 0.08}
        data: {price: {dataset: given}, irradiance: {dataset: given}}
        microgrids:
          - id: MG1
            protocol: setpoint
            policy: %s
            devices:
              - {id: grid, type: grid, bus: head, sellFactor: 1}
              - {id: pv, type: solar, bus: end, pMaxMw: 1}
        experiment: {metrics: [cost, cost-settled]}
        """
            .formatted(policy);
    try (Environment e = clear.environments().create(clear.scenario(yaml))) {
      e.reset(1);
      for (int k = 0; k < 12; k++) {
        e.step(e.heldActions());
      }
      var feeder = e.view().feeders().get(0);
      return feeder.solution().magnitude(3 * feeder.network().busIndex("end"));
    }
  }

  @Test
  void whomItCannotDriveIsSaid() {
    String yaml = yaml("mpc").replace("protocol: setpoint", "protocol: price-signal");
    ScenarioException refused =
        assertThrows(ScenarioException.class, () -> workbench.run(workbench.scenario(yaml), 1));
    assertTrue(refused.getMessage().contains("protocol: setpoint"), refused.getMessage());
  }

  @Test
  void aHorizonIsFineAtFirstAndCoarseThen() {
    Mpc settings = settings("6h", "1h", "2h");
    assertArrayEquals(new int[] {1, 1, 1, 1, 8, 8, 4}, Horizon.intervals(settings, 0.25, 96));
    assertArrayEquals(new int[] {1, 1, 1, 1, 2}, Horizon.intervals(settings, 0.25, 6));
    assertArrayEquals(new int[] {1}, Horizon.intervals(settings, 0.25, 1));
    assertArrayEquals(new int[] {1}, Horizon.intervals(settings("1s", "1s", "1s"), 0.25, 9));
  }

  private static Mpc settings(String horizon, String fine, String coarse) {
    return new Mpc(
        time(horizon),
        Foresight.PERSISTENCE,
        time(fine),
        time(coarse),
        true,
        "price",
        NetworkModel.SINGLE_NODE,
        0,
        0.95,
        1.05);
  }

  private static Duration time(String text) {
    return Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
  }
}
