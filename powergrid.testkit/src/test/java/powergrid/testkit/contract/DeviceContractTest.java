package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

class DeviceContractTest {
  private static final int TESTS = 14;

  @AfterEach
  void repair() {
    FaultyBatteryContract.fault = Fault.NONE;
  }

  private static Map<String, TestExecutionResult> run(Fault fault) {
    FaultyBatteryContract.fault = fault;
    return Verdicts.of(FaultyBatteryContract.class);
  }

  @Test
  void aSoundBatteryPassesAllInLessThanTwoSeconds() {
    // of this thread's own time, as others share the machine
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Map<String, TestExecutionResult> results = run(Fault.NONE);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    Verdicts.expectFailures(Set.of(), results);
    assertEquals(TESTS, results.size());
    assertTrue(
        results.values().stream().allMatch(r -> r.getStatus() == Status.SUCCESSFUL),
        results.toString());
    assertTrue(took < 2_000_000_000L, "took " + took + " ns");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyFaultIsFoundByItsTestAlone(Fault fault) {
    Map<String, TestExecutionResult> results = run(fault);
    Verdicts.expectFailures(Set.of(fault.found), results);
    String message = results.get(fault.found).getThrowable().orElseThrow().getMessage();
    assertTrue(message.contains("Rule: "), message);
  }

  @Test
  void everyTestHasAFault() {
    Set<String> tests = new TreeSet<>(run(Fault.NONE).keySet());
    for (Fault fault : Fault.values()) {
      tests.remove(fault.found);
    }
    assertEquals(Set.of(), tests);
  }
}
