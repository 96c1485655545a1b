package powergrid.baselines.clairvoyant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant.Counting;
import powergrid.api.scenario.Scenario;
import powergrid.baselines.Workbench;

/** No policy's day costs less than the bound, by either way to count, nor does the replay. */
class NoPolicyBeatsTheBoundTest {
  /** Of the power flow: what it may be off, over a day, at any price. */
  private static final double USD = 0.01;

  private static final List<String> POLICIES =
      List.of(
          "hold",
          "rule",
          "economic-dispatch",
          "extremes",
          "{type: mpc, forecast: persistence, fine: 1h}",
          "{type: mpc, forecast: perfect, fine: 1h, settle: false}");

  @Test
  void onOneMicrogrid() throws IOException {
    String yaml =
        Workbench.example("one-microgrid")
            .replaceFirst("protocol: none .*\n *policy: rule", "protocol: setpoint\n    policy: _");
    Workbench workbench = new Workbench(Map.of());
    for (long seed = 1; seed <= 3; seed++) {
      Map<Counting, Clairvoyance> day = day(workbench, yaml, seed);
      for (String policy : POLICIES) {
        holds(workbench, yaml.replace("policy: _", "policy: " + policy), seed, day);
      }
      String prices = yaml.replace("protocol: setpoint", "protocol: price-signal");
      holds(workbench, prices.replace("policy: _", "policy: rule"), seed, day);
      holds(workbench, prices.replace("policy: _", "policy: extremes"), seed, day);
    }
  }

  @Test
  void onThreeMicrogridsOfAnOperator() throws IOException {
    String yaml =
        Workbench.example("three-microgrids").replace("policy: economic-dispatch", "policy: _");
    Workbench workbench = new Workbench(Map.of());
    for (long seed = 1; seed <= 2; seed++) {
      Map<Counting, Clairvoyance> day = day(workbench, yaml, seed);
      for (String policy : POLICIES) {
        holds(workbench, yaml.replace("policy: _", "policy: " + policy), seed, day);
      }
      String ruled = yaml.replace("policy: _", "policy: economic-dispatch");
      for (String protocol : List.of("p2p-trading", "consensus")) {
        holds(workbench, ruled.replaceFirst("protocol: none", "protocol: " + protocol), seed, day);
      }
    }
  }

  /** All kinds of devices on a network without losses; demand is charged. */
  @Test
  void onAllKindsOfDevices() {
    String yaml =
        """
        name: kinds
        clock: {start: "2023-07-01T00:00", step: 30min, steps: 48}
        network: {type: joined, loadMw: 0.5}
        data:
          price: {dataset: given}
          load: {dataset: given}
          irradiance: {dataset: given}
          windSpeed: {dataset: given}
          temperature: {dataset: given}
        microgrids:
          - id: MG1
            protocol: setpoint
            policy: _
            devices:
              - {id: grid, type: grid, bus: head, spread: 3, demandCharge: 60, demandWindow: 1h}
              - {id: gen1, type: generator, bus: end, pMaxMw: 0.4, pMinMw: 0.1, costLinear: 60,
                 costConstant: 3, startUpCost: 5, rampMwPerHour: 0.3, minUpTime: 2h}
              - {id: ess1, type: storage, bus: end, pMaxMw: 0.3, energyMwh: 1, selfDischarge: 0.05}
              - {id: pv1, type: solar, bus: end, pMaxMw: 0.5, inverter: {reactive: volt-var}}
              - {id: wt1, type: wind, bus: end, pMaxMw: 0.3}
              - {id: shops, type: load, bus: end, mode: curtailable, peakMw: 0.3}
              - {id: wash, type: load, bus: end, mode: shiftable, blockMw: 0.1, blockHours: 2,
                 earliestHour: 3, deadlineHour: 20}
              - {id: air, type: hvac, bus: end, maxConsumptionMw: 0.05}
              - {id: h2, type: electrolyzer, bus: end, maxConsumptionMw: 0.3, demandKgPerHour: 3}
        experiment: {metrics: [cost, cost-settled]}
        """;
    for (long seed = 1; seed <= 3; seed++) {
      Workbench workbench = new Workbench(series(seed));
      Map<Counting, Clairvoyance> day = day(workbench, yaml, seed);
      for (String policy : POLICIES) {
        holds(workbench, yaml.replace("policy: _", "policy: " + policy), seed, day);
      }
    }
  }

  /**
   * Two microgrids, each with a network and a meter of its own, that can trade: the one needs what
   * the other has, so that contracts save both the difference of prices.
   */
  @Test
  void onTwoMetersWithContracts() {
    String yaml =
        """
        name: two-meters
        clock: {start: "2023-07-01T00:00", step: 30min, steps: 48}
        protocol: none
        data: {price: {dataset: given}, load: {dataset: given}, irradiance: {dataset: given}}
        microgrids:
          - id: A
            network: {type: joined}
            protocol: setpoint
            policy: _
            devices:
              - {id: grid, type: grid, bus: head, sellFactor: 0.5}
              - {id: pv, type: solar, bus: end, pMaxMw: 1}
          - id: B
            network: {type: joined, loadMw: 0.6}
            protocol: setpoint
            policy: _
            devices:
              - {id: grid, type: grid, bus: head, sellFactor: 0.5}
              - {id: gen, type: generator, bus: end, pMaxMw: 0.4, costQuadratic: 40, costLinear: 30}
              - {id: ess, type: storage, bus: end, pMaxMw: 0.3, energyMwh: 1}
        experiment: {metrics: [cost, cost-settled]}
        """;
    for (long seed = 1; seed <= 3; seed++) {
      Workbench workbench = new Workbench(series(seed));
      Map<Counting, Clairvoyance> day = day(workbench, yaml, seed);
      for (String policy : POLICIES) {
        String driven = yaml.replace("policy: _", "policy: " + policy);
        holds(workbench, driven, seed, day);
        holds(workbench, driven.replace("protocol: none", "protocol: p2p-trading"), seed, day);
      }
    }
  }

  private static Map<Counting, Clairvoyance> day(Workbench workbench, String yaml, long seed) {
    Scenario scenario = workbench.scenario(yaml.replace("policy: _", "policy: rule"));
    Map<Counting, Clairvoyance> day = new EnumMap<>(Counting.class);
    for (Counting counting : Counting.values()) {
      Clairvoyance one = workbench.clairvoyance(scenario, seed, counting);
      assertTrue(one.covered(), scenario.name() + " " + seed);
      assertTrue(one.achievedUsd() >= one.boundUsd() - USD, () -> "" + one);
      double gap = one.relaxationUsd() - one.boundUsd();
      assertTrue(gap >= 0 && gap <= 1e-6 * Math.abs(one.boundUsd()), () -> "gap " + gap);
      day.put(counting, one);
    }
    return day;
  }

  private static void holds(
      Workbench workbench, String yaml, long seed, Map<Counting, Clairvoyance> day) {
    Workbench.Day run = workbench.run(workbench.scenario(yaml), seed);
    if (run.covered()) {
      double plain = day.get(Counting.PLAIN).boundUsd();
      double settled = day.get(Counting.SETTLED).boundUsd();
      assertTrue(run.usd() >= plain - USD, () -> yaml + run + day);
      assertTrue(run.settledUsd() >= settled - USD, () -> yaml + run + day);
    } else {
      // only who does anything at all leaves the voltages that the bound is about
      assertTrue(yaml.contains("extremes"), yaml);
    }
  }

  private static Map<String, double[]> series(long seed) {
    Random random = new Random(seed);
    return Map.of(
        "price", walk(random, 20, 120),
        "load", walk(random, 0.3, 1),
        "irradiance", walk(random, 0, 1000),
        "windSpeed", walk(random, 0, 18),
        "temperature", walk(random, 5, 38));
  }

  private static double[] walk(Random random, double low, double high) {
    double[] share = {random.nextDouble()};
    return DoubleStream.generate(
            () -> {
              double step = 0.4 * random.nextDouble() - 0.2;
              share[0] = Math.max(0, Math.min(1, share[0] + step));
              return low + share[0] * (high - low);
            })
        .limit(48)
        .toArray();
  }
}
