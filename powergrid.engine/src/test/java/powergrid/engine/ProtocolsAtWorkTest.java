package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;

/** The vertical protocols among real devices. */
class ProtocolsAtWorkTest {
  private final TestWorkbench workbench = new TestWorkbench();

  /**
   * At a price above its linear cost b a generator of cost a p² + b p answers with p = (price − b)
   * / 2a within its limits: the stationarity condition of its own problem.
   */
  @Test
  void underAPriceAGeneratorMeetsItWithItsMarginalCost() {
    try (Environment e = workbench.oneMicrogrid("price-signal")) {
      e.reset(1);
      for (double price : new double[] {40, 72.4, 100, 150, 204.4, 250}) {
        e.step(new float[] {(float) price});
        double optimum = Math.max(0, Math.min(0.66, ((float) price - 72.4) / 200));
        assertEquals(optimum, e.view().netMw(2), 1e-12, "at " + price);
      }
    }
  }

  @Test
  void aSetPointIsFollowedAsFarAsTheDeviceCanAndTheRestIsReported() {
    try (Environment e = workbench.oneMicrogrid("setpoint")) {
      Transition t = e.reset(1);
      var space = e.possibleAgents().get(0).observationSpace();
      int remainder = space.indexOf("ess1.Remainder.pMw");
      double previous = 0;
      boolean limited = false;
      while (t.live()) {
        t = e.step(new float[] {0.2f, 0.5f, 0.8f});
        StepView v = e.view();
        assertEquals(0.2f, v.netMw(2), 1e-12);
        assertTrue(v.state(3, "storage.soc") >= 0.1 - 1e-12);
        if (v.step() > 1) {
          // Reported at the start of this step: of the step before.
          assertEquals(0.5f - previous, t.observations()[remainder], 1e-6);
        }
        previous = v.netMw(3);
        limited |= previous < 0.5 - 1e-9;
      }
      assertTrue(limited, "the battery runs empty");
    }
  }

  /**
   * Report: five doubles; Remainder and Target: one each; Price: one; telemetry: P, Q and V of
   * every device, state of charge and deliverable energy of the battery, the range of the
   * generator.
   */
  @Test
  void everyMessageIsCountedWithItsBytes() {
    int telemetry = 4;
    int telemetryBytes = 4 * 3 * 8 + 2 * 8 + 2 * 8;
    try (Environment e = workbench.oneMicrogrid("none")) {
      e.reset(1);
      e.step(e.heldActions());
      assertEquals(telemetry, e.view().messages());
      assertEquals(telemetryBytes, e.view().bytes());
    }
    try (Environment e = workbench.oneMicrogrid("price-signal")) {
      e.reset(1);
      e.step(e.heldActions());
      assertEquals(telemetry + 3, e.view().messages());
      assertEquals(telemetryBytes + 3 * 8, e.view().bytes());
    }
    try (Environment e = workbench.oneMicrogrid("setpoint")) {
      e.reset(1);
      e.step(e.heldActions());
      assertEquals(telemetry + 3 + 3, e.view().messages(), "reports and targets");
      assertEquals(telemetryBytes + 3 * 5 * 8 + 3 * 8, e.view().bytes());
      e.step(e.heldActions());
      assertEquals(telemetry + 3 + 3 + 3, e.view().messages(), "and what was left over");
    }
  }
}
