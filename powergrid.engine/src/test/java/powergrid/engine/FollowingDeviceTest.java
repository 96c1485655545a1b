package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.plugin.PluginKind;

/** A device whose power follows its voltage within the solve. */
class FollowingDeviceTest {
  /** IEEE 1547-2018 category B volt-var, 1 MVA: above 1.08 pu it absorbs 0.44. */
  private static double mvar(double pu) {
    if (pu < 0.98) {
      return Math.min(0.44, 0.44 * (0.98 - pu) / 0.06);
    }
    return pu > 1.02 ? Math.max(-0.44, -0.44 * (pu - 1.02) / 0.06) : 0;
  }

  private static final String YAML =
      """
      name: volt-var
      clock: {start: "2023-07-01T00:00", step: 15min, steps: 8}
      network: {type: ieee13, taps: [10, 8, 11], loadScale: 0.3}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      microgrids:
        - id: MG1
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: var, type: follower, bus: "675", phases: abc}
      """;

  private double pu;
  private double q;

  private Environment environment() {
    TestWorkbench workbench = new TestWorkbench();
    workbench.install(
        PluginKind.DEVICE,
        "follower",
        new ProbeDevice()
            .onCreate(
                context -> context.terminal().follow(1, (volts, power) -> power[1] = mvar(volts)))
            .onSettle(
                step -> {
                  pu = step.voltagePu();
                  q = step.qMvar();
                }));
    return workbench.environments().create(workbench.scenario(YAML));
  }

  @Test
  void itsReactivePowerIsOnItsCurveAndBringsTheVoltageDown() {
    try (Environment e = environment()) {
      e.reset(1);
      for (int step = 0; step < 4; step++) {
        e.step(e.heldActions());
        assertTrue(e.view().feeders().get(0).settled());
        assertTrue(pu > 1.02, "the feeder is high: " + pu);
        assertTrue(q < -0.05, "it absorbs: " + q);
        assertEquals(mvar(pu), q, 2e-4, "on the curve within 1e-4 of its rating");
      }
    }
  }

  @Test
  void aSnapshotHoldsWhereItWas() {
    try (Environment e = environment();
        Environment other = environment()) {
      e.reset(1);
      e.step(e.heldActions());
      other.restore(e.snapshot());
      for (int step = 1; step < 6; step++) {
        float[] expected = e.step(e.heldActions()).observations().clone();
        assertArrayEquals(expected, other.step(other.heldActions()).observations());
        assertArrayEquals(
            e.view().feeders().get(0).solution().im(),
            other.view().feeders().get(0).solution().im());
      }
    }
  }
}
