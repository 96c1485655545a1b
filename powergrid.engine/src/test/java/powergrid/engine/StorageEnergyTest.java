package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.device.VoltageCurve;
import powergrid.api.environment.Environment;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;

/**
 * What a battery stored is what really flowed, also where the voltage or an island decides that: a
 * day of charging and discharging by turns of two hours, to 1e-9 MWh.
 */
class StorageEnergyTest {
  private static final double HOURS = 0.25;
  private static final double CHARGING = 0.92;
  private static final double DISCHARGING = 0.94;
  private static final double MVA = 0.6;

  /** High taps and little load: about 1.07 pu at bus 675. */
  private static final String HIGH =
      """
      name: high-voltage
      clock: {start: "2023-07-01T00:00", step: 15min, steps: 96}
      network: {type: ieee13, taps: [13, 11, 14], loadScale: 0.3}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - id: MG1
          devices:
            - {id: grid, type: grid, bus: "650"}
      """;

  /** An island from 11:00 to 13:00, carried by the battery. */
  private static final String ISLAND =
      """
      name: island
      clock: {start: "2023-07-01T00:00", step: 15min, steps: 96}
      network: {type: ieee34, loadScale: 0.5}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      events: [{at: 11h, open: MG1.tie}, {at: 13h, close: MG1.tie}]
      microgrids:
        - id: MG1
          network: {type: ieee13, taps: [8, 6, 9], loadScale: 0.1, capacitorScale: 0.2}
          attach: {bus: "806", mva: 1.5, rPercent: 1, xPercent: 5}
          devices:
            - {id: grid, type: grid, bus: "650"}
      """;

  private static final String BATTERY =
      """
            - id: ess
              type: storage
              bus: "675"
              phases: abc
              pMaxMw: 0.5
              energyMwh: 2
              chargeEfficiency: 0.92
              dischargeEfficiency: 0.94
              degradation: cycle-depth
              replacementCost: 200000
              inverter: {ratingMva: 0.6, reactive: volt-var, voltWatt: true}
      """;

  private final TestWorkbench workbench = new TestWorkbench();
  private double stored;
  private double integral;

  private Environment environment(String yaml) {
    return workbench.environments().create(workbench.scenario(yaml));
  }

  private static int battery(Environment e) {
    int i = 0;
    for (Agent agent : e.view().agents()) {
      if (agent.id().equals("MG1.ess")) {
        return i;
      }
      i++;
    }
    throw new AssertionError("no battery");
  }

  /** What the battery is asked for in a step: all there is, out and in by turns. */
  private static float[] byTurns(Environment e) {
    float[] actions = e.heldActions().clone();
    assertEquals(1, actions.length);
    actions[0] = e.view().step() / 8 % 2 == 0 ? 0.5f : -0.5f;
    return actions;
  }

  private void start(Environment e) {
    stored = 2 * e.view().state(battery(e), "storage.soc");
    integral = stored;
  }

  private double step(Environment e, float[] actions) {
    e.step(actions);
    StepView v = e.view();
    double p = v.netMw(battery(e));
    integral -= p * HOURS * (p < 0 ? CHARGING : 1 / DISCHARGING);
    double now = 2 * v.state(battery(e), "storage.soc");
    assertEquals(integral, now, 1e-9, "step " + v.step());
    return p;
  }

  @Test
  void voltWattLowersWhatItGivesAndItKeepsTheRest() {
    try (Environment e = environment(HIGH + BATTERY)) {
      e.reset(3);
      start(e);
      int lowered = 0;
      for (int step = 0; step < 96; step++) {
        double deliverable = e.view().state(battery(e), "storage.deliverableMwh") / HOURS;
        float[] actions = byTurns(e);
        double p = step(e, actions);
        double pu = e.view().state(battery(e), "electrical.voltagePu");
        double most = MVA * VoltageCurve.voltWatt().at(pu);
        if (actions[0] > 0 && most < Math.min(0.5, deliverable) - 1e-3) {
          lowered++;
          assertEquals(most, p, 2e-4 * MVA, "on the curve within 1e-4 of its rating");
        }
        double q = e.view().state(battery(e), "electrical.qMvar");
        assertEquals(VoltageCurve.voltVar(VoltageCurve.Category.B).at(pu) * MVA, q, 2e-4 * MVA);
        assertTrue(p * p + q * q <= MVA * MVA + 1e-3, p + " MW, " + q + " MVAr");
      }
      assertTrue(lowered > 10, "lowered in " + lowered + " steps");
      assertTrue(e.view().state(battery(e), "storage.health") < 1);
    }
  }

  @Test
  void inAnIslandItGivesWhatTheIslandTakes() {
    try (Environment e =
        environment(ISLAND + BATTERY + "        gridForming: true\n        voltagePu: 1.08\n")) {
      e.reset(3);
      start(e);
      int lowered = 0;
      for (int step = 0; step < 96; step++) {
        double deliverable = e.view().state(battery(e), "storage.deliverableMwh") / HOURS;
        float[] actions = byTurns(e);
        double p = step(e, actions);
        FeederView feeder = e.view().feeders().get(0);
        assertEquals(0, feeder.notServedMwh(), "step " + step);
        assertEquals(0, feeder.refusedClosings());
        if (step >= 44 && step < 52) {
          double load = 0.1 * 3.466 * e.view().series("load");
          assertEquals(load, p, 0.15 * load, "load models and losses apart");
        } else if (actions[0] > 0 && p < Math.min(0.5, deliverable) - 1e-3) {
          lowered++;
        }
      }
      assertTrue(lowered > 10, "volt-watt lowers it on the grid: in " + lowered + " steps");
    }
  }

  @Test
  void aSnapshotHoldsItsHistoryOfCycles() {
    String yaml = HIGH + BATTERY;
    try (Environment e = environment(yaml);
        Environment other = environment(yaml)) {
      e.reset(7);
      for (int step = 0; step < 30; step++) {
        e.step(byTurns(e));
      }
      other.reset(1);
      other.restore(e.snapshot());
      for (int step = 30; step < 60; step++) {
        float[] observations = e.step(byTurns(e)).observations().clone();
        assertArrayEquals(observations, other.step(byTurns(other)).observations());
        assertEquals(
            e.view().state(battery(e), "storage.health"),
            other.view().state(battery(other), "storage.health"));
      }
    }
  }

  StorageEnergyTest() {}
}
