package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.SentMessage;
import powergrid.api.environment.Transition;

/** Messages that deciders choose themselves. */
class LearnedMessagesTest {
  private static final String YAML =
      """
      name: talking
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 8}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - {id: MG1, network: {type: ieee13}, protocol: $vertical, devices: [
           {id: gen, type: generator, bus: "675", pMaxMw: 1}]}
        - {id: MG2, network: {type: ieee13}, protocol: $vertical, devices: [
           {id: ess, type: storage, bus: "671", pMaxMw: 0.5, energyMwh: 2}]}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String vertical, String more) {
    return workbench
        .environments()
        .create(workbench.scenario(YAML.replace("$vertical", vertical) + more));
  }

  private static float seen(Environment e, Transition t, int agent, String name) {
    int i = e.possibleAgents().get(agent).observationSpace().indexOf(name);
    assertTrue(i >= 0, name);
    return t.observations()[e.observationOffset(agent) + i];
  }

  @Test
  void whatOneSaysAnotherObservesInTheNextStep() {
    try (Environment e = environment("setpoint", "protocol: {type: learned-message, size: 2}\n")) {
      Transition t = e.reset(1);
      assertEquals(0, seen(e, t, 1, "MG1.Message.valid"));
      assertEquals(
          List.of("gen", "message.0", "message.1"),
          e.possibleAgents().get(0).actionSpace().axes().stream().map(a -> a.name()).toList());
      t = e.step(new float[] {0.5f, 0.25f, -1, 0.1f, 0.75f, 2});
      assertEquals(0.25f, seen(e, t, 1, "MG1.Message.content.0"));
      assertEquals(-1, seen(e, t, 1, "MG1.Message.content.1"));
      assertEquals(0.75f, seen(e, t, 0, "MG2.Message.content.0"));
      assertEquals(1, seen(e, t, 0, "MG2.Message.content.1"), "clamped to its space");
      assertEquals(0.5, e.view().netMw(2), 1e-6, "the set point is the generator's");
      assertEquals(0.1, e.view().netMw(3), 1e-6);
    }
  }

  @Test
  void zeroedMessagesSayNothingInTheSameSpaces() {
    String zeroed = "protocol: {type: learned-message, size: 1, zeroed: true}\n";
    try (Environment e = environment("setpoint", zeroed)) {
      e.reset(1);
      Transition t = e.step(new float[] {0.5f, 1, 0.1f, 1});
      assertEquals(0, seen(e, t, 1, "MG1.Message.content.0"));
      assertEquals(1, seen(e, t, 1, "MG1.Message.valid"));
    }
  }

  @Test
  void symbolsAreChoicesWithAMask() {
    String symbols = "protocol: {type: learned-message, size: 1, symbols: 5}\n";
    try (Environment e = environment("setpoint", symbols)) {
      Transition t = e.reset(1);
      assertEquals(5, e.possibleAgents().get(0).actionSpace().maskSize());
      assertEquals(10, t.masks().length);
      t = e.step(new float[] {0, 4, 0, 2});
      assertEquals(4, seen(e, t, 1, "MG1.Message.content.0"));
    }
  }

  /** Devices that decide for themselves are the peers then. */
  @Test
  void devicesTalkWhereTheyDecide() {
    String more = "deciders: devices\nprotocol: {type: learned-message, size: 1}\n";
    try (Environment e = environment("none", more)) {
      e.reset(1);
      Transition t = e.step(new float[] {0.5f, 0.25f, 0.1f, 0.75f});
      assertEquals(0.25f, seen(e, t, 1, "MG1.gen.Message.content.0"));
      assertEquals(0.5, e.view().netMw(2), 1e-6);
    }
  }

  @Test
  void everyMessageCanBeTraced() {
    String more = "protocol: {type: learned-message, size: 2}\nchannel: {latency: 20min}\n";
    try (Environment e = environment("setpoint", more)) {
      List<SentMessage> sent = new ArrayList<>();
      e.trace(sent::add);
      e.reset(1);
      e.step(new float[] {0.5f, 0.25f, -1, 0.1f, 0.75f, 0});
      SentMessage word =
          sent.stream().filter(m -> m.type().equals("Message")).findFirst().orElseThrow();
      assertEquals("MG1", word.sender());
      assertEquals("MG2", word.recipient());
      assertEquals(List.of("content.0", "content.1"), word.names());
      assertEquals(List.of(0.25, -1.0), word.values());
      assertEquals(16, word.bytes());
      assertEquals(0, word.sentS());
      assertEquals(1200, word.arrivesS());
      assertEquals(2 + 2 + 2, sent.size(), "reports, set points, messages");
      e.trace(null);
      e.step(e.heldActions());
      assertEquals(6, sent.size());
    }
  }
}
