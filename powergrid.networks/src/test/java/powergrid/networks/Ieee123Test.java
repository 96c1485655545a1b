package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Regulator;
import powergrid.api.network.Switch;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.sweep.RadialSweep;

/** Expected values: the published power flow of the 123-node document, 24 June 2004. */
class Ieee123Test {
  private static final Network NETWORK = new Ieee123Factory().create(new Ieee123());

  /**
   * 610 is behind a delta winding, where only voltages between phases are defined; the table prints
   * 61's to neutral there.
   */
  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void meetsThePublishedVoltages(PowerFlow method) {
    PublishedVoltages published = PublishedVoltages.of("ieee123", Map.of());
    assertEquals(274, published.values().size());
    SolvedFeeder feeder = SolvedFeeder.of(NETWORK, method);
    published.without("610").from(NETWORK, feeder.solution()).isWithin(6e-4, 0.06);
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(published.lineToLine("610", phase), feeder.lineToLine("610", phase), 6e-4);
    }
  }

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void meetsThePublishedTotals(PowerFlow method) {
    Solution solution = SolvedFeeder.of(NETWORK, method).solution();
    assertEquals(0.095611, solution.lossesMw(), 0.002 * 0.095611);
    assertEquals(3.620498, solution.sourceMw(), 5e-4 * 3.620498);
    assertEquals(3.524887, solution.loadMw(), 5e-4 * 3.524887);
    assertEquals(1.940083, solution.loadMvar(), 5e-4 * 1.940083);
  }

  /** The document's rows SYSTEM INPUT, LOAD and CAPAC; 0.1 % of a phase's 1575 kVA is 1.6. */
  @Test
  void meetsThePublishedPowerOfEachPhase() {
    SolvedFeeder feeder = SolvedFeeder.of(NETWORK, new RadialSweep());
    double[][] input = {{1463.861, 582.101}, {963.484, 343.687}, {1193.153, 398.976}};
    double[][] wye = {{1242.8, 651.0}, {822.8, 447.3}, {1026.3, 535.9}};
    double[][] delta = {{182.3, 126.7}, {108.1, 77.2}, {142.6, 101.8}};
    double[] capacitors = {271.290, 268.023, 269.733};
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(capacitors[phase], feeder.capacitorsKvar(phase), 0.3);
      for (int i = 0; i < 2; i++) {
        assertEquals(input[phase][i], feeder.input("150", phase)[i], 1.6);
        assertEquals(wye[phase][i], feeder.load(Connection.WYE, phase)[i], 0.6);
        assertEquals(delta[phase][i], feeder.load(Connection.DELTA, phase)[i], 0.3);
      }
    }
  }

  /** Totals of the document's spot loads and capacitors. */
  @Test
  void hasThePublishedTotals() {
    assertEquals(
        new RatedTotals(
            new PhaseValues(1420, 915, 1155),
            new PhaseValues(775, 515, 630),
            new PhaseValues(250, 250, 250)),
        RatedTotals.of(NETWORK));
  }

  @Test
  void relaysAreInTheirBandAtThePublishedTaps() {
    Solution solution = SolvedFeeder.of(NETWORK, new RadialSweep()).solution();
    int relays = 0;
    for (Branch branch : NETWORK.branches()) {
      if (branch instanceof Regulator regulator) {
        int gang = regulator.control().orElseThrow().gangPhase();
        for (int phase = 0; phase < 3; phase++) {
          if (regulator.phases().has(phase) && (gang < 0 || gang == phase)) {
            double outside = RelayVoltage.of(NETWORK, solution, regulator, phase).outside();
            assertEquals(0, outside, regulator.id() + phase);
            relays++;
          }
        }
      }
    }
    assertEquals(7, relays);
  }

  @Test
  void linesCarryTheirRatedCurrentsAndBusesHavePlaces() {
    for (Branch branch : NETWORK.branches()) {
      if (branch.id().equals("149-1")) {
        assertEquals(530, branch.ratingA());
      } else if (branch.id().equals("60-62")) {
        assertEquals(175, branch.ratingA());
      }
    }
    for (Bus bus : NETWORK.buses()) {
      assertTrue(Double.isFinite(bus.x() + bus.y()), bus.id());
    }
  }

  @Test
  void switchesAreInTheirPublishedPositions() {
    assertEquals(
        Map.of(
            "RG1-149", true,
            "13-152", true,
            "18-135", true,
            "60-160", true,
            "61-XF1", true,
            "97-197", true,
            "54-94", false,
            "151-300", false),
        NETWORK.branches().stream()
            .filter(Switch.class::isInstance)
            .map(Switch.class::cast)
            .collect(Collectors.toMap(Switch::id, Switch::closed)));
  }

  /** The other way round by 151–300, everything behind 97–197 stays supplied and radial. */
  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void theFeederCanBeRearranged(PowerFlow method) {
    Network rearranged = open("54-94", "97-197");
    Solution solution = SolvedFeeder.of(rearranged, method).solution();
    assertEquals(0, solution.unsuppliedMw());
    int at300 = 3 * rearranged.busIndex("300");
    int at151 = 3 * rearranged.busIndex("151");
    assertEquals(solution.magnitude(at151), solution.magnitude(at300));
  }

  @Test
  void closed151To300MakesALoopThatTheSweepRefuses() {
    Network loop = open("54-94");
    assertTrue(new RadialSweep().refuses(loop).orElseThrow().contains("closes a loop"));
    Solution solution = SolvedFeeder.of(loop, new CurrentInjection()).solution();
    assertEquals(3.49, solution.loadMw(), 0.02 * 3.49);
  }

  private static Network open(String... switches) {
    Ieee123 published = new Ieee123();
    return new Ieee123Factory()
        .create(
            new Ieee123(
                published.rg1(),
                published.rg2(),
                published.rg3(),
                published.rg4(),
                List.of(switches)));
  }

  @Test
  void aSwitchThatDoesNotExistIsRefused() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () ->
                new Ieee123(
                    List.of(7, 7, 7),
                    List.of(-1),
                    List.of(0, -1),
                    List.of(8, 1, 5),
                    List.of("250-251")));
    assertEquals("open", e.path());
    assertEquals(
        "the feeder has no switch 250-251; it has RG1-149, 13-152, 18-135, 54-94, 60-160, 61-XF1,"
            + " 97-197, 151-300",
        e.getMessage());
  }

  @Test
  void aRegulatorOfTwoPhasesNeedsTwoTaps() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () ->
                new Ieee123(
                    List.of(7, 7, 7), List.of(-1), List.of(0, 0, -1), List.of(8, 1, 5), List.of()));
    assertEquals("rg3", e.path());
    assertEquals("there are 3 taps; give two, for phases a and c", e.getMessage());
  }
}
