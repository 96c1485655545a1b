package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.sweep.RadialSweep;

/** Expected figures: the listing of 2004-06-24 of the IEEE PES 34-node test feeder. */
class Ieee34Test {
  private static final Network NETWORK = new Ieee34Factory().create(new Ieee34());

  @Test
  void meetsThePublishedVoltages() {
    Solution solution = PublishedSolution.solve(new RadialSweep(), NETWORK);
    int compared = new PublishedSolution(NETWORK).compare(solution, 3e-4, 0.05, List.of("XF10"));
    assertEquals(92, compared);
  }

  @Test
  void takesAndLosesWhatIsPublished() {
    Solution solution = PublishedSolution.solve(new RadialSweep(), NETWORK);
    assertEquals(2.042872, solution.sourceMw(), 1e-3 * 2.042872);
    assertEquals(0.290258, solution.sourceMvar(), 1e-3);
    assertEquals(1.769824, solution.loadMw(), 1e-3 * 1.769824);
    assertEquals(0.273049, solution.lossesMw(), 0.002 * 0.273049);
  }

  /** Spot and distributed loads' totals of the data sheets, kW. */
  @Test
  void hasThePublishedLoads() {
    double[] kw = {344 + 262, 344 + 240, 359 + 220};
    double[] kvar = {224 + 133, 224 + 120, 229 + 114};
    for (int phase = 0; phase < 3; phase++) {
      int p = phase;
      assertEquals(
          kw[p], NETWORK.loads().stream().mapToDouble(l -> 1000 * l.mw().get(p)).sum(), 1e-9);
      assertEquals(
          kvar[p], NETWORK.loads().stream().mapToDouble(l -> 1000 * l.mvar().get(p)).sum(), 1e-9);
    }
  }

  /** Three-phase equipment cannot be attached there, however often that is drawn. */
  @Test
  void isSinglePhaseAt822And856() {
    assertEquals(Phases.A, NETWORK.bus("822").phases());
    assertEquals(Phases.B, NETWORK.bus("856").phases());
    assertEquals(Phases.A, NETWORK.bus("864").phases());
  }

  @Test
  void everyBusHasAPlaceAndEveryRegulatorAControl() {
    for (Bus bus : NETWORK.buses()) {
      assertTrue(Double.isFinite(bus.x() + bus.y()), bus.id());
    }
    assertEquals(
        2,
        NETWORK.branches().stream()
            .filter(b -> b instanceof powergrid.api.network.Regulator r && r.control().isPresent())
            .count());
  }

  @Test
  void anotherNumberOfTapsIsRefused() {
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> new Ieee34(List.of(1, 2, 3), List.of(1)));
    assertEquals("rg11", e.path());
    assertEquals("there is 1 tap; give three, for phases a, b and c", e.getMessage());
  }
}
