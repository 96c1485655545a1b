package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.powerflow.Solution;

/** What a step means, sentence by sentence. */
class StepTest {
  private final TestWorkbench workbench = new TestWorkbench();

  private static List<String> ids(List<? extends Agent> agents) {
    return agents.stream().map(Agent::id).toList();
  }

  @Test
  void withoutCoordinationTheChildrenDecide() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      e.reset(1);
      assertEquals(List.of("MG1.gen1", "MG1.ess1", "MG1.pv1"), ids(e.possibleAgents()));
    }
  }

  @Test
  void withSetPointsTheGridDecides() {
    try (Environment e = workbench.oneMicrogrid("setpoint")) {
      e.reset(1);
      assertEquals(List.of("MG1"), ids(e.possibleAgents()));
      assertEquals(
          List.of("gen1", "ess1", "pv1"),
          e.possibleAgents().get(0).actionSpace().axes().stream().map(a -> a.name()).toList());
    }
  }

  @Test
  void anAgentWithNothingToDecideIsNeverPossible() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      e.reset(1);
      for (Agent agent : e.agents()) {
        assertTrue(!agent.decides() || agent.actionSpace().size() > 0, agent.id());
      }
      assertFalse(ids(e.possibleAgents()).contains("MG1.grid"));
    }
  }

  @Test
  void allAgentsAreTruncatedAtTheHorizonAndTheEpisodeIsOver() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      Transition t = e.reset(1);
      for (int step = 0; step < 96; step++) {
        assertTrue(t.live());
        t = e.step(e.heldActions());
      }
      assertFalse(t.live());
      assertEquals("horizon", t.reason());
      assertArrayEquals(new boolean[] {true, true, true}, t.truncated());
      assertArrayEquals(new boolean[] {false, false, false}, t.terminated());
      assertEquals(List.of(), e.liveAgents());
      float[] held = e.heldActions();
      assertEquals(
          "step after the episode ended (horizon); reset first",
          assertThrows(IllegalStateException.class, () -> e.step(held)).getMessage());
    }
  }

  @Test
  void anActionThatIsNoNumberIsRefusedByNameBeforeAnythingHappens() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      e.reset(1);
      byte[] before = e.snapshot();
      float[] actions = e.heldActions().clone();
      actions[1] = Float.NaN;
      assertEquals(
          "agent MG1.ess1: action p is NaN; it takes a number from -0.5 to 0.5",
          assertThrows(IllegalArgumentException.class, () -> e.step(actions)).getMessage());
      assertArrayEquals(before, e.snapshot());
    }
  }

  @Test
  void anActionOutsideItsSpaceIsClampedAndCounted() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      e.reset(1);
      float[] actions = e.heldActions().clone();
      actions[0] = 5;
      e.step(actions);
      StepView view = e.view();
      assertEquals(5 - 0.66, view.clamped(2), 1e-9);
      assertEquals(0, view.clamped(3));
      assertEquals(0.66f, e.heldActions()[0]);
    }
  }

  @Test
  void powerBalancesInEveryStep() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      Transition t = e.reset(3);
      float[] actions = e.heldActions().clone();
      while (t.live()) {
        actions[0] = 0.3f;
        actions[1] = e.view().step() % 8 < 4 ? 0.4f : -0.4f;
        t = e.step(actions);
        StepView v = e.view();
        Solution s = v.feeders().get(0).solution();
        double injected = v.netMw(2) + v.netMw(3) + v.netMw(4);
        // The sweep stops at 1e-6 pu; its balance is as good as that on 5 MVA.
        assertEquals(s.loadMw() + s.lossesMw() - injected, s.sourceMw(), 1e-5);
        assertEquals(s.sourceMw(), v.netMw(1), 0, "the meter reads the source");
        assertEquals(injected, v.netMw(0), 1e-12, "a grid's net is its devices'");
      }
    }
  }

  @Test
  void aParentsCostIsItsChildrensAndTheHeadIsBilledAtThePriceOfTheHour() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      Transition t = e.reset(3);
      while (t.live()) {
        t = e.step(e.heldActions());
        StepView v = e.view();
        assertEquals(v.netMw(1) * 0.25 * v.series("price"), v.cost(1), 1e-9);
        assertEquals(IntStream.rangeClosed(1, 4).mapToDouble(v::cost).sum(), v.cost(0), 1e-9);
      }
    }
  }

  @Test
  void everyObservationLiesInItsSpaceAndHasItsSize() {
    for (String protocol : List.of("none", "setpoint", "price-signal")) {
      try (Environment e = workbench.oneMicrogrid(protocol)) {
        Transition t = e.reset(5);
        while (t.live()) {
          t = e.step(e.heldActions());
          for (int k = 0; k < e.possibleAgents().size(); k++) {
            var space = e.possibleAgents().get(k).observationSpace();
            int offset = e.observationOffset(k);
            assertEquals(space.size(), e.observationOffset(k + 1) - offset);
            for (int i = 0; i < space.size(); i++) {
              float value = t.observations()[offset + i];
              assertTrue(
                  value >= (float) space.axis(i).low() && value <= (float) space.axis(i).high(),
                  space.axis(i) + " is " + value);
            }
          }
        }
      }
    }
  }

  @Test
  void whatIsKnownOnlyAfterwardsIsObservedAStepLate() {
    try (Environment e = workbench.oneMicrogrid("setpoint")) {
      Transition t = e.reset(5);
      var space = e.possibleAgents().get(0).observationSpace();
      int load = space.indexOf("series.load");
      int price = space.indexOf("series.price");
      while (t.live()) {
        float announced = t.observations()[price];
        t = e.step(e.heldActions());
        assertEquals((float) e.view().series("load"), t.observations()[load], "load: after");
        assertEquals((float) e.view().series("price"), announced, "price: before");
      }
    }
  }

  @Test
  void theTimeOfWhatIsDecidedNextIsObserved() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      Transition t = e.reset(5);
      for (int step = 0; step < 24; step++) {
        t = e.step(e.heldActions());
      }
      for (int k = 0; k < 3; k++) { // 06:00, whatever the day
        var space = e.possibleAgents().get(k).observationSpace();
        int offset = e.observationOffset(k);
        assertEquals(1, t.observations()[offset + space.indexOf("clock.daySin")], 1e-6);
        assertEquals(0, t.observations()[offset + space.indexOf("clock.dayCos")], 1e-6);
        double week = 2 * Math.PI * (e.view().start().getDayOfWeek().getValue() - 0.75) / 7;
        assertEquals(
            Math.sin(week), t.observations()[offset + space.indexOf("clock.weekSin")], 1e-6);
        double year = 2 * Math.PI * (e.view().start().getDayOfYear() - 0.75) / 365;
        assertEquals(
            Math.cos(year), t.observations()[offset + space.indexOf("clock.yearCos")], 1e-6);
      }
    }
  }

  @Test
  void resetOfTheSameSeedRestartsItsSequenceOfEpisodes() {
    try (Environment e = workbench.oneMicrogrid("none")) {
      float[] first = e.reset(9).observations().clone();
      float[] second = e.reset().observations().clone();
      assertArrayEquals(first, e.reset(9).observations());
      assertArrayEquals(second, e.reset().observations());
      assertFalse(java.util.Arrays.equals(first, second), "episodes differ");
    }
  }
}
