package powergrid.experiment.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

class PolicyCardTest {
  @TempDir Path temp;

  private static final Space OBSERVATION =
      Space.of(
          Axis.real("price", "USD/MWh", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
          Axis.real("soc", "", 0, 1));
  private static final Space ACTION =
      Space.of(Axis.real("p", "MW", -0.1, 0.5), Axis.choice("on", 2));

  private static Agent agent(String id, Space observation, Space action) {
    Map<String, Object> answers =
        Map.of(
            "id", id,
            "level", Level.GRID,
            "observationSpace", observation,
            "actionSpace", action);
    return (Agent)
        Proxy.newProxyInstance(
            Agent.class.getClassLoader(),
            new Class<?>[] {Agent.class},
            (proxy, method, arguments) -> answers.get(method.getName()));
  }

  /** The layout's digest is that which sha256sum prints for the lines of the definition. */
  @Test
  void saysWhomThePolicyDrivesWithWhat() throws IOException {
    PolicyCard card =
        new PolicyCard(
            "ippo",
            "three \"microgrids\"",
            "none",
            7,
            "0.1.0",
            200_000,
            List.of(agent("MG1", OBSERVATION, ACTION)));
    card.write(temp, "policy.safetensors");
    assertEquals(
        """
        {
          "format" : "powergrid-policy/1",
          "tensors" : "policy.safetensors",
          "learner" : "ippo",
          "scenario" : "three \\"microgrids\\"",
          "variant" : "none",
          "seed" : 7,
          "workbench" : "0.1.0",
          "steps" : 200000,
          "agents" : [
            {
              "id" : "MG1",
              "level" : "grid",
              "layout" : "42dc0c35381c9df9aac7592160e4c3e040f382baef9a9adf8a6c38a3fbe973f8",
              "observation" : [
                {
                  "name" : "price",
                  "unit" : "USD/MWh"
                },
                {
                  "name" : "soc",
                  "low" : 0.0,
                  "high" : 1.0
                }
              ],
              "action" : [
                {
                  "name" : "p",
                  "unit" : "MW",
                  "low" : -0.1,
                  "high" : 0.5
                },
                {
                  "name" : "on",
                  "choices" : 2
                }
              ]
            }
          ]
        }
        """,
        Files.readString(temp.resolve(PolicyCard.FILE)));
  }

  @Test
  void layoutsDifferByAnythingThatAPolicyGoesBy() {
    String layout = PolicyCard.layout(agent("a", OBSERVATION, ACTION));
    assertEquals(layout, PolicyCard.layout(agent("b", OBSERVATION, ACTION)));
    assertNotEquals(layout, PolicyCard.layout(agent("a", ACTION, OBSERVATION)));
    Space wider = Space.of(Axis.real("p", "MW", -0.2, 0.5), Axis.choice("on", 2));
    assertNotEquals(layout, PolicyCard.layout(agent("a", OBSERVATION, wider)));
    Space otherUnit = Space.of(Axis.real("p", "kW", -0.1, 0.5), Axis.choice("on", 2));
    assertNotEquals(layout, PolicyCard.layout(agent("a", OBSERVATION, otherUnit)));
    Space more = Space.of(Axis.real("p", "MW", -0.1, 0.5), Axis.choice("on", 3));
    assertNotEquals(layout, PolicyCard.layout(agent("a", OBSERVATION, more)));
  }
}
