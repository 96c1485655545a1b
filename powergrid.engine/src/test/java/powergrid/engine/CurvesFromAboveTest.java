package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.SentMessage;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.ScenarioException;

/**
 * Protocols that set curves, with the power flow of a {@link TwoBus} between a curve and what comes
 * of it. Expected is what the circuit's quadratic says of a voltage and a reactive power that were
 * chosen first, so that the settings follow from them. A device of 1 MVA has come to rest where its
 * power is within 1e-4 of its curve.
 */
class CurvesFromAboveTest {
  private static final double REST = 2e-4;

  /** Volt per var and watt: |z| = 0.09, so REST in power is less than that in voltage. */
  private static final double REST_PU = 2e-5;

  private static final String YAML =
      """
      name: curves
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 12}
      network: {type: two-bus, sourcePu: %s}
      data: {price: {dataset: synthetic, known: ahead}}
      microgrids:
        - id: MG1
          protocol: %s
          channel: %s
          devices:
            - {id: grid, type: grid, bus: head}
            - {id: ess, type: storage, bus: end, pMaxMw: 1, energyMwh: 100, initialSocMin: 0.5,
               initialSocMax: 0.5, inverter: {reactive: volt-var, category: a, voltWatt: %s}}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  CurvesFromAboveTest() {
    workbench.install(PluginKind.NETWORK, "two-bus", new TwoBus());
  }

  private Environment environment(double sourcePu, String protocol) {
    return environment(sourcePu, protocol, "{}", "");
  }

  private Environment environment(double sourcePu, String protocol, String channel, String more) {
    boolean watt = protocol.contains("watt") || protocol.contains("droop");
    String yaml = String.format(YAML, sourcePu, protocol, channel, watt) + more;
    return workbench.environments().create(workbench.scenario(yaml));
  }

  private static int index(Environment e, String id) {
    for (Agent agent : e.agents()) {
      if (agent.id().equals(id)) {
        return agent.index();
      }
    }
    throw new AssertionError(id);
  }

  private static double of(Environment e, String name) {
    return e.view().state(index(e, "MG1.ess"), "electrical." + name);
  }

  private static void checkRests(Environment e, double p, double q, double voltage) {
    assertTrue(e.view().feeders().get(0).settled());
    assertEquals(p, of(e, "pMw"), REST);
    assertEquals(q, of(e, "qMvar"), REST);
    assertEquals(voltage, of(e, "voltagePu"), REST_PU);
  }

  /**
   * Category A at 1.04 pu is −0.1. With 0.6 MW: (1.04 − (0.024 − 0.008) / 1.04)² + ((0.048 + 0.004)
   * / 1.04)² = 1.05233669 is the square of the source's 1.02583463 pu.
   */
  @Test
  void fixedCurvesMeetTheVoltageWhileChildrenDecideOnPower() {
    double source = 1.02583463;
    assertEquals(1.04, TwoBus.voltage(source, 0.6, -0.1), 1e-8, "the sum in the comment");
    try (Environment e = environment(source, "{type: volt-var, category: a, fixed: true}")) {
      e.reset(1);
      assertEquals("MG1.ess", e.possibleAgents().get(0).id(), "the parent has nothing to decide");
      e.step(new float[] {0.6f});
      checkRests(e, 0.6, -0.1, 1.04);
    }
  }

  /** A battery that follows rests, so that P = 0. With v from the quadratic, Vref = v + q / 2.5. */
  @Test
  void aReferenceThatTheCallerMovesIsWhatReactivePowerAnswers() {
    double source = 1.01;
    try (Environment e = environment(source, "{type: volt-var, category: a}")) {
      e.reset(1);
      for (double q : new double[] {0, -0.05, 0.08, -0.12, 0.03}) {
        double v = TwoBus.voltage(source, 0, q);
        e.step(new float[] {(float) (v + q / 2.5)});
        checkRests(e, 0, q, v);
      }
    }
  }

  /** B from 0.02 beside its reference on, 0.44 in 0.06 pu. */
  @Test
  void theProtocolsCategoryHoldsNotTheDevices() {
    double v = TwoBus.voltage(1.05, 0, -0.1);
    try (Environment e = environment(1.05, "volt-var")) {
      e.reset(1);
      checkRestsOnOwnCurve(e);
      e.step(new float[] {(float) (v - 0.02 - 0.1 * 0.06 / 0.44)});
      checkRests(e, 0, -0.1, v);
    }
  }

  private static void checkRestsOnOwnCurve(Environment e) {
    assertEquals(-2.5 * (of(e, "voltagePu") - 1), of(e, "qMvar"), REST, "category A about 1 pu");
  }

  /** q = m (1 − v) and p = 1 − n (v − 1.05), with v from the quadratic of p and q. */
  @Test
  void slopesOfADroopAreWhatBothPowersAnswer() {
    double source = 1.05;
    try (Environment e = environment(source, "droop", "{}", "deciders: [grids, devices]\n")) {
      e.reset(1);
      double[][] powers = {{0.8, -0.1}, {0.6, -0.02}, {0.9, -0.3}, {0.7, -0.2}};
      for (double[] power : powers) {
        double v = TwoBus.voltage(source, power[0], power[1]);
        assertTrue(v > 1.05, "there is something to answer: " + v);
        float[] actions = e.heldActions().clone();
        actions[0] = (float) (-power[1] / (v - 1));
        actions[1] = (float) ((1 - power[0]) / (v - 1.05));
        actions[2] = 1;
        e.step(actions);
        checkRests(e, power[0], power[1], v);
      }
    }
  }

  /** At V1 = 1.05 and V2 = 1.08 the limit is 1 − 0.8 (v − 1.05) / 0.03. */
  @Test
  void aLowerLimitLeavesLessPower() {
    double source = 1.045;
    try (Environment e =
        environment(source, "{type: volt-watt, v2: 1.08}", "{}", "deciders: [grids, devices]\n")) {
      e.reset(1);
      e.step(new float[] {1.05f, 1});
      double v = of(e, "voltagePu");
      double p = of(e, "pMw");
      assertTrue(v > 1.051 && p < 0.99, "it is limited: " + p + " at " + v);
      assertEquals(1 - 0.8 * (v - 1.05) / 0.03, p, REST);
      assertEquals(TwoBus.voltage(source, p, of(e, "qMvar")), v, REST_PU);
    }
  }

  @Test
  void settingsUnderALatencyOfAStepArriveAStepLate() {
    double source = 1.01;
    double[] told = {-0.05, 0.08, -0.12, 0.03};
    try (Environment e =
        environment(source, "{type: volt-var, category: a}", "{latency: 15min}", "")) {
      e.reset(1);
      for (int step = 0; step < told.length; step++) {
        e.step(new float[] {(float) (TwoBus.voltage(source, 0, told[step]) + told[step] / 2.5)});
        if (step == 0) {
          checkRestsOnOwnCurve(e);
        } else {
          double q = told[step - 1];
          checkRests(e, 0, q, TwoBus.voltage(source, 0, q));
        }
      }
    }
  }

  /** What is said from 15 to 45 minutes is lost. */
  @Test
  void whatIsLostLeavesTheLastSettingThatArrived() {
    double source = 1.01;
    double[] told = {-0.05, 0.08, -0.12, 0.03};
    double[] expected = {-0.05, -0.05, -0.05, 0.03};
    String outage = "{outages: [{at: 15min, lasting: 30min}]}";
    try (Environment e = environment(source, "{type: volt-var, category: a}", outage, "")) {
      e.reset(1);
      for (int step = 0; step < told.length; step++) {
        e.step(new float[] {(float) (TwoBus.voltage(source, 0, told[step]) + told[step] / 2.5)});
        checkRests(e, 0, expected[step], TwoBus.voltage(source, 0, expected[step]));
      }
    }
  }

  @Test
  void aSettingThatHasGrownStaleGivesWayToTheDevicesOwn() {
    String outage = "{staleAfter: 30min, outages: [{at: 15min, lasting: 2h}]}";
    try (Environment e = environment(1.01, "{type: volt-var, category: a}", outage, "")) {
      e.reset(1);
      float[] actions = {(float) (TwoBus.voltage(1.01, 0, 0.06) + 0.06 / 2.5)};
      for (int step = 0; step < 2; step++) {
        e.step(actions);
        checkRests(e, 0, 0.06, TwoBus.voltage(1.01, 0, 0.06));
      }
      e.step(actions);
      checkRestsOnOwnCurve(e);
    }
  }

  @Test
  void aSnapshotGoesOnBitForBitWithCurvesThatWereSet() {
    String channel = "{latency: 15min, jitter: 20min, loss: 0.3}";
    try (Environment e = environment(1.04, "droop", channel, "deciders: [grids, devices]\n");
        Environment other = environment(1.04, "droop", channel, "deciders: [grids, devices]\n")) {
      e.reset(3);
      for (int step = 0; step < 4; step++) {
        e.step(new float[] {2 + step, 10 * step, 0.5f});
      }
      byte[] snapshot = e.snapshot();
      other.reset(8);
      other.step(new float[] {20, 90, 1});
      other.restore(snapshot);
      for (int step = 4; step < 12; step++) {
        float[] actions = {2 + step, 10 * step, 0.1f * step};
        float[] expected = e.step(actions).observations().clone();
        assertArrayEquals(expected, other.step(actions).observations());
        assertEquals(of(e, "qMvar"), of(other, "qMvar"));
      }
    }
  }

  private static final String THREE =
      """
      name: three
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 12}
      data: {price: {dataset: synthetic, known: ahead}}
      protocol: {type: consensus, target: voltage, share: $share, rounds: 1000, tolerance: 1e-12}
      channel: {topology: line, window: 1000s}
      microgrids:
        - {id: MG1, network: {type: two-bus, sourcePu: 0.99}, protocol: $protocol, devices: [
           {id: grid, type: grid, bus: head},
           {id: ess, type: storage, bus: end, pMaxMw: 1, energyMwh: 9, inverter: {reactive: volt-var}}]}
        - {id: MG2, network: {type: two-bus, sourcePu: 1.02}, protocol: {type: volt-var, deadBand: 0}, devices: [
           {id: grid, type: grid, bus: head},
           {id: ess, type: storage, bus: end, pMaxMw: 1, energyMwh: 9, inverter: {reactive: volt-var}}]}
        - {id: MG3, network: {type: two-bus, sourcePu: 1.04}, protocol: {type: volt-var, deadBand: 0}, devices: [
           {id: grid, type: grid, bus: head},
           {id: ess, type: storage, bus: end, pMaxMw: 1, energyMwh: 9, inverter: {reactive: volt-var}}]}
      """;

  private Environment three(double share, String protocol) {
    String yaml = THREE.replace("$share", "" + share).replace("$protocol", protocol);
    return workbench.environments().create(workbench.scenario(yaml));
  }

  private static double voltage(Environment e, String grid) {
    return e.view().state(index(e, grid + ".ess"), "electrical.voltagePu");
  }

  /**
   * The middle of the curves that are sent is the mean of what the devices had, at any share. A
   * slope of 0.44 in 0.06 pu behind 0.08 pu gains 0.59: about a common middle, without a dead band,
   * 0.05 pu between the sources become 0.0315; at reset, about 1 pu with a dead band, 0.0426.
   */
  @Test
  void peersAgreeOnAReferenceThatTheirCurvesRealise() {
    for (double share : new double[] {1, 0.25}) {
      try (Environment e = three(share, "{type: volt-var, deadBand: 0}")) {
        List<SentMessage> curves = new ArrayList<>();
        e.trace(
            message -> {
              if (message.type().equals("VoltVarCurve")) {
                curves.add(message);
              }
            });
        e.reset(1);
        double apart = voltage(e, "MG3") - voltage(e, "MG1");
        for (int step = 0; step < 5; step++) {
          double mean = (voltage(e, "MG1") + voltage(e, "MG2") + voltage(e, "MG3")) / 3;
          curves.clear();
          float[] actions = {0.98f, 0.98f, 0.98f};
          e.step(actions);
          assertEquals(3, curves.size());
          for (SentMessage curve : curves) {
            double middle = (curve.values().get(2) + curve.values().get(4)) / 2;
            assertEquals(share * mean + (1 - share) * 0.98f, middle, 1e-9, curve.toString());
          }
        }
        if (share == 1) {
          assertTrue(voltage(e, "MG3") - voltage(e, "MG1") < 0.9 * apart, "they come nearer");
        }
      }
    }
  }

  @Test
  void whoCannotRealiseAVoltageIsRefused() {
    for (String protocol : new String[] {"setpoint", "{type: volt-var, fixed: true}"}) {
      String message =
          assertThrows(ScenarioException.class, () -> three(1, protocol).reset(1)).getMessage();
      assertTrue(
          message.contains(" cannot realise the voltage that 'consensus' asks for; use volt-var"),
          message);
    }
  }

  @Test
  void aParentOfDevicesThatFollowNothingIsRefused() {
    String yaml =
        String.format(YAML, 1, "volt-var", "{}", false).replace("reactive: volt-var, ", "");
    String message =
        assertThrows(
                ScenarioException.class,
                () -> workbench.environments().create(workbench.scenario(yaml)).reset(1))
            .getMessage();
    assertTrue(
        message.contains(
            "microgrids.MG1.protocol: no device of MG1 follows a volt-var curve; give one of"),
        message);
  }
}
