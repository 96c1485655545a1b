package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.engine.Figures.netMw;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.scenario.ScenarioException;

/** Two or three levels of agents, and who of them decides. */
class LevelsTest {
  private static final String GRIDS =
      """
      name: levels
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 96}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - {id: MG1, network: {type: ieee13, loadScale: 0.2}, protocol: $grids, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: 1, costLinear: 20, costQuadratic: 40},
           {id: ess, type: storage, bus: "671", pMaxMw: 0.5, energyMwh: 2}]}
        - {id: MG2, network: {type: ieee13, loadScale: 0.1}, protocol: $grids, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: 0.5, costLinear: 30, costQuadratic: 40}]}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String grids, String more) {
    return workbench
        .environments()
        .create(workbench.scenario(GRIDS.replace("$grids", grids) + more));
  }

  private static List<String> possible(Environment e) {
    return e.possibleAgents().stream().map(Agent::id).toList();
  }

  @Test
  void oneSettingSaysWhichLevelDecides() {
    String system = "system: {id: market, protocol: setpoint}\n";
    record Case(String deciders, List<String> expected) {}
    for (Case c :
        List.of(
            new Case("", List.of("market")),
            new Case("deciders: system\n", List.of("market")),
            new Case("deciders: grids\n", List.of("MG1", "MG2")),
            new Case("deciders: devices\n", List.of("MG1.gen", "MG1.ess", "MG2.gen")),
            new Case("deciders: [system, grids]\n", List.of("market", "MG1", "MG2")))) {
      try (Environment e = environment("setpoint", system + c.deciders())) {
        Transition t = e.reset(1);
        assertEquals(c.expected(), possible(e), c.deciders());
        while (t.live()) {
          t = e.step(e.heldActions());
        }
        assertEquals("horizon", t.reason(), c.deciders());
      }
    }
  }

  /** An agent with an empty action space is never a decider: its children are. */
  @Test
  void whereALevelHasNothingToDecideTheOneBelowDoes() {
    try (Environment e = environment("none", "")) {
      e.reset(1);
      assertEquals(List.of("MG1.gen", "MG1.ess", "MG2.gen"), possible(e));
    }
    try (Environment e = environment("setpoint", "system: {protocol: none}\n")) {
      e.reset(1);
      assertEquals(List.of("MG1", "MG2"), possible(e));
      assertEquals("system", e.agents().get(0).id());
    }
  }

  @Test
  void aSystemsSetPointIsSplitByTheGridBelowOverItsDevices() {
    try (Environment e = environment("setpoint", "system: {protocol: setpoint}\n")) {
      e.reset(1);
      assertEquals(
          List.of("MG1", "MG2"),
          e.possibleAgents().get(0).actionSpace().axes().stream().map(a -> a.name()).toList());
      e.step(new float[] {0.6f, 0.2f});
      assertEquals(0.6, netMw(e, "MG1"), 1e-6);
      assertEquals(0.6, netMw(e, "MG1.gen") + netMw(e, "MG1.ess"), 1e-6);
      assertEquals(0.2, netMw(e, "MG2.gen"), 1e-6);
      assertEquals(0.8, netMw(e, "system"), 1e-6);
    }
  }

  /** A decider sees its parent's message of a step in the observation that follows, no sooner. */
  @Test
  void aDeciderTakesItsParentsDirectiveAsInformation() {
    try (Environment e = environment("price-signal", "deciders: [grids, devices]\n")) {
      Transition t = e.reset(1);
      assertEquals(List.of("MG1", "MG2", "MG1.gen", "MG1.ess", "MG2.gen"), possible(e));
      int price = e.possibleAgents().get(2).observationSpace().indexOf("parent.Price.usdPerMwh");
      int at = e.observationOffset(2) + price;
      assertEquals(0, t.observations()[at]);
      t = e.step(new float[] {120, 50, 0.25f, 0.1f, 0.3f});
      assertEquals(120, t.observations()[at]);
      assertEquals(0.25, netMw(e, "MG1.gen"), 1e-6, "its own choice, not the best response");
    }
    try (Environment e = environment("price-signal", "")) {
      e.reset(1);
      e.step(new float[] {60, 50});
      assertEquals(
          (60 - 20) / 80.0, netMw(e, "MG1.gen"), 1e-6, "a follower reacts within the step");
    }
  }

  /**
   * Level by level from the top: peers leave weight to what the system asked of them in this step.
   * They average what they injected before the first step, 0, and ask for half of that and half of
   * their set points.
   */
  @Test
  void peersCoordinateAfterTheSystemHasSpoken() {
    String more =
        """
        system: {protocol: setpoint}
        protocol: {type: consensus, share: 0.5, rounds: 500}
        channel: {window: 600s}
        """;
    try (Environment e = environment("setpoint", more)) {
      e.reset(1);
      e.step(new float[] {0.6f, 0.2f});
      assertEquals(0.3, netMw(e, "MG1"), 1e-6);
      assertEquals(0.1, netMw(e, "MG2"), 1e-6);
    }
  }

  @Test
  void aParentsFiguresAreTheSumsOfItsChildrens() {
    try (Environment e = environment("setpoint", "system: {protocol: setpoint}\n")) {
      e.reset(1);
      e.step(new float[] {0.6f, 0.2f});
      StepView v = e.view();
      double cost = 0;
      double net = 0;
      for (Agent grid : v.agents().get(0).children()) {
        cost += v.cost(grid.index());
        net += v.netMw(grid.index());
        double devices = 0;
        for (Agent device : grid.children()) {
          devices += v.cost(device.index());
        }
        assertEquals(devices, v.cost(grid.index()), 1e-9);
      }
      assertEquals(cost, v.cost(0), 1e-9);
      assertEquals(net, v.netMw(0), 1e-12);
    }
  }

  @Test
  void aSystemThatIsNotThereCannotDecide() {
    assertTrue(
        assertThrows(
                ScenarioException.class, () -> environment("none", "deciders: system\n").reset(1))
            .getMessage()
            .contains("deciders: names the system, but there is no agent above the microgrids"));
    assertTrue(
        assertThrows(
                ScenarioException.class,
                () -> environment("none", "system: {id: MG1, protocol: none}\n").reset(1))
            .getMessage()
            .contains("system: has the id of a microgrid, MG1; give it another"));
  }
}
