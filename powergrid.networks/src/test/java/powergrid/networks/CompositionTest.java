package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.CapacitorControl;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;

/** Feeders as parts of other networks. */
class CompositionTest {
  private static final Network IEEE13 = new Ieee13Factory().create(new Ieee13());
  private static final Source SUBSTATION = new Source("substation", "650", 1, 0);

  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void aFeederIncludedAsItIsIsThatFeederToTheBit(PowerFlow method) {
    Network copy = Network.builder("copy").include(IEEE13, "", 1, 1).add(SUBSTATION).build();
    Solution expected = SolvedFeeder.of(IEEE13, method).solution();
    Solution found = SolvedFeeder.of(copy, method).solution();
    assertArrayEquals(expected.re(), found.re());
    assertArrayEquals(expected.im(), found.im());
  }

  @Test
  void everyNameHasThePrefixAndSourcesAreLeftOut() {
    Network part = Network.builder("part").include(IEEE13, "MG1.", 1, 1).build();
    assertEquals(List.of(), part.sources());
    for (Bus bus : part.buses()) {
      assertTrue(bus.id().startsWith("MG1."), bus.id());
    }
    for (Branch branch : part.branches()) {
      for (String name : List.of(branch.id(), branch.from(), branch.to())) {
        assertTrue(name.startsWith("MG1."), name);
      }
    }
    for (Load load : part.loads()) {
      assertTrue(load.id().startsWith("MG1.") && load.bus().startsWith("MG1."), load.id());
    }
    for (Capacitor capacitor : part.capacitors()) {
      assertTrue(capacitor.id().startsWith("MG1.") && capacitor.bus().startsWith("MG1."));
    }
    assertEquals(IEEE13.branches().size(), part.branches().size());
  }

  /** A fifth of the paper's 1175, 1039 and 1252 kW, and of its 616, 665 and 821 kvar. */
  @Test
  void loadsAndCapacitorsAreScaledApart() {
    Network part = Network.builder("part").include(IEEE13, "MG1.", 0.2, 0.5).build();
    assertEquals(
        new RatedTotals(
            new PhaseValues(235, 207.8, 250.4),
            new PhaseValues(123.2, 133, 164.2),
            new PhaseValues(100, 100, 150)),
        RatedTotals.of(part));
  }

  @Test
  void controlsComeAlong() {
    Network part = Network.builder("part").include(IEEE13, "MG1.", 0.2, 0.2).build();
    Regulator whole = (Regulator) IEEE13.branches().get(0);
    Regulator included = (Regulator) part.branches().get(0);
    assertEquals(whole.control(), included.control());
    assertEquals(whole.taps(), included.taps());
  }

  /** What a capacitor's control compares with goes with the size of its capacitor. */
  @Test
  void aCapacitorsControlIsRenamedAndScaledWithIt() {
    CapacitorControl control =
        new CapacitorControl(CapacitorControl.Signal.REACTIVE_POWER, "switch", 0, 0.4, 0.1, 30);
    PhaseValues mvar = new PhaseValues(0.1, 0.1, 0.1);
    Network part =
        Network.builder("part")
            .add(new Bus("1", Phases.ABC, 4.16))
            .add(new Bus("2", Phases.ABC, 4.16))
            .add(new Switch("switch", "1", "2", Phases.ABC, true))
            .add(new Capacitor("c", "2", Connection.WYE, mvar, true, Optional.of(control)))
            .add(new Generator("g", "2", 0.3, 0.1, Double.NaN))
            .assume("this and that")
            .build();
    Network whole = Network.builder("whole").include(part, "P.", 1, 0.5).build();
    assertEquals(
        new CapacitorControl(CapacitorControl.Signal.REACTIVE_POWER, "P.switch", 0, 0.2, 0.05, 30),
        whole.capacitors().get(0).control().orElseThrow());
    assertEquals(List.of(new Generator("P.g", "P.2", 0.3, 0.1, Double.NaN)), whole.generators());
    assertEquals(List.of("this and that"), whole.assumptions());
  }

  @Test
  void theSameFeederTwiceNeedsPrefixes() {
    Network.Builder builder =
        Network.builder("twice").include(IEEE13, "", 1, 1).include(IEEE13, "", 1, 1);
    assertEquals(
        "two buses are named 650",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void aTieToABusThatIsNotThereIsRefused() {
    Network.Builder builder =
        Network.builder("lost")
            .include(IEEE13, "", 1, 1)
            .add(new Switch("tie", "680", "MG1.650", Phases.ABC, true));
    assertEquals(
        "tie is at bus MG1.650, which does not exist",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  /** Through a switch, a feeder's load is that of the bus where it is attached. */
  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void aFeederAttachedThroughASwitchIsFedFromThere(PowerFlow method) {
    Network network =
        Network.builder("attached")
            .include(IEEE13, "", 0.5, 1)
            .include(IEEE13, "MG1.", 0.1, 0.1)
            .add(new Switch("tie", "680", "MG1.650", Phases.ABC, true))
            .add(SUBSTATION)
            .build();
    SolvedFeeder solved = SolvedFeeder.of(network, method);
    Solution solution = solved.solution();
    int bus = 3 * network.busIndex("680");
    int head = 3 * network.busIndex("MG1.650");
    int tie = 3 * ThreeMicrogrids.branch(network, "tie");
    int next = 3 * ThreeMicrogrids.branch(network, "MG1.650-RG60");
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(solution.re()[bus + phase], solution.re()[head + phase]);
      assertEquals(solution.im()[bus + phase], solution.im()[head + phase]);
      assertEquals(solution.currentRe()[next + phase], solution.currentRe()[tie + phase], 1e-4);
      assertEquals(solution.currentIm()[next + phase], solution.currentIm()[tie + phase], 1e-4);
    }
  }

  /** An island of its own: two feeders side by side are each as if alone. */
  @ParameterizedTest
  @MethodSource("powergrid.networks.ThreePhaseMethods#all")
  void feedersThatAreNotTiedAreSolvedAsIfAlone(PowerFlow method) {
    Network both =
        Network.builder("both")
            .include(IEEE13, "A.", 1, 1)
            .include(new Ieee34Factory().create(new Ieee34()), "B.", 1, 1)
            .add(new Source("A", "A.650", 1, 0))
            .add(new Source("B", "B.800", 1.05, 0))
            .build();
    Solution solution = SolvedFeeder.of(both, method).solution();
    assertEquals(0.11098 + 0.273049, solution.lossesMw(), 0.002 * 0.384);
    for (String feeder : List.of("ieee13", "ieee34")) {
      Network alone = feeder.equals("ieee13") ? IEEE13 : new Ieee34Factory().create(new Ieee34());
      Solution expected = SolvedFeeder.of(alone, method).solution();
      String prefix = feeder.equals("ieee13") ? "A." : "B.";
      for (int node = 0; node < expected.re().length; node++) {
        int there = 3 * both.busIndex(prefix + alone.buses().get(node / 3).id()) + node % 3;
        assertEquals(expected.re()[node], solution.re()[there], 2e-6);
        assertEquals(expected.im()[node], solution.im()[there], 2e-6);
      }
    }
  }

  /** A model that holds between two voltages still does in a part. */
  @Test
  void aLoadsRangeOfVoltageComesAlong() {
    PhaseValues mw = new PhaseValues(0.1, 0, 0);
    Network part =
        Network.builder("part")
            .add(new Bus("1", Phases.ABC, 4.16))
            .add(new Load("l", "1", Connection.WYE, LoadModel.POWER, mw, mw, 0.9, 1.1))
            .build();
    Load load = Network.builder("w").include(part, "P.", 2, 1).build().loads().get(0);
    assertEquals(
        new Load("P.l", "P.1", Connection.WYE, LoadModel.POWER, mw.times(2), mw.times(2), 0.9, 1.1),
        load);
  }
}
