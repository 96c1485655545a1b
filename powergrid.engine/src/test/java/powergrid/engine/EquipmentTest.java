package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.device.CapacitorBreaker;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.RegulatorTaps;
import powergrid.api.environment.Environment;
import powergrid.api.network.Phases;
import powergrid.api.plugin.PluginKind;
import powergrid.api.powerflow.Solution;
import powergrid.api.scenario.ScenarioException;

/** Regulators and capacitors of the network that a device has taken over. */
class EquipmentTest {
  private static final String YAML =
      """
      name: equipment
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 8}
      network: {type: ieee13, taps: [2, 2, 2], controls: controlled}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - id: MG1
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: one, type: holder, bus: "671"}
      """;

  private final TestWorkbench workbench = new TestWorkbench();
  private RegulatorTaps taps;
  private CapacitorBreaker breaker;
  private String regulator = "650-RG60";
  private String capacitor = "675";

  EquipmentTest() {
    workbench.install(PluginKind.DEVICE, "holder", new ProbeDevice().onCreate(this::hold));
  }

  private void hold(DeviceContext context) {
    taps = context.regulator(regulator);
    breaker = context.capacitor(capacitor);
    assertEquals(2, taps.tap(1), "as the network has it, for a device to start from");
    assertTrue(breaker.on());
  }

  private Environment environment(String yaml) {
    return workbench.environments().create(workbench.scenario(yaml));
  }

  private static double magnitude(Environment e, String bus, int phase) {
    Solution s = e.view().feeders().get(0).solution();
    return s.magnitude(3 * e.view().feeders().get(0).network().busIndex(bus) + phase);
  }

  /** The network's own control would lift 671 from tap 2 to its band at once. */
  @Test
  void tapsThatWereTakenOverMoveOnlyByTheDevice() {
    try (Environment e = environment(YAML)) {
      e.reset(1);
      assertEquals(Phases.ABC, taps.phases());
      assertEquals(16, taps.greatest());
      e.step(e.heldActions());
      for (int phase = 0; phase < 3; phase++) {
        assertEquals(2, taps.tap(phase));
        assertEquals(
            (1 + 2 * 0.00625) * magnitude(e, "650", phase), magnitude(e, "RG60", phase), 1e-9);
      }
      taps.tap(1, 99);
      taps.tap(2, -3);
      e.step(e.heldActions());
      assertEquals(16, taps.tap(1), "no further than there are taps");
      assertEquals(1.1 * magnitude(e, "650", 1), magnitude(e, "RG60", 1), 1e-9);
      assertEquals((1 - 3 * 0.00625) * magnitude(e, "650", 2), magnitude(e, "RG60", 2), 1e-9);
      assertEquals(0, e.view().feeders().get(0).tapMoves(), "no control moved them");
    }
  }

  @Test
  void aCapacitorIsSwitchedByTheDeviceAndStaysSo() {
    try (Environment e = environment(YAML)) {
      e.reset(1);
      assertEquals(0.6, breaker.mvar(), 1e-12);
      assertTrue(breaker.on());
      double on = magnitude(e, "675", 0);
      breaker.on(false);
      e.step(e.heldActions());
      e.step(e.heldActions());
      assertTrue(magnitude(e, "675", 0) < on - 0.005, "0.2 MVAr a phase less");
      byte[] snapshot = e.snapshot();
      float[] expected = e.step(e.heldActions()).observations().clone();
      e.restore(snapshot);
      assertArrayEquals(expected, e.step(e.heldActions()).observations());
      e.reset(1);
      assertTrue(breaker.on(), "as the network has it at first");
    }
  }

  @Test
  void mistakesNameWhatThereIs() {
    regulator = "reg1";
    assertTrue(refused(YAML).contains("ieee13 has no regulator 'reg1'; it has 650-RG60"));
    regulator = "650-RG60";
    capacitor = "612";
    assertTrue(refused(YAML).contains("ieee13 has no capacitor '612'; it has "));
    capacitor = "675";
    assertTrue(
        refused(YAML + "      - {id: two, type: holder, bus: \"671\"}\n")
            .contains("regulator 650-RG60 is one's already"));
  }

  private String refused(String yaml) {
    return assertThrows(ScenarioException.class, () -> environment(yaml).reset(1)).getMessage();
  }
}
