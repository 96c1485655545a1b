package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.engine.Figures.netMw;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.scenario.ScenarioException;

/** Three microgrids on feeders of their own that balance their loads by messages. */
class PeersTest {
  private static final String YAML =
      """
      name: peers
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 96}
      network: {type: ieee13, taps: [6, 4, 6]}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - {id: MG1, network: {type: ieee13, loadScale: 0.2}, protocol: setpoint, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: 1}]}
        - {id: MG2, network: {type: ieee13, loadScale: 0.1}, protocol: setpoint, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: 0.5}]}
        - {id: MG3, network: {type: ieee13, loadScale: 0.4}, protocol: setpoint, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: 2}]}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String more) {
    return workbench.environments().create(workbench.scenario(YAML + more));
  }

  private static void checkEqualRatios(Environment e, double tolerance) {
    double ratio = netMw(e, "MG1.gen");
    assertTrue(ratio > 0.1, "they supply: " + ratio);
    assertEquals(ratio, netMw(e, "MG2.gen") / 0.5, tolerance);
    assertEquals(ratio, netMw(e, "MG3.gen") / 2, tolerance);
  }

  @Test
  void unequalCapacitiesEndAtEqualRatios() {
    String more = "protocol: {type: load-balancing, share: 1, tolerance: 1e-9, rounds: 1000}\n";
    try (Environment e = environment(more + "channel: {topology: line, window: 1000s}\n")) {
      e.reset(1);
      for (int step = 0; step < 5; step++) {
        e.step(e.heldActions());
        assertTrue(e.view().agreed(), "they come to an end");
        checkEqualRatios(e, 1e-7);
        double needed = 0;
        for (String grid : new String[] {"MG1", "MG2", "MG3"}) {
          needed += netMw(e, grid + ".grid") + netMw(e, grid + ".gen");
        }
        // demand is that of the step before, and moves a little
        assertEquals(needed, 3.5 * netMw(e, "MG1.gen"), step == 0 ? 1 : 0.1 * needed);
      }
    }
  }

  @Test
  void everyMessageIsCounted() {
    try (Environment e = environment("protocol: {type: proportional-sharing}\n")) {
      e.reset(1);
      long before;
      try (Environment alone = environment("")) {
        alone.reset(1);
        alone.step(alone.heldActions());
        before = alone.view().messages();
      }
      e.step(e.heldActions());
      assertEquals(1, e.view().rounds());
      assertEquals(before + 6, e.view().messages(), "everybody to two others, once");
    }
  }

  @Test
  void latencyTakesRoundsOfTheWindow() {
    String consensus = "protocol: {type: consensus, rounds: 1000, tolerance: 1e-6}\n";
    int last = 0;
    for (String latency : new String[] {"0s", "2s", "5s"}) {
      String channel = "channel: {topology: line, window: 600s, latency: " + latency + "}\n";
      try (Environment e = environment(consensus + channel)) {
        e.reset(1);
        e.step(e.heldActions());
        assertTrue(e.view().agreed());
        assertTrue(e.view().rounds() > last, latency + ": " + e.view().rounds() + " rounds");
        last = e.view().rounds();
      }
    }
  }

  /** A message that takes ten minutes is heard in the next step, and no sooner. */
  @Test
  void whatIsOnItsWayWhenTheWindowClosesArrivesInTheNextStep() {
    String more = "protocol: {type: proportional-sharing, share: 1}\nchannel: {latency: 10min}\n";
    try (Environment e = environment(more)) {
      e.reset(1);
      e.step(e.heldActions());
      double demand = netMw(e, "MG1.gen") + netMw(e, "MG1.grid");
      assertEquals(demand, netMw(e, "MG1.gen"), 0.1 * demand, "it heard of nobody yet");
      e.step(e.heldActions());
      e.step(e.heldActions());
      checkEqualRatios(e, 0.02);
    }
  }

  @Test
  void lossIsDrawnFromTheSeedAndASnapshotHoldsWhatIsOnItsWay() {
    String more =
        """
        protocol: {type: consensus, rounds: 20}
        channel: {topology: ring, latency: 2s, jitter: 8min, loss: 0.3}
        """;
    try (Environment e = environment(more);
        Environment other = environment(more)) {
      e.reset(5);
      for (int step = 0; step < 7; step++) {
        e.step(e.heldActions());
      }
      other.restore(e.snapshot());
      for (int step = 7; step < 40; step++) {
        float[] expected = e.step(e.heldActions()).observations().clone();
        assertArrayEquals(expected, other.step(other.heldActions()).observations());
        assertEquals(e.view().rounds(), other.view().rounds());
      }
    }
  }

  @Test
  void underLossAveragesStayWithinWhatParticipantsBeganWith() {
    String more =
        """
        protocol: {type: consensus, quantity: demandMw, share: 1, rounds: 50, tolerance: 1e-12}
        channel: {topology: line, loss: 0.2}
        """;
    try (Environment e = environment(more)) {
      e.reset(2);
      e.step(e.heldActions());
      for (int step = 0; step < 10; step++) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (String grid : new String[] {"MG1", "MG2", "MG3"}) {
          double demand = netMw(e, grid + ".grid") + netMw(e, grid + ".gen");
          least = Math.min(least, demand);
          greatest = Math.max(greatest, demand);
        }
        e.step(e.heldActions());
        for (String grid : new String[] {"MG1", "MG3"}) {
          double power = netMw(e, grid + ".gen");
          assertTrue(power >= least - 1e-9 && power <= greatest + 1e-9, grid + ": " + power);
        }
      }
    }
  }

  private String refused(String more) {
    return assertThrows(ScenarioException.class, () -> environment(more).reset(1)).getMessage();
  }

  @Test
  void mistakesAreNamed() {
    assertTrue(
        refused("protocol: consensus\nchannel: {edges: [[MG1, MG9]]}\n")
            .contains("channel: edges: no participant 'MG9'; there are MG1, MG2, MG3"));
    assertTrue(
        refused("protocol: consensus\nchannel: {edges: [[MG1, MG2]]}\n")
            .contains("not all participants can hear of each other"));
    assertTrue(
        refused("channel: {window: 500ms}\n")
            .contains("channel.window: shorter than a round of 1000 ms; give more"));
    assertTrue(
        refused("channel: {topology: ring, edges: [[MG1, MG2]]}\n")
            .contains("channel.edges: beside another topology; write topology: edges"));
    assertTrue(
        refused("channel: {edges: [[MG1, MG1]]}\n")
            .contains("[MG1, MG1] is no pair of two microgrids; write e.g. [MG1, MG2]"));
    String signal =
        YAML.replace(
            "id: MG2, network: {type: ieee13, loadScale: 0.1}, protocol: setpoint",
            "id: MG2, network: {type: ieee13, loadScale: 0.1}, protocol: price-signal");
    assertTrue(
        assertThrows(
                ScenarioException.class,
                () ->
                    workbench
                        .environments()
                        .create(workbench.scenario(signal + "protocol: load-balancing\n"))
                        .reset(1))
            .getMessage()
            .contains("'price-signal' cannot realise the power that 'load-balancing' asks for"));
  }
}
