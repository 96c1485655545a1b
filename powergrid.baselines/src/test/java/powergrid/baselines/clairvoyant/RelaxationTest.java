package powergrid.baselines.clairvoyant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.planning.Foresight;
import powergrid.baselines.Workbench;
import powergrid.baselines.convex.ConvexProgram;
import powergrid.baselines.convex.DeviceProgram;
import powergrid.baselines.convex.Expression;
import powergrid.baselines.convex.Meter;
import powergrid.baselines.convex.Simplex;

/**
 * What a device really does under any actions is a feasible point of the relaxed program that it
 * describes itself by, and costs no less there: the one thing that makes a bound one. The device is
 * asked at random; the powers that it injected are then put into its program, which has to have a
 * solution that costs no more than what was booked, less what is stored at any price.
 */
class RelaxationTest {
  private static final int STEPS = 60;

  /** What the power flow and the border's floats may be off, MW. */
  private static final double MW = 1e-6;

  private static final double USD = 1e-3;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: generator, pMaxMw: 0.8, costQuadratic: 80, costLinear: 30, costConstant: 7",
        "type: generator, pMaxMw: 0.8, pMinMw: 0.3, costLinear: 50, costConstant: 4,"
            + " startUpCost: 12, shutDownCost: 5, minUpTime: 2h, minDownTime: 1h",
        "type: generator, pMaxMw: 0.8, pMinMw: 0.2, costLinear: 50, rampUpMwPerHour: 0.5,"
            + " rampDownMwPerHour: 0.9, initialMw: 0.5, startUpCost: 3",
        "type: generator, pMaxMw: 0.8, pMinMw: 0.1, commitment: action, rampMwPerHour: 0.4,"
            + " costCurve: [{mw: 0.1, usdPerHour: 9}, {mw: 0.4, usdPerHour: 15}, {mw: 0.8, usdPerHour: 31}]",
        "type: storage, pMaxMw: 0.5, energyMwh: 1",
        "type: storage, pMaxMw: 0.5, energyMwh: 1, selfDischarge: 0.6, minSoc: 0.3",
        "type: storage, pMaxMw: 0.5, energyMwh: 1, chargeMaxMw: 0.3, degradation: throughput,"
            + " replacementCost: 20000, cycleLife: 500, capacityFade: true",
        "type: storage, pMaxMw: 0.5, energyMwh: 1, degradation: cycle-depth, replacementCost: 20000",
        "type: solar, pMaxMw: 0.4",
        "type: wind, pMaxMw: 0.4",
        "type: load, peakMw: 0.5",
        "type: load, mode: curtailable, peakMw: 0.5, minShare: 0.2, comfortCost: 200,"
            + " referencePrice: 40",
        "type: load, mode: shiftable, blockMw: 0.2, blockHours: 1.4, earliestHour: 0.6,"
            + " deadlineHour: 8.3",
        "type: hvac, maxConsumptionMw: 0.05",
        "type: hvac, maxConsumptionMw: 0.02, mode: cooling, startC: 27, discomfortCost: 9,"
            + " solarApertureM2: 40",
        "type: electrolyzer, maxConsumptionMw: 0.5, demandKgPerHour: 4, storeKg: 30, initialKg: 10",
        "type: electrolyzer, maxConsumptionMw: 0.5, standbyMw: 0.02, demandKgPerHour: 6, minLoad: 0.3",
      })
  void whatADeviceDoesIsInItsProgramAtNoMoreThanItsCost(String device) {
    for (long seed = 1; seed <= 3; seed++) {
      contained(device, seed);
    }
  }

  private static void contained(String device, long seed) {
    Workbench workbench = new Workbench(series(seed));
    try (Environment environment =
        workbench.environments().create(workbench.scenario(yaml(device)))) {
      environment.reset(seed);
      int[] single = new int[STEPS];
      Arrays.fill(single, 1);
      Agent it = agent(environment, "MG1.it");
      Agent grid = agent(environment, "MG1.grid");
      ConvexProgram program = new ConvexProgram();
      DeviceProgram its = new DeviceProgram(program, STEPS, true, null, true);
      int[] drawn = new int[STEPS];
      Arrays.setAll(drawn, k -> program.variable(-10, 10));
      Meter meter = new Meter(program, drawn);
      DeviceProgram metered = new DeviceProgram(program, STEPS, true, meter, true);
      var planning = environment.planning(Foresight.PERFECT, single);
      assertTrue(planning.describe(it, its));
      assertTrue(planning.describe(grid, metered));
      double start = stored(environment, it);
      double booked = 0;
      for (int k = 0; k < STEPS; k++) {
        environment.step(environment.heldActions());
        double mw = environment.view().netMw(it.index());
        program.constrain(mw - MW, mw + MW, its.injected(k));
        double imported = environment.view().state(grid.index(), "electrical.pMw");
        assertEquals(-mw, imported, MW, "a network without losses");
        program.constrain(imported - MW, imported + MW, new Expression().add(drawn[k], 1));
        booked += environment.view().cost(it.index()) + environment.view().cost(grid.index());
      }
      double[] most = new double[STEPS];
      Arrays.fill(most, 10);
      meter.close(most, most);
      double more = stored(environment, it) - start;
      for (double price : new double[] {0, 60}) {
        its.stored().addCost(program, -price);
        double usd = Simplex.solve(program, 1e-7).boundUsd();
        assertTrue(
            usd <= booked - price * more + USD,
            () -> device + ", seed " + seed + ", " + price + ": " + usd + " above what was booked");
      }
    }
  }

  private static String yaml(String device) {
    return """
        name: contained
        clock: {start: "2023-07-01T00:00", step: 15min, steps: %d}
        network: {type: joined}
        data:
          price: {dataset: given}
          load: {dataset: given}
          irradiance: {dataset: given}
          windSpeed: {dataset: given}
          temperature: {dataset: given}
        microgrids:
          - id: MG1
            protocol: setpoint
            devices:
              - {id: grid, type: grid, bus: head, demandCharge: 40, demandWindow: 1h}
              - {id: it, bus: end, %s, policy: extremes}
        deciders: [devices]
        experiment: {metrics: [cost, cost-settled]}
        """
        .formatted(STEPS, device);
  }

  private static Map<String, double[]> series(long seed) {
    Random random = new Random(seed);
    Map<String, double[]> series = new HashMap<>();
    series.put("price", walk(random, 10, 120));
    series.put("load", walk(random, 0, 1));
    series.put("irradiance", walk(random, 0, 1000));
    series.put("windSpeed", walk(random, 0, 18));
    series.put("temperature", walk(random, 5, 38));
    return series;
  }

  private static double[] walk(Random random, double low, double high) {
    double[] values = new double[STEPS];
    double share = random.nextDouble();
    for (int k = 0; k < STEPS; k++) {
      share = Math.max(0, Math.min(1, share + 0.4 * random.nextDouble() - 0.2));
      values[k] = low + share * (high - low);
    }
    return values;
  }

  private static Agent agent(Environment environment, String id) {
    return environment.agents().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  private static double stored(Environment environment, Agent device) {
    double mwh = environment.view().state(device.index(), "storage.deliverableMwh");
    return Double.isNaN(mwh) ? 0 : mwh;
  }
}
