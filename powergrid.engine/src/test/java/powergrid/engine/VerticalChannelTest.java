package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.scenario.ScenarioException;

/** A parent whose messages to its devices take time, or get lost. */
class VerticalChannelTest {
  private static final int GENERATOR = 2;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String channel) {
    String yaml =
        """
        name: far
        clock: {start: "2023-07-01T12:00", step: 15min, steps: 96}
        network: {type: ieee13, taps: [6, 4, 6]}
        data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
        microgrids:
          - {id: MG1, protocol: setpoint, channel: $channel, devices: [
             {id: grid, type: grid, bus: "650"},
             {id: gen, type: generator, bus: "675", pMaxMw: 1}]}
        """;
    return workbench.environments().create(workbench.scenario(yaml.replace("$channel", channel)));
  }

  private static double power(Environment e) {
    return e.view().netMw(GENERATOR);
  }

  @Test
  void withinTheCoordinationWindowADirectiveActsInItsOwnStep() {
    try (Environment e = environment("{latency: 10s}")) {
      e.reset(1);
      e.step(new float[] {0.25f});
      assertEquals(0.25, power(e), 1e-9);
    }
  }

  @Test
  void beyondItADirectiveActsWhenItHasArrived() {
    try (Environment e = environment("{latency: 15min}")) {
      e.reset(1);
      e.step(new float[] {0.25f});
      assertEquals(0, power(e), 1e-9, "nothing was delivered yet: it holds");
      e.step(new float[] {0.5f});
      assertEquals(0.25, power(e), 1e-9, "that of the step before");
      e.step(new float[] {0.75f});
      assertEquals(0.5, power(e), 1e-9);
    }
    try (Environment e = environment("{latency: 16min}")) {
      e.reset(1);
      for (int i = 1; i <= 4; i++) {
        e.step(new float[] {0.1f * i});
        assertEquals(Math.max(0, 0.1 * (i - 2)), power(e), 1e-7, "two steps late");
      }
    }
  }

  @Test
  void anOutageOfSomebodyWhoIsNotThereIsAMistake() {
    String message =
        assertThrows(
                ScenarioException.class,
                () ->
                    environment("{outages: [{at: 1h, lasting: 1h, agents: [MG1.gen, MG1.fan]}]}")
                        .reset(1))
            .getMessage();
    assertTrue(
        message.contains("outages: no agent is called 'MG1.fan'; there are MG1, MG1.gen, MG1.grid"),
        message);
  }

  /** What was sent in a step and arrives within it has age 0 in the observation that follows. */
  @Test
  void aReportsAgeCountsFromItsSending() {
    try (Environment e = environment("{latency: 20min}")) {
      e.reset(1);
      var space = e.possibleAgents().get(0).observationSpace();
      int age = space.indexOf("gen.Report.age");
      int valid = space.indexOf("gen.Report.valid");
      Transition t = e.step(new float[] {0.25f});
      assertEquals(0, t.observations()[valid], "sent at 0, arrives at 20 min");
      t = e.step(new float[] {0.25f});
      assertEquals(1, t.observations()[valid]);
      assertEquals(1, t.observations()[age], "sent one step before the last");
    }
  }

  @Test
  void duringAnOutageTheLastDeliveredDirectiveStays() {
    try (Environment e = environment("{outages: [{at: 15min, lasting: 30min}]}")) {
      e.reset(1);
      double[] expected = {0.1, 0.1, 0.1, 0.4};
      for (int i = 0; i < 4; i++) {
        e.step(new float[] {0.1f * (i + 1)});
        assertEquals(expected[i], power(e), 1e-7, "step " + i);
      }
    }
  }

  /** A message from the step before is 15 min old when a step begins. */
  @Test
  void whatIsStaleCountsAsNeverHeard() {
    try (Environment e = environment("{outages: [{at: 15min, lasting: 2h}], staleAfter: 30min}")) {
      Transition t = e.reset(1);
      int valid = e.possibleAgents().get(0).observationSpace().indexOf("gen.Report.valid");
      for (int i = 0; i < 4; i++) {
        t = e.step(new float[] {0.25f});
        assertEquals(i < 2 ? 1 : 0, t.observations()[valid], "after step " + i);
      }
    }
  }

  @Test
  void withoutAnyDirectiveAFollowerHolds() {
    try (Environment e = environment("{loss: 1}")) {
      e.reset(1);
      for (int i = 0; i < 5; i++) {
        e.step(new float[] {1});
        assertEquals(0, power(e), 1e-9);
        assertTrue(e.view().messages() > 0, "what is lost was sent and is counted");
      }
    }
  }

  @Test
  void aSnapshotTakesWhatIsOnItsWayAlong() {
    String rough =
        "{latency: 20min, jitter: 30min, loss: 0.2, bursts: {every: 2h, lasting: 30min},"
            + " bandwidth: 1 bit/s}";
    try (Environment e = environment(rough);
        Environment other = environment(rough)) {
      e.reset(3);
      for (int i = 0; i < 20; i++) {
        e.step(new float[] {i / 100f});
      }
      byte[] saved = e.snapshot();
      other.reset(9);
      other.restore(saved);
      for (int i = 20; i < 60; i++) {
        Transition a = e.step(new float[] {i / 100f});
        Transition b = other.step(new float[] {i / 100f});
        assertArrayEquals(a.observations(), b.observations(), "step " + i);
      }
    }
  }
}
