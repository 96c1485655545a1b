package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Regulator;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.sweep.RadialSweep;

class Ieee13Test {
  private static final Network NETWORK = new Ieee13Factory().create(new Ieee13());

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void meetsThePublishedVoltages(PowerFlow method) {
    PublishedVoltages published = PublishedVoltages.of("ieee13", Map.of());
    assertEquals(35, published.values().size());
    SolvedFeeder feeder = SolvedFeeder.of(NETWORK, method);
    published.from(NETWORK, feeder.solution()).isWithin(3e-4, 0.05);
  }

  /** 110.98 kW by OpenDSS and by an independent three-phase solver. */
  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void losesWhatTwoOtherEnginesSay(PowerFlow method) {
    Solution solution = SolvedFeeder.of(NETWORK, method).solution();
    assertEquals(0.11098, solution.lossesMw(), 0.002 * 0.11098);
  }

  @Test
  void hasAVoltageOnEveryPhasePresentAndNoneElsewhere() {
    Solution solution = SolvedFeeder.of(NETWORK, new RadialSweep()).solution();
    int nodes = 0;
    for (int n = 0; n < solution.re().length; n++) {
      boolean present = NETWORK.buses().get(n / 3).phases().has(n % 3);
      assertEquals(present, solution.magnitude(n) > 0.9);
      nodes += present ? 1 : 0;
    }
    assertEquals(35, nodes);
  }

  /** Totals of the paper's spot and distributed load tables and of its capacitors. */
  @Test
  void hasThePublishedTotals() {
    assertEquals(
        new RatedTotals(
            new PhaseValues(1158 + 17, 973 + 66, 1135 + 117),
            new PhaseValues(606 + 10, 627 + 38, 753 + 68),
            new PhaseValues(200, 200, 300)),
        RatedTotals.of(NETWORK));
  }

  @Test
  void branchesCarryTheirRatedCurrentsAndBusesHavePlaces() {
    Branch head =
        NETWORK.branches().stream().filter(b -> b.id().equals("RG60-632")).findAny().get();
    assertEquals(730, head.ratingA());
    for (Bus bus : NETWORK.buses()) {
      assertTrue(Double.isFinite(bus.x() + bus.y()), bus.id());
    }
  }

  /** The settings and the taps are published together: a wrong setting would be off the band. */
  @Test
  void relaysAreInTheirBandAtThePublishedTaps() {
    SolvedFeeder feeder = SolvedFeeder.of(NETWORK, new RadialSweep());
    Regulator regulator = (Regulator) NETWORK.branches().get(0);
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(
          0, RelayVoltage.of(NETWORK, feeder.solution(), regulator, phase).outside(), "" + phase);
    }
  }

  @Test
  void tapsAreThoseConfigured() {
    Network network = new Ieee13Factory().create(new Ieee13(List.of(6, 4, 6)));
    Solution solution = SolvedFeeder.of(network, new RadialSweep()).solution();
    int rg60 = 3 * network.busIndex("RG60");
    assertEquals(1.0375, solution.magnitude(rg60), 1e-12);
    assertEquals(1.025, solution.magnitude(rg60 + 1), 1e-12);
    assertEquals(1.0375, solution.magnitude(rg60 + 2), 1e-12);
  }

  @Test
  void anotherNumberOfTapsIsRefused() {
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> new Ieee13(List.of(1, 2)));
    assertEquals("taps", e.path());
    assertEquals("there are 2 taps; give three, for phases a, b and c", e.getMessage());
  }

  @Test
  void fiftyfoldLoadHasNoSolution() {
    Solver solver = new RadialSweep().prepare(NETWORK);
    Arrays.fill(solver.injections().loadScale(), 50);
    assertEquals(Status.DIVERGED, solver.solve());
    for (double re : solver.solution().re()) {
      assertTrue(Double.isFinite(re));
    }
  }
}
