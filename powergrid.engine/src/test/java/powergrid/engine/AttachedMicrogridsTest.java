package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.FeederView;
import powergrid.api.network.Network;
import powergrid.api.plugin.PluginKind;
import powergrid.api.powerflow.Solution;
import powergrid.api.scenario.ScenarioException;
import powergrid.networks.Ieee123Factory;
import powergrid.powerflow.meshed.CurrentInjection;

/** Two IEEE 13-node microgrids on the IEEE 34-node feeder: metered, islanded, closed again. */
class AttachedMicrogridsTest {
  private final TestWorkbench workbench = new TestWorkbench();

  AttachedMicrogridsTest() {}

  private static String yaml() {
    try (var in = AttachedMicrogridsTest.class.getResourceAsStream("attached.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Environment environment(String yaml) {
    return workbench.environments().create(workbench.scenario(yaml));
  }

  private static int branch(Network network, String id) {
    for (int e = 0; e < network.branches().size(); e++) {
      if (network.branches().get(e).id().equals(id)) {
        return e;
      }
    }
    throw new AssertionError(id);
  }

  private static int agent(Environment e, String id) {
    for (int i = 0; i < e.view().agents().size(); i++) {
      if (e.view().agents().get(i).id().equals(id)) {
        return i;
      }
    }
    throw new AssertionError(id);
  }

  /** What the ties take, the feeder's own load and all losses sum to the head. */
  @Test
  void theMetersAtTheTiesTheLoadAndTheLossesSumToTheHead() {
    try (Environment e = environment(yaml())) {
      e.reset(3);
      for (int step = 0; step < 20; step++) {
        e.step(e.heldActions());
        FeederView feeder = e.view().feeders().get(0);
        assertTrue(feeder.settled());
        Solution s = feeder.solution();
        double first = e.view().netMw(agent(e, "MG1.grid"));
        double second = e.view().netMw(agent(e, "MG2.grid"));
        assertTrue(first > 0, "MG1 imports " + first);
        double injected =
            e.view().netMw(agent(e, "MG1.ess1")) + e.view().netMw(agent(e, "MG2.pv1"));
        assertEquals(s.sourceMw() + injected, s.loadMw() + s.lossesMw(), 1e-5);
        double behind = 0;
        Network network = feeder.network();
        for (int phase = 0; phase < 3; phase++) {
          behind += throughTie(network, s, "MG1.tie", phase);
          behind += throughTie(network, s, "MG2.tie", phase);
        }
        assertEquals(behind, first + second, 1e-9);
      }
      assertEquals(1, e.view().feeders().size());
    }
  }

  private static double throughTie(Network network, Solution s, String tie, int phase) {
    int branch = branch(network, tie);
    int node = 3 * network.busIndex(network.branches().get(branch).from()) + phase;
    double kv = network.bus(network.branches().get(branch).from()).kv();
    int i = 3 * branch + phase;
    return kv
        / Math.sqrt(3)
        / 1000
        * (s.re()[node] * s.currentRe()[i] + s.im()[node] * s.currentIm()[i]);
  }

  @Test
  void aMicrogridWithoutAGridFormingSourceIsDarkWhileItsTieIsOpen() {
    String yaml = yaml() + "events: [{at: 30min, open: MG2.tie}, {at: 75min, close: MG2.tie}]\n";
    try (Environment e = environment(yaml)) {
      e.reset(3);
      int pv = agent(e, "MG2.pv1");
      int bus = 3 * network(e).busIndex("MG2.671");
      for (int step = 0; step < 8; step++) {
        e.step(e.heldActions());
        FeederView feeder = e.view().feeders().get(0);
        boolean dark = step >= 2 && step < 5;
        assertEquals(dark, feeder.solution().magnitude(bus) == 0, "step " + step);
        assertEquals(dark, feeder.notServedMwh() > 0);
        if (dark) {
          // all of the IEEE 13-node feeder's 3.466 MW, a fifth of it
          double expected = 0.2 * 3.466 * e.view().series("load") * 0.25;
          assertEquals(expected, feeder.notServedMwh(), 1e-9);
          assertEquals(0, e.view().netMw(pv));
          assertTrue(e.view().cost(agent(e, "MG2")) >= expected * 10_000 - 1e-6);
          assertTrue(e.view().cost(agent(e, "MG1")) < expected * 10_000);
        }
      }
    }
  }

  private static Network network(Environment e) {
    return e.view().feeders().get(0).network();
  }

  @Test
  void aGridFormingSourceCarriesItsIslandAndIsClosedToTheGridAgain() {
    String yaml = yaml() + "events: [{at: 30min, open: MG1.tie}, {at: 75min, close: MG1.tie}]\n";
    try (Environment e = environment(yaml)) {
      e.reset(3);
      int bus = 3 * network(e).busIndex("MG1.671");
      for (int step = 0; step < 8; step++) {
        e.step(e.heldActions());
        FeederView feeder = e.view().feeders().get(0);
        assertTrue(feeder.solution().magnitude(bus) > 0.9, "step " + step);
        assertEquals(0, feeder.notServedMwh());
        boolean island = step >= 2 && step < 5;
        assertEquals(island, feeder.solution().sourceMw(1) > 0);
        assertEquals(island, e.view().netMw(agent(e, "MG1.grid")) == 0);
        assertEquals(0, feeder.refusedClosings());
      }
    }
  }

  /** At 0.5 pu the island is too far from the feeder to be closed to it. */
  @Test
  void aTieBetweenVoltagesFarApartStaysOpen() {
    String yaml =
        yaml().replace("gridForming: {mva: 2}", "gridForming: {voltagePu: 0.8, mva: 2}")
            + "events: [{at: 15min, open: MG1.tie}, {at: 30min, close: MG1.tie}]\n";
    try (Environment e = environment(yaml)) {
      e.reset(3);
      for (int step = 0; step < 4; step++) {
        e.step(e.heldActions());
        assertEquals(step >= 2 ? 1 : 0, e.view().feeders().get(0).refusedClosings());
      }
    }
  }

  @Test
  void aSnapshotHoldsTapsSwitchesAndDelays() {
    String yaml = yaml() + "events: [{at: 30min, open: MG1.tie}, {at: 90min, close: MG1.tie}]\n";
    try (Environment e = environment(yaml);
        Environment other = environment(yaml)) {
      e.reset(7);
      for (int step = 0; step < 4; step++) {
        e.step(e.heldActions());
      }
      byte[] snapshot = e.snapshot();
      other.restore(snapshot);
      for (int step = 4; step < 12; step++) {
        float[] expected = e.step(e.heldActions()).observations().clone();
        assertArrayEquals(expected, other.step(other.heldActions()).observations());
        assertArrayEquals(
            e.view().feeders().get(0).solution().re(),
            other.view().feeders().get(0).solution().re());
        assertEquals(
            e.view().feeders().get(0).tapMoves(), other.view().feeders().get(0).tapMoves());
      }
    }
  }

  @Test
  void regulatorsMoveDuringADay() {
    try (Environment e = environment(yaml())) {
      e.reset(3);
      int moves = 0;
      for (int step = 0; step < 96; step++) {
        e.step(e.heldActions());
        moves += e.view().feeders().get(0).tapMoves();
      }
      assertTrue(moves > 0);
    }
  }

  private String mistakes(String yaml) {
    ScenarioException refused =
        assertThrows(ScenarioException.class, () -> environment(yaml).reset(1));
    return refused.mistakes().get(0).toString();
  }

  @Test
  void mistakesAreNamedAtTheirPlaces() {
    assertEquals(
        "test.yaml:10:13: microgrids.MG1.attach.bus: bus 822 has phase a only; a three-phase network"
            + " needs a, b and c",
        mistakes(yaml().replace("\"806\"", "\"822\"")).replace("test.yaml:11", "test.yaml:10"));
    assertTrue(
        mistakes(yaml().replace("\"806\"", "\"999\""))
            .contains("microgrids.MG1.attach.bus: ieee34 has no bus '999'; it has 800, 802"));
    assertTrue(
        mistakes(
                yaml()
                    .replace(
                        "mva: 1.5, rPercent: 1, xPercent: 5, gridForming: {mva: 2}",
                        "closed: true"))
            .contains("bus 806 is at 24.9 kV, ieee13 at 4.16 kV; give mva, rPercent and xPercent"));
    assertTrue(
        mistakes(yaml().replace("\"671\"", "\"672\""))
            .contains("MG1 has no bus '672'; it has 611, 632"));
    assertTrue(
        mistakes(yaml() + "events: [{at: 1h, open: MG3.tie}]\n")
            .contains("ieee34 has no branch 'MG3.tie'; it has "));
    assertTrue(
        mistakes(yaml() + "powerFlow: newton\n")
            .contains("powerFlow: no power flow 'newton' is installed; installed: sweep"));
  }

  /** 832–858 and a line beside it would be a loop: the method is one that can close it. */
  @Test
  void anEventThatClosesALoopIsSolvedByAMethodThatCan() {
    workbench.install(
        PluginKind.POWER_FLOW, "injection", new CurrentInjection(), "test.injection", -5);
    String yaml =
        """
        name: ring
        clock: {start: "2023-07-01T00:00", step: 15min, steps: 4}
        network: ieee123
        events: [{at: 15min, close: 151-300}]
        data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
        microgrids:
          - id: MG1
            devices: [{id: grid, type: grid, bus: "150"}]
        """;
    workbench.install(PluginKind.NETWORK, "ieee123", new Ieee123Factory());
    try (Environment e = environment(yaml)) {
      e.reset(1);
      double before = 0;
      for (int step = 0; step < 3; step++) {
        e.step(e.heldActions());
        Solution s = e.view().feeders().get(0).solution();
        int bus = 3 * network(e).busIndex("300");
        assertTrue(s.magnitude(bus) > 0.9);
        before = step == 0 ? s.lossesMw() : before;
        assertTrue(s.lossesMw() > 0);
      }
      assertTrue(before > 0);
    }
  }
}
