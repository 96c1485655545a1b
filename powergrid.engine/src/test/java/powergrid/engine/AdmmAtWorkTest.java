package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.engine.Figures.netMw;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.environment.Environment;
import powergrid.api.scenario.ScenarioException;

/** Three microgrids on feeders of their own that agree on who supplies what all of them take. */
class AdmmAtWorkTest {
  private static final String YAML =
      """
      name: admm
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 96}
      network: {type: ieee13, taps: [6, 4, 6]}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - {id: MG1, network: {type: ieee13, loadScale: 0.2}, protocol: $vertical, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: shop, type: load, bus: "671", peakMw: 0.1},
           {id: gen, type: generator, bus: "675", pMaxMw: 1, costQuadratic: 100, costLinear: 50}]}
        - {id: MG2, network: {type: ieee13, loadScale: 0.1}, protocol: $vertical, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: $most, costQuadratic: 100, costLinear: 70}]}
        - {id: MG3, network: {type: ieee13, loadScale: 0.2}, protocol: $vertical, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: 1, costQuadratic: 100, costLinear: 60}]}
      """;

  private static final String[] GRIDS = {"MG1", "MG2", "MG3"};

  private static final String BIDS = "{type: price-signal, bids: true}";

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String vertical, double most, String more) {
    String yaml = YAML.replace("$vertical", vertical).replace("$most", Double.toString(most));
    return workbench.environments().create(workbench.scenario(yaml + more));
  }

  /** What networks and the fixed load took in the last step. */
  private static double demand(Environment e) {
    double demand = 0;
    for (String grid : GRIDS) {
      demand += netMw(e, grid + ".grid") + netMw(e, grid + ".gen");
    }
    return demand;
  }

  private static double supplied(Environment e) {
    double supplied = 0;
    for (String grid : GRIDS) {
      supplied += netMw(e, grid + ".gen");
    }
    return supplied;
  }

  @ParameterizedTest
  @ValueSource(strings = {"setpoint", BIDS})
  void togetherTheySupplyWhatAllOfThemTake(String vertical) {
    try (Environment e = environment(vertical, 1, "protocol: {type: admm, share: 1}\n")) {
      e.reset(1);
      e.step(e.heldActions());
      for (int step = 0; step < 20; step++) {
        double demand = demand(e);
        e.step(e.heldActions());
        assertTrue(e.view().agreed(), "after " + e.view().rounds() + " rounds");
        // Σ (1e-4 + 1e-3 max(|x|, |b|)) of three below 1 MW each
        assertEquals(demand, supplied(e), 3 * (1e-4 + 1e-3));
        // at equal marginal cost, within a few tolerances of prices, 100 · 1e-4 + 1e-3 π
        double price = 50 + 200 * netMw(e, "MG1.gen");
        assertEquals(price, 70 + 200 * netMw(e, "MG2.gen"), 0.01 * price);
        assertEquals(price, 60 + 200 * netMw(e, "MG3.gen"), 0.01 * price);
      }
    }
  }

  /** One message in five is lost: within 1 % of the demand, on a line. */
  @Test
  void underLossTheySupplyItWithinAPercent() {
    String more = "protocol: {type: admm, share: 1}\nchannel: {topology: line, loss: 0.2}\n";
    try (Environment e = environment("setpoint", 1, more)) {
      e.reset(3);
      e.step(e.heldActions());
      for (int step = 0; step < 40; step++) {
        double demand = demand(e);
        e.step(e.heldActions());
        assertEquals(demand, supplied(e), 0.01 * demand, "step " + step);
      }
    }
  }

  /** 0.1 MW of the second and what the others can: less than 2.1 MW where 4 are asked for. */
  @Test
  void whatIsBeyondAllLimitsLeavesTheExchangeOpen() {
    String more = "protocol: {type: admm, share: 1, balance: given, totalMw: 4}\n";
    try (Environment e = environment("setpoint", 0.1, more)) {
      e.reset(1);
      for (int step = 0; step < 5; step++) {
        e.step(e.heldActions());
        assertFalse(e.view().agreed());
      }
      assertEquals(2.1, supplied(e), 1e-6);
    }
  }

  @Test
  void aSnapshotHoldsPricesAndSums() {
    String more = "protocol: {type: admm}\nchannel: {topology: ring, loss: 0.3}\n";
    try (Environment e = environment(BIDS, 1, more);
        Environment other = environment(BIDS, 1, more)) {
      e.reset(5);
      for (int step = 0; step < 7; step++) {
        e.step(e.heldActions());
      }
      other.restore(e.snapshot());
      for (int step = 7; step < 30; step++) {
        float[] expected = e.step(e.heldActions()).observations().clone();
        assertArrayEquals(expected, other.step(other.heldActions()).observations());
      }
    }
  }

  @Test
  void aPriceThatNobodyPassesOnIsRefused() {
    assertTrue(
        assertThrows(
                ScenarioException.class,
                () ->
                    environment("setpoint", 1, "protocol: {type: admm, target: price}\n").reset(1))
            .getMessage()
            .contains("'setpoint' cannot realise the price that 'admm' asks for"));
  }
}
