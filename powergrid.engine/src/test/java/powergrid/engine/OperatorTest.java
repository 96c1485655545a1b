package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;

/** Microgrids on an operator's feeder, which is a grid agent too: what one pays the other gets. */
class OperatorTest {
  private static final String YAML =
      """
      name: operated
      clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
      network: {type: ieee13, taps: [6, 4, 6], loadScale: 0.5}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead},
             irradiance: {dataset: synthetic}}
      microgrids:
        - {id: DSO, devices: [{id: head, type: grid, bus: "650", sellFactor: 1}]}
        - {id: MG1, network: {type: ieee13, taps: [0, 0, 0], loadScale: 0.1, capacitorScale: 0},
           attach: {bus: "671", mva: 1, rPercent: 1, xPercent: 5}, devices: [
           {id: grid, type: grid, bus: "650", sellFactor: 0.5, demandCharge: 10},
           {id: pv, type: solar, bus: "671", pMaxMw: 1}]}
      """;

  private static final int DSO = 0;
  private static final int MG1 = 1;
  private static final int HEAD = 2;
  private static final int CONNECTION = 3;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String yaml) {
    return workbench.environments().create(workbench.scenario(yaml));
  }

  @Test
  void transfersCancel() {
    try (Environment e = environment(YAML)) {
      Transition t = e.reset(5);
      double transferred = 0;
      while (t.live()) {
        t = e.step(e.heldActions());
        StepView v = e.view();
        double head = v.netMw(HEAD) * v.series("price") * v.hours();
        assertEquals(head, v.state(HEAD, "economics.costUsd"), 1e-9, "at one price both ways");
        double bill = v.state(CONNECTION, "economics.costUsd");
        assertEquals(bill, v.cost(MG1), 1e-9);
        assertEquals(head - bill, v.cost(DSO), 1e-9);
        assertEquals(head, v.cost(DSO) + v.cost(MG1), 1e-9, "what the system pays");
        transferred += Math.abs(bill);
      }
      assertTrue(transferred > 1, "something was paid: " + transferred);
    }
  }

  /** Import at the head is what the feeder's own loads, its losses and the microgrid take. */
  @Test
  void energyAtTheConnectionFeederLoadAndLossesSumToTheHead() {
    try (Environment e = environment(YAML)) {
      Transition t = e.reset(5);
      while (t.live()) {
        t = e.step(e.heldActions());
        FeederView feeder = e.view().feeders().get(0);
        double solar = e.view().netMw(4);
        double taken = feeder.solution().loadMw() + feeder.solution().lossesMw();
        assertEquals(taken, e.view().netMw(HEAD) + solar, 1e-4);
      }
    }
  }

  /** What its own feeder takes, not what it passes on: that is the microgrid's demand. */
  @Test
  void theOperatorsDemandIsItsOwn() {
    String deciding =
        YAML.replace(
                "sellFactor: 1}]",
                "sellFactor: 1}, {id: gen, type: generator, bus: \"671\", pMaxMw: 1}], protocol: setpoint")
            .replace("id: MG1,", "id: MG1, protocol: setpoint,");
    try (Environment e = environment(deciding)) {
      e.reset(5);
      Transition t = e.step(new float[] {0.25f, 0.5f});
      FeederView feeder = e.view().feeders().get(0);
      double all = feeder.solution().loadMw() + feeder.solution().lossesMw();
      double sum = 0;
      for (int i = 0; i < 2; i++) {
        int at = e.possibleAgents().get(i).observationSpace().indexOf("demandMw");
        sum += t.observations()[e.observationOffset(i) + at];
      }
      assertEquals(all, sum, 1e-4);
      assertTrue(all > 1, "there is a demand: " + all);
    }
  }

  @Test
  void withoutAnOperatorABillLeavesTheSystem() {
    String alone =
        YAML.replace(
            "  - {id: DSO, devices: [{id: head, type: grid, bus: \"650\", sellFactor: 1}]}\n", "");
    try (Environment e = environment(alone)) {
      e.reset(5);
      e.step(e.heldActions());
      assertEquals(e.view().state(1, "economics.costUsd"), e.view().cost(0), 1e-12);
    }
  }
}
