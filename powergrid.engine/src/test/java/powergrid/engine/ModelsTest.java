package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Model.Part;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Split;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.scenario.Mistake;
import powergrid.testkit.FakeModel;

/** What agents learn travels as messages, in the first copy. */
class ModelsTest {
  private final TestWorkbench workbench = new TestWorkbench();

  private static String yaml(String protocol, String channel) {
    return """
        name: models
        clock: {start: "2023-07-01T00:00", step: 15min, steps: 8}
        protocol: %s
        channel: %s
        microgrids:
          - id: MG{n}
            count: 2
            network: {type: ieee13}
            protocol: setpoint
            devices:
              - {id: gen, type: generator, bus: "675", pMaxMw: 0.6, costLinear: 60}
        """
        .formatted(protocol, channel);
  }

  private VectorEnvironment copies(String protocol, String channel) {
    return workbench
        .environments()
        .vector(workbench.scenario(yaml(protocol, channel)), Split.ALL, Credit.OWN, 2, 1);
  }

  private List<String> mistakes(String protocol, String learn) {
    String yaml =
        yaml(protocol, "{topology: complete}")
            + "learn: "
            + learn
            + "\nexperiment: {metrics: [cost]}\n";
    return workbench.environments().check(workbench.scenario(yaml)).stream()
        .map(Mistake::toString)
        .toList();
  }

  @Test
  void areAveragedAndCountedInTheFirstCopyAlone() {
    FakeModel one = new FakeModel(0, 0);
    FakeModel other = new FakeModel(0, 0);
    long[] bytes = new long[2];
    try (VectorEnvironment copies = copies("federated", "{topology: complete}")) {
      copies.watch((copy, step) -> bytes[copy] += step.bytes());
      VectorTransition seen = copies.reset(1);
      copies.models(List.of(one, other));
      copies.step(seen.heldActions().clone());
      assertEquals(bytes[0], bytes[1], "nothing to tell yet");
      one.learn(100, 4, 0);
      other.learn(300, 0, 8);
      copies.step(seen.heldActions().clone());
      assertArrayEquals(new float[] {1, 6}, one.parameters(Part.ALL));
      assertArrayEquals(new float[] {1, 6}, other.parameters(Part.ALL));
      // iteration, layout, samples; two parameters and no moments, with their lengths; both ways
      assertEquals(2 * (4 + 4 + 8 + (4 + 2 * 4) + 4), bytes[0] - bytes[1]);
    }
  }

  /** Half an hour late: they arrive two steps later, and are waited for. */
  @Test
  void travelTheChannelAndAreSavedOnTheWay() {
    FakeModel one = new FakeModel(0, 0);
    FakeModel other = new FakeModel(0, 0);
    String late = "{topology: complete, latency: 29min}";
    try (VectorEnvironment copies = copies("{type: federated, deadline: 4}", late);
        VectorEnvironment restored = copies("{type: federated, deadline: 4}", late)) {
      VectorTransition seen = copies.reset(1);
      copies.models(List.of(one, other));
      one.learn(100, 4, 0);
      other.learn(300, 0, 8);
      copies.step(seen.heldActions().clone());
      assertArrayEquals(new float[] {4, 0}, one.parameters(Part.ALL), "under way");
      seen = restored.restore(copies.snapshot());
      restored.models(List.of(one, other));
      restored.step(seen.heldActions().clone());
      restored.step(seen.heldActions().clone());
      assertArrayEquals(new float[] {1, 6}, one.parameters(Part.ALL));
      assertArrayEquals(new float[] {1, 6}, other.parameters(Part.ALL));
    }
  }

  @Test
  void aLearnerThatCannotDriveSuchAgentsSaysSoBeforeAnythingRuns() {
    assertEquals(
        List.of(
            "test.yaml:12:33: learn.share: is role, but joint-ppo is one agent with one network;"
                + " leave it out"),
        mistakes("consensus", "{type: joint-ppo, share: role, steps: 100}"));
  }

  @Test
  void areMissedBeforeAnythingRunsWhereTheLearnerGivesNone() {
    for (String learner : List.of("vdn", "joint-ppo", "ippo, share: role", "mappo, share: role")) {
      String type = learner.split(",", -1)[0];
      assertEquals(
          List.of(
              "test.yaml:12:8: learn: horizontal-protocol/federated (bundle test.federated 1.0.0)"
                  + " exchanges what agents learn, and learner/"
                  + type
                  + " (bundle test."
                  + type
                  + " 1.0.0) gives no model for each agent, as it is written here; take ippo or"
                  + " mappo, with share: none"),
          mistakes("federated", "{type: %s, steps: 100}".formatted(learner)));
      assertEquals(List.of(), mistakes("consensus", "{type: %s, steps: 100}".formatted(learner)));
    }
    for (String learner : List.of("ippo", "mappo")) {
      assertEquals(List.of(), mistakes("federated", "{type: %s, steps: 100}".formatted(learner)));
    }
  }

  @Test
  void areMissedByNameWhereTheLearnerHasNone() {
    try (VectorEnvironment copies = copies("federated", "{topology: complete}")) {
      float[] held = copies.reset(1).heldActions().clone();
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> copies.step(held));
      assertEquals(
          "horizontal-protocol/federated (bundle test.federated 1.0.0) exchanges what agents learn,"
              + " and this learner has no model for each agent; take ippo or mappo, with share:"
              + " none",
          e.getMessage());
      assertThrows(IllegalArgumentException.class, () -> copies.models(List.of(new FakeModel(0))));
    }
  }
}
