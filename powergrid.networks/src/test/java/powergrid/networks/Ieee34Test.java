package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.sweep.RadialSweep;

/** Expected values: the published power flow of the 34-node document, 24 June 2004. */
class Ieee34Test {
  private static final Network NETWORK = new Ieee34Factory().create(new Ieee34());

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void meetsThePublishedVoltages(PowerFlow method) {
    PublishedVoltages published = PublishedVoltages.of("ieee34", Map.of("XF10", "888"));
    assertEquals(95, published.values().size());
    SolvedFeeder feeder = SolvedFeeder.of(NETWORK, method);
    published.from(NETWORK, feeder.solution()).isWithin(3e-4, 0.05);
  }

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void meetsThePublishedTotals(PowerFlow method) {
    Solution solution = SolvedFeeder.of(NETWORK, method).solution();
    assertEquals(0.273049, solution.lossesMw(), 0.002 * 0.273049);
    assertEquals(2.042872, solution.sourceMw(), 5e-4 * 2.042872);
    assertEquals(1.769824, solution.loadMw(), 5e-4 * 1.769824);
    assertEquals(1.051547, solution.loadMvar(), 5e-4 * 1.051547);
  }

  /** The document's rows SYSTEM INPUT, LOAD and CAPAC; 0.1 % of a phase's 778 kVA is 0.8. */
  @Test
  void meetsThePublishedPowerOfEachPhase() {
    SolvedFeeder feeder = SolvedFeeder.of(NETWORK, new RadialSweep());
    double[][] input = {{759.136, 171.727}, {666.663, 90.137}, {617.072, 28.394}};
    double[][] wye = {{359.9, 230.9}, {339.3, 216.9}, {221.8, 161.8}};
    double[][] delta = {{246.4, 128.7}, {243.3, 128.7}, {359.0, 184.6}};
    double[] capacitors = {265.658, 264.760, 265.869};
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(capacitors[phase], feeder.capacitorsKvar(phase), 0.2);
      for (int i = 0; i < 2; i++) {
        assertEquals(input[phase][i], feeder.input("800", phase)[i], 0.8);
        assertEquals(wye[phase][i], feeder.load(Connection.WYE, phase)[i], 0.3);
        assertEquals(delta[phase][i], feeder.load(Connection.DELTA, phase)[i], 0.3);
      }
    }
  }

  /** Totals of the document's spot and distributed loads and of its capacitors. */
  @Test
  void hasThePublishedTotals() {
    assertEquals(
        new RatedTotals(
            new PhaseValues(344 + 262, 344 + 240, 359 + 220),
            new PhaseValues(224 + 133, 224 + 120, 229 + 114),
            new PhaseValues(250, 250, 250)),
        RatedTotals.of(NETWORK));
  }

  /** Of phase a at 814 the document's own taps and settings do not agree: 120.48 V, not 121. */
  @Test
  void relaysButOneAreInTheirBandAtThePublishedTaps() {
    Solution solution = SolvedFeeder.of(NETWORK, new RadialSweep()).solution();
    for (Branch branch : NETWORK.branches()) {
      if (branch instanceof Regulator regulator) {
        for (int phase = 0; phase < 3; phase++) {
          boolean off = regulator.id().equals("814-RG10") && phase == 0;
          double outside = RelayVoltage.of(NETWORK, solution, regulator, phase).outside();
          assertEquals(off ? 120.48 - 121 : 0, outside, off ? 0.05 : 0, regulator.id() + phase);
        }
      }
    }
  }

  @Test
  void linesCarryTheirRatedCurrentsAndBusesHavePlaces() {
    for (Branch branch : NETWORK.branches()) {
      if (branch.id().equals("800-802")) {
        assertEquals(230, branch.ratingA());
      } else if (branch.id().equals("RG11-832")) {
        assertEquals(180, branch.ratingA());
      }
    }
    for (Bus bus : NETWORK.buses()) {
      assertTrue(Double.isFinite(bus.x() + bus.y()), bus.id());
    }
  }

  @Test
  void theFeedersLateralsAreSinglePhase() {
    assertEquals(Phases.A, NETWORK.bus("822").phases());
    assertEquals(Phases.B, NETWORK.bus("856").phases());
    assertEquals(Phases.A, NETWORK.bus("864").phases());
    assertEquals(Phases.B, NETWORK.bus("838").phases());
  }

  @Test
  void theSourceIsIdealAtBus800() {
    assertEquals(List.of(new Source("substation", "800", 1.05, 0)), NETWORK.sources());
  }

  @Test
  void anotherNumberOfTapsIsRefused() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class, () -> new Ieee34(List.of(12, 5, 5), List.of(13)));
    assertEquals("rg11", e.path());
    assertEquals("there is 1 tap; give three, for phases a, b and c", e.getMessage());
  }
}
