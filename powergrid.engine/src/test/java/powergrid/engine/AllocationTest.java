package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;

/** A step allocates nothing for a device, and about 100 bytes for a message. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @CsvSource({"none, 0", "price-signal, 100", "setpoint, 900"})
  void aStepAllocatesForMessagesOnly(String protocol, int budget) {
    measure(TestWorkbench.oneMicrogridYaml(protocol), protocol, budget);
  }

  /** A curve is a message of 8 numbers and what the child makes of it: 350 bytes. */
  @Test
  void aStepWithCurvesThatAreSetAllocatesForThem() {
    String yaml =
        TestWorkbench.oneMicrogridYaml("volt-var")
            .replace("type: storage,", "type: storage, inverter: {reactive: volt-var},");
    measure(yaml, "volt-var", 350);
  }

  @Test
  void forecastsAndScaledActionsAllocateNothing() {
    String yaml =
        TestWorkbench.oneMicrogridYaml("none")
                .replace(
                    "load: {dataset: synthetic}",
                    "load: {dataset: synthetic, forecast: {horizon: 6h, step: 1h, error: 0.1}}")
            + "actions: normalised\n";
    measure(yaml, "forecasts", 0);
  }

  private static void measure(String yaml, String what, int budget) {
    TestWorkbench workbench = new TestWorkbench();
    try (Environment e = workbench.environments().create(workbench.scenario(yaml))) {
      float[] actions = null;
      long least = Long.MAX_VALUE;
      for (int episode = 0; episode < 200; episode++) {
        Transition t = e.reset(episode);
        actions = actions == null ? e.heldActions().clone() : actions;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        while (t.live()) {
          t = e.step(actions);
        }
        long after = THREADS.getCurrentThreadAllocatedBytes();
        least = Math.min(least, (after - before) / 96);
      }
      assertTrue(least <= budget, what + ": " + least + " B a step, at most " + budget);
    }
  }
}
