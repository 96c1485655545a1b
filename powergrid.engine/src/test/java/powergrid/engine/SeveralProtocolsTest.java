package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.scenario.ScenarioException;

/** Peers that follow several protocols, one after the other. */
class SeveralProtocolsTest {
  private static final String YAML =
      """
      name: several
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 8}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      protocol: $protocol
      microgrids:
        - {id: MG1, network: {type: ieee13}, protocol: setpoint, devices: [
           {id: gen, type: generator, bus: "675", pMaxMw: 1}]}
        - {id: MG2, network: {type: ieee13}, protocol: setpoint, devices: [
           {id: ess, type: storage, bus: "671", pMaxMw: 0.5, energyMwh: 2}]}
      """;

  private static final String TALK = "{type: learned-message, size: 2}";
  private static final String AGREE = "{type: consensus, share: 1, tolerance: 0, rounds: 10}";

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String protocol) {
    return workbench.environments().create(workbench.scenario(YAML.replace("$protocol", protocol)));
  }

  /** Two peers with weight 1/2 agree on the mean of what they injected, whoever speaks first. */
  @Test
  void whatEachDoesAloneTheyDoTogether() {
    for (String both : List.of("[" + TALK + ", " + AGREE + "]", "[" + AGREE + ", " + TALK + "]")) {
      try (Environment e = environment(both);
          Environment agreeing = environment(AGREE);
          Environment talking = environment(TALK)) {
        e.reset(1);
        agreeing.reset(1);
        talking.reset(1);
        assertEquals(
            List.of("gen", "message.0", "message.1"),
            e.possibleAgents().get(0).actionSpace().axes().stream().map(a -> a.name()).toList());
        e.step(new float[] {0.5f, 0.25f, -1, 0.1f, 0.75f, 0});
        Transition t = e.step(new float[] {0.5f, 0.3f, -1, 0.1f, 0.75f, 0});
        agreeing.step(new float[] {0.5f, 0.1f});
        agreeing.step(new float[] {0.5f, 0.1f});
        talking.step(new float[] {0.5f, 0.25f, -1, 0.1f, 0.75f, 0});
        Transition said = talking.step(new float[] {0.5f, 0.3f, -1, 0.1f, 0.75f, 0});
        for (int i = 0; i < 4; i++) {
          assertEquals(agreeing.view().netMw(i), e.view().netMw(i), 1e-12);
        }
        assertEquals(agreeing.view().rounds() + talking.view().rounds(), e.view().rounds());
        int own = e.possibleAgents().get(1).observationSpace().indexOf("MG1.Message.content.0");
        int alone =
            talking.possibleAgents().get(1).observationSpace().indexOf("MG1.Message.content.0");
        assertTrue(own >= 0);
        assertEquals(
            said.observations()[talking.observationOffset(1) + alone],
            t.observations()[e.observationOffset(1) + own]);
      }
    }
  }

  @Test
  void allIsSavedAndRestored() {
    String three = "[" + TALK + ", " + AGREE + ", federated]";
    try (Environment e = environment(three);
        Environment other = environment(three)) {
      e.reset(1);
      e.step(new float[] {0.5f, 0.25f, -1, 0.1f, 0.75f, 0});
      other.restore(e.snapshot());
      for (int i = 0; i < 3; i++) {
        e.step(e.heldActions().clone());
        other.step(other.heldActions().clone());
        assertEquals(e.view().netMw(2), other.view().netMw(2));
        assertEquals(e.view().bytes(), other.view().bytes());
      }
    }
  }

  @Test
  void twoThatAskForTheSameAreRefusedByName() {
    ScenarioException e =
        assertThrows(
            ScenarioException.class, () -> environment("[consensus, load-balancing]").reset(1));
    assertEquals(
        "test.yaml:4:23: protocol.1: 'load-balancing' asks for a power, which 'consensus' asks"
            + " for already; peers can follow one of them",
        e.getMessage());
  }
}
