package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.metric.Metric;
import powergrid.api.plugin.NoFields;
import powergrid.metrics.OptimalityGap;

/** How far dispatches by a price and by set points are from the cheapest. */
class CheapestDispatchTest {
  /** Costs 100 p² + 40 p and 50 p² + 40 p, USD/h. */
  private static final String YAML =
      """
      name: two-generators
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 96}
      network: {type: ieee13, taps: [6, 4, 6]}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - {id: MG1, protocol: $protocol, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: one, type: generator, bus: "675", pMaxMw: 1, costQuadratic: 100, costLinear: 40},
           {id: two, type: generator, bus: "671", pMaxMw: 1, costQuadratic: 50, costLinear: 40}]}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  private double gap(String protocol, float... actions) {
    Metric gap = new OptimalityGap().create(new NoFields());
    String yaml = YAML.replace("$protocol", protocol);
    try (Environment e = workbench.environments().create(workbench.scenario(yaml))) {
      e.reset(1);
      gap.reset(e.view());
      e.step(actions);
      gap.step(e.view());
      return gap.value();
    }
  }

  /** At 60 USD/MWh 200 p + 40 = 60 for the one and 100 p + 40 = 60 for the other. */
  @Test
  void devicesThatAnswerOnePriceDispatchAtLeastCost() {
    assertEquals(0, gap("price-signal", 60), 1e-9);
    assertEquals(0, gap("setpoint", 0.1f, 0.2f), 1e-7, "the same as set points");
  }

  /**
   * 0.6 MW of the first alone cost 36 + 24 USD/h; margins are equal at 0.2 and 0.4 MW, which cost 4
   * + 8 and 8 + 16: 24 USD/h less, for a quarter of an hour.
   */
  @Test
  void setPointsThatIgnoreCostsAreOffByWhatKktConditionsGive() {
    assertEquals(6, gap("setpoint", 0.6f, 0), 1e-5);
  }
}
