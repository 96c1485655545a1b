package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What came of each test of a contract. */
final class Verdicts {
  private Verdicts() {}

  /** Runs a contract; results by the tests' names. */
  static Map<String, TestExecutionResult> of(Class<?> contract) {
    Map<String, TestExecutionResult> results = new TreeMap<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
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

  /** Messages of those that failed, by name. */
  static Map<String, String> failures(Map<String, TestExecutionResult> all) {
    Map<String, String> failed = new TreeMap<>();
    all.forEach(
        (test, result) -> {
          if (result.getStatus() == Status.FAILED) {
            failed.put(test, result.getThrowable().map(Throwable::getMessage).orElse(""));
          }
        });
    return failed;
  }

  static void expectFailures(Set<String> expected, Map<String, TestExecutionResult> all) {
    assertEquals(expected, failures(all).keySet(), () -> failures(all).toString());
  }
}
