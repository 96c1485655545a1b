package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.scenario.Mistake;

/** A price does what a dispatch would, and what devices would that look after themselves. */
class SameOptimumTest {
  private static final String YAML =
      """
      name: optimum
      clock: {start: "2023-07-01T00:00", step: 15min, steps: 96}
      network: {type: ieee13, taps: [6, 4, 6]}
      data: {price: {dataset: synthetic, known: ahead}}
      microgrids:
        - id: MG1
          protocol: $protocol
          policy: {type: economic-dispatch, $limit}
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: gen1, type: generator, bus: "675", pMaxMw: 0.66, costQuadratic: 100,
               costLinear: 40, policy: best-response}
            - {id: ess1, type: storage, bus: "671", pMaxMw: 0.5, energyMwh: 2, policy: best-response}
            - {id: pv1, type: solar, bus: "671", pMaxMw: 0.8, policy: best-response}
            - {id: shops, type: load, bus: "671", mode: curtailable, peakMw: 0.3,
               policy: best-response}
      experiment: {metrics: [cost]}
      """;

  private static final int GENERATOR = 2;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String protocol, String limit) {
    String yaml = YAML.replace("$protocol", protocol).replace("$limit", limit);
    return workbench.environments().create(workbench.scenario(yaml));
  }

  /** What every agent injected in every step of a day, and what it cost. */
  private double[] day(String protocol, String limit) {
    try (Environment e = environment(protocol, limit)) {
      e.reset(1);
      StepView view = e.view();
      int agents = e.agents().size();
      double[] day = new double[96 * 2 * agents];
      for (int t = 0, i = 0; t < 96; t++) {
        e.step(e.heldActions());
        for (int a = 0; a < agents; a++) {
          day[i++] = view.netMw(a);
          day[i++] = view.cost(a);
        }
      }
      return day;
    }
  }

  @Test
  void theDayIsTheSameByDispatchByPriceAndByBestResponse() {
    double[] dispatched = day("setpoint", "");
    assertArrayEquals(dispatched, day("price-signal", ""), 1e-9);
    assertArrayEquals(dispatched, day("none", ""), 1e-9);
  }

  /** 40 + 2 · 100 p is the price of the hour, or p is at a bound. */
  @Test
  void theGeneratorRunsWhereItsMarginalCostMeetsThePrice() {
    try (Environment e = environment("setpoint", "")) {
      e.reset(1);
      assertEquals("MG1.gen1", e.agents().get(GENERATOR).id());
      for (int t = 0; t < 96; t++) {
        e.step(e.heldActions());
        double price = e.view().series("price");
        double best = Math.max(0, Math.min(0.66, (price - 40) / 200));
        assertEquals(best, e.view().netMw(GENERATOR), 1e-9);
      }
    }
  }

  /** A device that decides hears a price after it has decided, and goes by it in the next step. */
  @Test
  void devicesThatDecideGoByThePriceThatTheirParentSaidLast() {
    String yaml = YAML.replace("$protocol", "price-signal").replace("$limit", "");
    try (Environment e =
        workbench.environments().create(workbench.scenario(yaml + "deciders: devices\n"))) {
      e.reset(1);
      double said = Double.NaN;
      for (int t = 0; t < 96; t++) {
        e.step(e.heldActions());
        double tariff = e.view().series("price");
        double price = t == 0 ? tariff : said;
        double best = Math.max(0, Math.min(0.66, (price - 40) / 200));
        assertEquals(best, e.view().netMw(GENERATOR), 1e-6, "step " + t);
        said = tariff;
      }
    }
  }

  @Test
  void anImportLimitHasDevicesGiveMoreThanThePriceIsWorth() {
    double[] free = day("setpoint", "");
    double[] limited = day("setpoint", "importLimitMw: 1");
    int agents = free.length / 96 / 2;
    int above = 0;
    for (int t = 0; t < 96; t++) {
      int generator = 2 * (t * agents + GENERATOR);
      assertTrue(limited[generator] >= free[generator] - 1e-9, "step " + t);
      above += limited[generator] > free[generator] + 1e-3 ? 1 : 0;
    }
    assertTrue(above > 10, above + " steps above");
  }

  @Test
  void aLimitThatAPriceCannotKeepIsAMistake() {
    String yaml = YAML.replace("$protocol", "price-signal").replace("$limit", "importLimitMw: 1");
    assertEquals(
        List.of(
            "test.yaml:8:54: microgrids.MG1.policy.importLimitMw: 1.0 MW cannot be kept by MG1, which says"
                + " a price and hears no reports; leave it out, or use setpoint"),
        workbench.environments().check(workbench.scenario(yaml)).stream()
            .map(Mistake::toString)
            .toList());
  }
}
