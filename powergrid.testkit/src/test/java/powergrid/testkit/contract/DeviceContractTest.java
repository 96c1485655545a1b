package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class DeviceContractTest {
  private static final int TESTS = 14;

  @AfterEach
  void repair() {
    FaultyBatteryContract.fault = Fault.NONE;
  }

  /** What came of each test of a battery's contract. */
  private static Map<String, TestExecutionResult> run(Fault fault) {
    FaultyBatteryContract.fault = fault;
    Map<String, TestExecutionResult> results = new TreeMap<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(FaultyBatteryContract.class))
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  results.put(test.getDisplayName().replace("()", ""), result);
                }
              }
            });
    return results;
  }

  private static void expectFailures(Set<String> expected, Map<String, TestExecutionResult> all) {
    Map<String, String> failed = new TreeMap<>();
    all.forEach(
        (test, result) -> {
          if (result.getStatus() == Status.FAILED) {
            failed.put(test, result.getThrowable().map(Throwable::getMessage).orElse(""));
          }
        });
    assertEquals(expected, failed.keySet(), failed.toString());
  }

  @Test
  void aSoundBatteryPassesAllInLessThanTwoSeconds() {
    // of this thread's own time, as others share the machine
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Map<String, TestExecutionResult> results = run(Fault.NONE);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    expectFailures(Set.of(), results);
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
    expectFailures(Set.of(fault.found), results);
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
