package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.powerflow.Solution;

/** The built-in devices that hold the voltage, on a network. */
class VoltageEquipmentTest {
  private static final String YAML =
      """
      name: voltage-equipment
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 8}
      network: {type: ieee13, taps: [2, 1, 2], controls: controlled}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - id: MG1
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: reg, type: tapchanger, bus: "650", element: 650-RG60}
            - {id: cap, type: capacitor, bus: "675", element: "675"}
            - {id: bank, type: capacitor, bus: "680", stepMvar: 0.1, steps: 3}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment() {
    return workbench.environments().create(workbench.scenario(YAML));
  }

  private static void choose(Environment e, float[] actions, String agent, String axis, int to) {
    int k = index(e, agent);
    int i = e.possibleAgents().get(k).actionSpace().indexOf(axis);
    actions[e.actionOffset(k) + i] = to;
  }

  private static double observed(Environment e, float[] observations, String agent, String name) {
    int k = index(e, agent);
    int i = e.possibleAgents().get(k).observationSpace().indexOf(name);
    assertTrue(i >= 0, () -> name + " among " + e.possibleAgents().get(k).observationSpace());
    return observations[e.observationOffset(k) + i];
  }

  private static double cost(Environment e, String agent) {
    return e.view().cost(e.possibleAgents().get(index(e, agent)).index());
  }

  private static int index(Environment e, String agent) {
    for (int k = 0; k < e.possibleAgents().size(); k++) {
      Agent found = e.possibleAgents().get(k);
      if (found.id().equals(agent)) {
        return k;
      }
    }
    throw new IllegalArgumentException(agent);
  }

  private static double magnitude(Environment e, String bus, int phase) {
    Solution s = e.view().feeders().get(0).solution();
    return s.magnitude(3 * e.view().feeders().get(0).network().busIndex(bus) + phase);
  }

  /** The network's own control would lift 671 from these taps to its band at once. */
  @Test
  void theyHoldWhatTheNetworkBeginsWith() {
    try (Environment e = environment()) {
      float[] seen = e.reset(1).observations();
      assertEquals(1, observed(e, seen, "MG1.reg", "control.tapB"));
      assertEquals(1, observed(e, seen, "MG1.cap", "control.on"));
      e.step(e.heldActions());
      assertEquals(0, cost(e, "MG1.reg"));
      assertEquals((1 + 2 * 0.00625) * magnitude(e, "650", 0), magnitude(e, "RG60", 0), 1e-9);
      assertEquals((1 + 1 * 0.00625) * magnitude(e, "650", 1), magnitude(e, "RG60", 1), 1e-9);
    }
  }

  @Test
  void agentsMoveTapsAndSwitchCapacitors() {
    try (Environment e = environment()) {
      e.reset(1);
      e.step(e.heldActions());
      float[] actions = e.heldActions().clone();
      choose(e, actions, "MG1.reg", "stepA", 2);
      choose(e, actions, "MG1.reg", "stepB", 0);
      choose(e, actions, "MG1.cap", "on", 0);
      choose(e, actions, "MG1.bank", "on", 3);
      float[] seen = e.step(actions).observations();
      assertEquals(3, observed(e, seen, "MG1.reg", "control.tapA"));
      assertEquals(0, observed(e, seen, "MG1.reg", "control.tapB"));
      assertEquals((1 + 3 * 0.00625) * magnitude(e, "650", 0), magnitude(e, "RG60", 0), 1e-9);
      double v = observed(e, seen, "MG1.bank", "electrical.voltagePu");
      assertEquals(0.3 * v * v, observed(e, seen, "MG1.bank", "electrical.qMvar"), 1e-4);
      // two taps at 0.1 USD, one switch and three at 1 USD
      assertEquals(0.2, cost(e, "MG1.reg"), 1e-12);
      assertEquals(1, cost(e, "MG1.cap"), 1e-12);
      assertEquals(3, cost(e, "MG1.bank"), 1e-12);
    }
  }

  @Test
  void theyGoOnTheSameWhenRestored() {
    try (Environment e = environment()) {
      e.reset(1);
      float[] actions = e.heldActions().clone();
      choose(e, actions, "MG1.reg", "stepC", 0);
      choose(e, actions, "MG1.cap", "on", 0);
      choose(e, actions, "MG1.bank", "on", 2);
      e.step(actions);
      byte[] snapshot = e.snapshot();
      float[] expected = e.step(actions).observations().clone();
      try (Environment other = environment()) {
        other.reset(1);
        other.restore(snapshot);
        assertArrayEquals(expected, other.step(actions).observations());
      }
    }
  }
}
