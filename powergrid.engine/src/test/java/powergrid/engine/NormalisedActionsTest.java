package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Visibility;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.plugin.PluginKind;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.Mistake;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** The same actions, counted from −1 to 1. */
class NormalisedActionsTest {
  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String protocol, String actions) {
    return workbench
        .environments()
        .create(
            workbench.scenario(
                TestWorkbench.oneMicrogridYaml(protocol) + "actions: " + actions + "\n"));
  }

  @Test
  void aCallerSeesAxesFromMinusOneToOneWithoutAUnit() {
    try (Environment e = environment("setpoint", "normalised")) {
      e.reset(1);
      Agent agent = e.possibleAgents().get(0);
      assertEquals(
          List.of(
              Axis.real("gen1", "", -1, 1),
              Axis.real("ess1", "", -1, 1),
              Axis.real("pv1", "", -1, 1)),
          agent.actionSpace().axes());
      assertEquals(agent, e.agents().get(0), "wherever the caller looks");
      assertEquals(agent, e.agents().get(1).parent());
      assertEquals(e.agents().subList(1, 5), agent.children());
      Space inside = e.view().agents().get(0).actionSpace();
      assertEquals(Axis.real("ess1", "MW", -0.5, 0.5), inside.axis(1));
      Space observed = agent.observationSpace();
      Axis last = observed.axis(observed.indexOf("action.ess1"));
      assertEquals(-0.5, last.low(), "what is observed is physical");
      assertEquals("MW", last.unit());
    }
  }

  /**
   * To the bit where both scales have the number: of a battery of ±0.5 MW, which shares of 1/64
   * halve exactly, and the bounds of all.
   */
  @Test
  void theSameActionsHaveTheSameConsequencesToTheBit() {
    try (Environment physical = environment("none", "physical");
        Environment normalised = environment("none", "normalised")) {
      Transition p = physical.reset(4);
      Transition n = normalised.reset(4);
      RandomStream random = new RandomStream(1);
      while (p.live()) {
        float battery = (random.nextInt(129) - 64) / 64f;
        boolean most = random.nextBoolean();
        // gen1 to its greatest or least power, ess1 anywhere, pv1 without a limit
        float[] mw = {most ? 1 : -1, battery / 2, 10};
        p = physical.step(mw);
        n = normalised.step(new float[] {most ? 1 : -1, battery, 1});
        assertArrayEquals(p.observations(), n.observations());
        for (int agent = 0; agent < 5; agent++) {
          assertEquals(physical.view().cost(agent), normalised.view().cost(agent));
          assertEquals(physical.view().netMw(agent), normalised.view().netMw(agent));
        }
      }
      assertEquals(p.reason(), n.reason());
    }
  }

  /** A float has 24 bits: a normalised number is one of them off at most, of the whole range. */
  @Test
  void anyActionIsMetToTheLastBitOfItsRange() {
    try (Environment physical = environment("none", "physical");
        Environment normalised = environment("none", "normalised")) {
      physical.reset(4);
      normalised.reset(4);
      Space space = physical.possibleAgents().get(0).actionSpace();
      double low = space.axis(0).low();
      double range = space.axis(0).high() - low;
      RandomStream random = new RandomStream(2);
      float[] mw = physical.heldActions().clone();
      for (int i = 0; i < 96; i++) {
        mw[0] = (float) (low + random.nextDouble() * range);
        float[] scaled = normalised.heldActions().clone();
        scaled[0] = (float) (2 * (mw[0] - low) / range - 1);
        physical.step(mw);
        normalised.step(scaled);
        double ulp = Math.ulp(1f) * range;
        assertEquals(physical.view().netMw(2), normalised.view().netMw(2), ulp);
        assertEquals(scaled[0], normalised.heldActions()[0], "held is what was sent");
      }
    }
  }

  @Test
  void whatHoldsStaysWhereItIs() {
    try (Environment e = environment("none", "normalised")) {
      Transition t = e.reset(1);
      float[] start = e.heldActions().clone();
      assertEquals(0, start[1], "a battery at rest is in the middle");
      while (t.live()) {
        t = e.step(e.heldActions());
        assertArrayEquals(start, e.heldActions());
        assertEquals(0, e.view().clamped(3));
      }
    }
  }

  @Test
  void whatIsClampedIsCountedInPhysicalUnits() {
    try (Environment e = environment("none", "normalised")) {
      e.reset(1);
      float[] actions = e.heldActions().clone();
      actions[1] = 3; // three times half the range of ±0.5 MW
      e.step(actions);
      assertEquals(1.5 - 0.5, e.view().clamped(3), 1e-12);
      assertEquals(1, e.heldActions()[1]);
    }
  }

  @Test
  void whatIsNoNumberIsRefusedInTheCallersTerms() {
    try (Environment e = environment("none", "normalised")) {
      e.reset(1);
      float[] actions = e.heldActions().clone();
      actions[1] = Float.NaN;
      assertEquals(
          "agent MG1.ess1: action p is NaN; it takes a number from -1.0 to 1.0",
          assertThrows(IllegalArgumentException.class, () -> e.step(actions)).getMessage());
    }
  }

  @Test
  void aPolicyInsideSpeaksInPhysicalUnits() {
    List<Double> costs = new ArrayList<>();
    for (String actions : List.of("physical", "normalised")) {
      String yaml =
          TestWorkbench.oneMicrogridYaml("setpoint")
                  .replace("    devices:", "    policy: rule\n    devices:")
              + "actions: "
              + actions
              + "\n";
      try (Environment e = workbench.environments().create(workbench.scenario(yaml))) {
        Transition t = e.reset(1);
        double cost = 0;
        while (t.live()) {
          t = e.step(new float[0]);
          cost += e.view().cost(0);
        }
        costs.add(cost);
      }
    }
    assertEquals(costs.get(0), costs.get(1));
  }

  @Test
  void anAxisWithoutBoundsIsAMistakeThatNamesIt() {
    ProbeDevice probe =
        new ProbeDevice()
            .onCreate(
                context -> {
                  context
                      .actions()
                      .real("bid", "", 0, Double.POSITIVE_INFINITY, 0, Visibility.OWNER);
                  context.actions().choice("on", 2, 0, Visibility.OWNER);
                });
    workbench.install(PluginKind.DEVICE, "probe", probe);
    String yaml =
        TestWorkbench.oneMicrogridYaml("none")
            + "      - {id: probe, type: probe, bus: \"671\"}\n"
            + "actions: normalised\nexperiment: {metrics: [cost]}\n";
    assertEquals(
        List.of(
            "test.yaml:17:10: actions: agent MG1.probe: action bid is from 0.0 to Infinity and"
                + " cannot be normalised; use actions: physical"),
        workbench.environments().check(workbench.scenario(yaml)).stream()
            .map(Mistake::toString)
            .toList());
  }

  @Test
  void choicesStayAsTheyAre() {
    ProbeDevice probe =
        new ProbeDevice()
            .onCreate(context -> context.actions().choice("mode", 3, 2, Visibility.OWNER));
    workbench.install(PluginKind.DEVICE, "probe", probe);
    String yaml =
        TestWorkbench.oneMicrogridYaml("none")
            + "      - {id: probe, type: probe, bus: \"671\"}\n"
            + "actions: normalised\n";
    try (Environment e = workbench.environments().create(workbench.scenario(yaml))) {
      e.reset(1);
      Space space = e.possibleAgents().get(3).actionSpace();
      int mode = e.actionOffset(3) + space.indexOf("mode");
      assertEquals(Axis.choice("mode", 3), space.axis(space.indexOf("mode")));
      assertEquals(2, e.heldActions()[mode]);
      assertEquals(3, space.maskSize());
      float[] actions = e.heldActions().clone();
      actions[mode] = 1;
      assertTrue(e.step(actions).live());
      assertEquals(1, e.heldActions()[mode]);
    }
  }
}
