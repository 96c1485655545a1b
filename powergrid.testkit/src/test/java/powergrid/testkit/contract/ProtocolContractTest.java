package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

class ProtocolContractTest {
  /** Which of the two protocols has the fault. */
  enum Kind {
    HORIZONTAL,
    VERTICAL;

    Map<String, TestExecutionResult> run(ProtocolFault fault) {
      FaultySharingContract.fault = fault;
      FaultyDispatchContract.fault = fault;
      return Verdicts.of(
          this == HORIZONTAL ? FaultySharingContract.class : FaultyDispatchContract.class);
    }
  }

  private static final Set<ProtocolFault> STOPS =
      EnumSet.range(ProtocolFault.SENDS_WHAT_IT_DOES_NOT_DECLARE, ProtocolFault.USES_ANOTHERS_SELF);

  private static final Set<ProtocolFault> OF_HORIZONTAL_ONES =
      EnumSet.of(ProtocolFault.KEEPS_WHAT_IT_ASKS_FOR_TO_ITSELF);

  private static final Set<ProtocolFault> OF_VERTICAL_ONES =
      EnumSet.of(
          ProtocolFault.STARTS_ANYWHERE,
          ProtocolFault.IGNORES_WHAT_IS_ASKED,
          ProtocolFault.MEANS_INFINITELY_MUCH);

  @AfterEach
  void repair() {
    FaultySharingContract.fault = ProtocolFault.NONE;
    FaultyDispatchContract.fault = ProtocolFault.NONE;
  }

  @ParameterizedTest
  @CsvSource({"HORIZONTAL, 14", "VERTICAL, 16"})
  void aSoundProtocolPassesAllInLessThanTwoSeconds(Kind kind, int tests) {
    // of this thread's own time, as others share the machine
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Map<String, TestExecutionResult> results = kind.run(ProtocolFault.NONE);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    Verdicts.expectFailures(Set.of(), results);
    assertEquals(tests, results.size());
    assertTrue(
        results.values().stream().allMatch(r -> r.getStatus() == Status.SUCCESSFUL),
        results.toString());
    assertTrue(took < 2_000_000_000L, "took " + took + " ns");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.MATCH_NONE,
      names = {
        "NONE",
        "STARTS_ANYWHERE",
        "IGNORES_.*",
        "MEANS_.*",
        "SENDS_.*",
        "SAYS_A_.*",
        "READS_.*",
        "USES_.*"
      })
  void everyFaultOfAHorizontalProtocolIsFoundByItsTests(ProtocolFault fault) {
    expectFound(Kind.HORIZONTAL, fault);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.MATCH_NONE,
      names = {"NONE", "KEEPS_.*", "SENDS_.*", "SAYS_A_.*", "READS_.*", "USES_.*"})
  void everyFaultOfAVerticalProtocolIsFoundByItsTests(ProtocolFault fault) {
    expectFound(Kind.VERTICAL, fault);
  }

  private static void expectFound(Kind kind, ProtocolFault fault) {
    Map<String, TestExecutionResult> results = kind.run(fault);
    Verdicts.expectFailures(fault.found(), results);
    Verdicts.failures(results)
        .values()
        .forEach(message -> assertTrue(message.contains("Rule: "), message));
  }

  /** Its tests are among those that fail, and all that do say why. */
  @ParameterizedTest
  @CsvSource({
    "HORIZONTAL, SENDS_WHAT_IT_DOES_NOT_DECLARE, MG1 sends a Kilowatts, which the protocol does not",
    "VERTICAL, SENDS_WHAT_IT_DOES_NOT_DECLARE, MG1.grid sends a Level, which the protocol does not",
    "HORIZONTAL, SAYS_A_WORD, 'Word.said is a String; a message is made of double, int, boolean, double[] and float[]'",
    "VERTICAL, SAYS_A_WORD, 'Word.said is a String; a message is made of double, int, boolean, double[] and float[]'",
    "HORIZONTAL, READS_WHAT_NOBODY_HAS, no reading MG2.netMw; there are",
    "VERTICAL, READS_WHAT_NOBODY_HAS, no reading parent.netMw; there are",
    "HORIZONTAL, USES_ANOTHERS_SELF, MG1 is used outside its turn",
    "VERTICAL, USES_ANOTHERS_SELF, MG1.grid is used outside its turn"
  })
  void whatStopsAProtocolIsSaidByEveryTestThatFails(
      Kind kind, ProtocolFault fault, String expected) {
    Map<String, String> failures = Verdicts.failures(kind.run(fault));
    assertTrue(failures.keySet().containsAll(fault.found()), failures.toString());
    failures.forEach(
        (test, message) -> {
          boolean units = test.equals("namesTheUnitsOfItsMessages");
          assertTrue(units || message.contains(expected), test + ": " + message);
          assertTrue(message.contains("Rule: "), message);
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyTestHasAFault(Kind kind) {
    Set<ProtocolFault> others = kind == Kind.HORIZONTAL ? OF_VERTICAL_ONES : OF_HORIZONTAL_ONES;
    Set<String> tests = new TreeSet<>(kind.run(ProtocolFault.NONE).keySet());
    for (ProtocolFault fault : ProtocolFault.values()) {
      if (!others.contains(fault) && !STOPS.contains(fault)) {
        tests.removeAll(fault.found());
      }
    }
    assertEquals(Set.of(), tests);
  }
}
