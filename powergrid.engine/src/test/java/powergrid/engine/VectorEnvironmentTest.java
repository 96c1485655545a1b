package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Split;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.plugin.PluginKind;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.Scenario;
import powergrid.engine.catalog.Provider;

/** Copies side by side: the same as one by one. */
class VectorEnvironmentTest {
  private static final int STEPS = 60;

  private final TestWorkbench workbench = new TestWorkbench();
  private final Scenario scenario = workbench.scenario(yaml("cost-safety"));

  /** Two islands whose controllers dispatch a generator and a battery; a day of 24 steps. */
  private static String yaml(String reward) {
    return """
        name: islands
        clock: {start: "2023-07-01T00:00", step: 1h, steps: 24, days: 28}
        data: {load: {dataset: synthetic}, price: {dataset: synthetic}}
        microgrids:
          - id: MG{n}
            count: 2
            network: {type: ieee13}
            protocol: setpoint
            devices:
              - {id: grid, type: grid, bus: "650"}
              - {id: gen, type: generator, bus: "675", pMaxMw: 0.6, costLinear: 60}
              - {id: ess, type: storage, bus: "671", pMaxMw: 0.5, energyMwh: 2}
        reward: %s
        """
        .formatted(reward);
  }

  private VectorEnvironment vector(Credit credit, int copies, int threads) {
    return workbench.environments().vector(scenario, Split.ALL, credit, copies, threads);
  }

  /** Actions that differ from copy to copy and step to step. */
  private static float[] actions(VectorEnvironment environment, RandomStream random) {
    int agents = environment.possibleAgents().size();
    int size = environment.actionOffset(agents);
    float[] actions = new float[environment.copies() * size];
    for (int copy = 0; copy < environment.copies(); copy++) {
      for (int k = 0; k < agents; k++) {
        var space = environment.possibleAgents().get(k).actionSpace();
        for (int i = 0; i < space.size(); i++) {
          var axis = space.axis(i);
          actions[copy * size + environment.actionOffset(k) + i] =
              (float) axis.clamp(axis.low() + random.nextDouble() * (axis.high() - axis.low()));
        }
      }
    }
    return actions;
  }

  private static void update(CRC32 sum, VectorTransition seen) {
    for (float[] numbers :
        new float[][] {
          seen.observations(),
          seen.states(),
          seen.rewards(),
          seen.finalObservations(),
          seen.finalStates(),
          seen.heldActions()
        }) {
      for (float number : numbers) {
        int bits = Float.floatToRawIntBits(number);
        for (int shift = 0; shift < 32; shift += 8) {
          sum.update(bits >>> shift);
        }
      }
    }
    sum.update(seen.masks());
  }

  private static long run(VectorEnvironment environment, RandomStream random, int steps) {
    CRC32 sum = new CRC32();
    for (int step = 0; step < steps; step++) {
      update(sum, environment.step(actions(environment, random)));
    }
    return sum.getValue();
  }

  @Test
  void theFirstCopyDoesWhatAnEnvironmentDoes() {
    try (VectorEnvironment copies = vector(Credit.OWN, 3, 1);
        Environment alone = workbench.environments().create(scenario)) {
      VectorTransition seen = copies.reset(5);
      Transition expected = alone.reset(5);
      RandomStream random = new RandomStream(1);
      int size = copies.actionOffset(2);
      int width = copies.observationOffset(2);
      float[] state = new float[alone.stateSpace().size()];
      boolean ended = false;
      for (int step = 0; step < STEPS; step++) {
        float[] actions = actions(copies, random);
        copies.step(actions);
        expected = alone.step(Arrays.copyOf(actions, size));
        assertArrayEquals(expected.rewards(), Arrays.copyOf(seen.rewards(), 2));
        assertArrayEquals(expected.truncated(), Arrays.copyOf(seen.truncated(), 2));
        assertEquals(!expected.live(), seen.ended()[0]);
        if (!expected.live()) {
          ended = true;
          alone.state(state, 0);
          assertArrayEquals(
              expected.observations(), Arrays.copyOf(seen.finalObservations(), width));
          assertArrayEquals(state, Arrays.copyOf(seen.finalStates(), state.length));
          expected = alone.reset();
        }
        alone.state(state, 0);
        assertArrayEquals(expected.observations(), Arrays.copyOf(seen.observations(), width));
        assertArrayEquals(state, Arrays.copyOf(seen.states(), state.length));
      }
      assertTrue(ended);
    }
  }

  /** An observer sees what stepping each environment by itself shows, the last step too. */
  @Test
  void anObserverSeesEveryStepOfEveryCopy() {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    try (VectorEnvironment copies = vector(Credit.OWN, 3, 2);
        Environment alone = workbench.environments().create(scenario)) {
      copies.watch(
          (copy, step) -> seen.add(copy + " " + step.step() + " " + step.cost(0) + step.start()));
      copies.reset(5);
      alone.reset(5);
      List<String> expected = new ArrayList<>();
      RandomStream random = new RandomStream(1);
      for (int step = 0; step < STEPS; step++) {
        float[] actions = actions(copies, random);
        copies.step(actions);
        Transition t = alone.step(Arrays.copyOf(actions, copies.actionOffset(2)));
        StepView view = alone.view();
        expected.add("0 " + view.step() + " " + view.cost(0) + view.start());
        if (!t.live()) {
          alone.reset();
        }
      }
      assertEquals(expected, seen.stream().filter(s -> s.startsWith("0 ")).toList());
      assertEquals(3 * STEPS, seen.size());
    }
  }

  @Test
  void aPluginThatComesIsUsedByAllCopiesFromTheNextResetOfAll() {
    ProbeDevice before = new ProbeDevice();
    ProbeDevice after = new ProbeDevice();
    int[] acts = new int[1];
    after.onAct(() -> acts[0]++);
    workbench.install(PluginKind.DEVICE, "probe", before);
    Scenario probed =
        workbench.scenario(
            """
            name: probed
            clock: {start: "2023-07-01T00:00", step: 1h, steps: 3}
            network: ieee13
            microgrids:
              - {id: MG1, devices: [{id: d1, type: probe, bus: "671"}]}
            """);
    try (VectorEnvironment copies =
        workbench.environments().vector(probed, Split.ALL, Credit.OWN, 2, 1)) {
      VectorTransition seen = copies.reset(1);
      workbench.install(PluginKind.DEVICE, "probe", after, "test.better", 10);
      for (int step = 0; step < 7; step++) {
        copies.step(seen.heldActions().clone());
      }
      assertEquals(0, acts[0], "one training, one set of plug-ins");
      copies.reset(1);
      assertEquals(2, acts[0]);
    }
  }

  @Test
  void aPluginThatGoesStopsAllCopiesByName() {
    Provider provider = workbench.install(PluginKind.DEVICE, "probe", new ProbeDevice());
    Scenario probed =
        workbench.scenario(
            """
            name: probed
            clock: {start: "2023-07-01T00:00", step: 1h, steps: 3}
            network: ieee13
            microgrids:
              - {id: MG1, devices: [{id: d1, type: probe, bus: "671"}]}
            """);
    try (VectorEnvironment copies =
        workbench.environments().vector(probed, Split.ALL, Credit.OWN, 2, 1)) {
      float[] held = copies.reset(1).heldActions().clone();
      workbench.registry().remove(provider);
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> copies.step(held));
      assertEquals("copy 0: device/probe (bundle test.probe 1.0.0) was withdrawn", e.getMessage());
    }
  }

  @Test
  void copiesDrawForThemselves() {
    try (VectorEnvironment copies = vector(Credit.OWN, 2, 1)) {
      VectorTransition seen = copies.reset(5);
      int width = copies.observationOffset(2);
      assertFalse(
          Arrays.equals(
              Arrays.copyOf(seen.observations(), width),
              Arrays.copyOfRange(seen.observations(), width, 2 * width)));
    }
  }

  @Test
  void whatHappensDoesNotDependOnTheNumberOfThreads() {
    long[] sums = new long[3];
    for (int threads = 1; threads <= 3; threads++) {
      try (VectorEnvironment copies = vector(Credit.OWN, 5, threads)) {
        copies.reset(5);
        sums[threads - 1] = run(copies, new RandomStream(1), STEPS);
      }
    }
    assertEquals(sums[0], sums[1]);
    assertEquals(sums[0], sums[2]);
  }

  @Test
  void goesOnFromASnapshotBitForBit() {
    try (VectorEnvironment copies = vector(Credit.OWN, 3, 2);
        VectorEnvironment others = vector(Credit.OWN, 3, 1);
        VectorEnvironment fewer = vector(Credit.OWN, 2, 1)) {
      copies.reset(5);
      RandomStream random = new RandomStream(1);
      run(copies, random, 37);
      byte[] snapshot = copies.snapshot();
      long state = random.state();
      long expected = run(copies, random, STEPS);
      assertNotEquals(0, expected);
      CRC32 first = new CRC32();
      update(first, others.restore(snapshot));
      random.state(state);
      // final observations are left over from before, in the one that went on
      VectorTransition seen = others.reset(9);
      assertNotEquals(0, seen.observations().length);
      others.restore(snapshot);
      copies.restore(snapshot);
      RandomStream again = new RandomStream(0);
      again.state(state);
      assertEquals(run(copies, again, STEPS), run(others, random, STEPS));
      assertThrows(IllegalArgumentException.class, () -> fewer.restore(snapshot));
      assertThrows(
          IllegalArgumentException.class, () -> others.restore(Arrays.copyOf(snapshot, 99)));
    }
  }

  @Test
  void sharedCreditIsTheSum() {
    try (VectorEnvironment own = vector(Credit.OWN, 1, 1);
        VectorEnvironment shared = vector(Credit.SHARED, 1, 1)) {
      VectorTransition each = own.reset(5);
      VectorTransition all = shared.reset(5);
      float[] actions = actions(own, new RandomStream(1));
      own.step(actions);
      shared.step(actions);
      double sum = (double) each.rewards()[0] + each.rewards()[1];
      assertEquals((float) sum, all.rewards()[0]);
      assertEquals((float) sum, all.rewards()[1]);
    }
  }

  /**
   * Islands do not touch each other, so where the reward is an agent's own, what it adds to the sum
   * is its own reward less that of its default action; and the trajectory is as without credit.
   */
  @Test
  void differenceCreditIsWhatAnAgentAdds() {
    Scenario additive =
        workbench.scenario(yaml("{type: cost-safety, shared: false, safetyWeight: 0}"));
    try (VectorEnvironment own =
            workbench.environments().vector(additive, Split.ALL, Credit.OWN, 2, 1);
        VectorEnvironment difference =
            workbench.environments().vector(additive, Split.ALL, Credit.DIFFERENCE, 2, 2);
        VectorEnvironment resting =
            workbench.environments().vector(additive, Split.ALL, Credit.OWN, 2, 1)) {
      VectorTransition each = own.reset(5);
      VectorTransition added = difference.reset(5);
      RandomStream random = new RandomStream(1);
      int size = own.actionOffset(2);
      for (int step = 0; step < 30; step++) {
        resting.restore(own.snapshot());
        float[] actions = actions(own, random);
        float[] rest = actions.clone();
        for (int copy = 0; copy < 2; copy++) {
          for (int k = 0; k < 2; k++) {
            var agent = own.possibleAgents().get(k);
            for (int i = 0; i < agent.actionSpace().size(); i++) {
              rest[copy * size + own.actionOffset(k) + i] = (float) agent.restingAction(i);
            }
          }
        }
        VectorTransition none = null;
        own.step(actions);
        difference.step(actions);
        none = resting.step(rest);
        assertArrayEquals(each.observations(), added.observations());
        assertArrayEquals(each.states(), added.states());
        for (int i = 0; i < 4; i++) {
          assertEquals(each.rewards()[i] - none.rewards()[i], added.rewards()[i], 1e-3);
        }
      }
    }
  }

  @Test
  void anActionThatIsNoneIsRefusedBeforeAnythingHappens() {
    try (VectorEnvironment copies = vector(Credit.OWN, 2, 1)) {
      VectorTransition seen = copies.reset(5);
      float[] before = seen.observations().clone();
      float[] actions = seen.heldActions().clone();
      actions[copies.actionOffset(2) + copies.actionOffset(1)] = Float.NaN;
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> copies.step(actions));
      assertTrue(e.getMessage().startsWith("copy 1: agent MG2: action "), e.getMessage());
      assertArrayEquals(before, seen.observations());
    }
  }
}
