package powergrid.it.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTotalsTest {
  private static final String PASSED = "<testcase name='a' classname='A'/>";
  private static final String FAILED = "<testcase name='b'><failure message='x'/></testcase>";
  private static final String ERROR = "<testcase name='c'><error type='y'/></testcase>";
  private static final String SKIPPED = "<testcase name='d'><skipped/></testcase>";

  @TempDir Path root;

  @Test
  void sumsOverModulesAndKindsOfReport() throws IOException {
    report("one/target/surefire-reports/TEST-a.xml", PASSED + PASSED + SKIPPED);
    report("two/target/surefire-reports/TEST-b.xml", PASSED + FAILED);
    report("two/target/failsafe-reports/TEST-c.xml", ERROR);
    report("it/target/test-reports/integration-test/TEST-it-1.0.xml", PASSED);

    ReportTotals totals = ReportTotals.of(root, Instant.MIN);

    assertEquals("3 passed, 2 failed, 1 skipped", totals.unit().toString());
    assertEquals("1 passed, 0 failed, 0 skipped", totals.osgi().toString());
    assertEquals("4 passed, 2 failed, 1 skipped", totals.all().toString());
  }

  @Test
  void aFailureOutsideEveryTestCaseCountsAsFailed() throws IOException {
    report("it/target/test-reports/TEST-it.xml", PASSED + "<error>bundle did not resolve</error>");

    assertEquals("1 passed, 1 failed, 0 skipped", allOf(Instant.MIN));
  }

  @Test
  void countsNothingWhereNothingRan() throws IOException {
    report("it/target/test-reports/TEST-it.xml", "");

    assertEquals(0, ReportTotals.of(root, Instant.MIN).osgi().ran());
  }

  @Test
  void leavesOutReportsOfAnEarlierBuild() throws IOException {
    Path old = report("one/target/surefire-reports/TEST-old.xml", FAILED);
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-01-01T09:59:59Z")));
    Path fresh = report("one/target/surefire-reports/TEST-fresh.xml", PASSED);
    Files.setLastModifiedTime(fresh, FileTime.from(Instant.parse("2026-01-01T10:00:00Z")));

    assertEquals("1 passed, 0 failed, 0 skipped", allOf(Instant.parse("2026-01-01T10:00:00Z")));
  }

  @Test
  void leavesOutFilesThatAreNoReports() throws IOException {
    report("one/target/surefire-reports/failsafe-summary.xml", FAILED);

    assertEquals("0 passed, 0 failed, 0 skipped", allOf(Instant.MIN));
  }

  @Test
  void namesAReportThatWasCutShort() throws IOException {
    Path report = report("one/target/surefire-reports/TEST-cut.xml", PASSED);
    Files.writeString(report, "<testsuite><testcase name='a'>");

    IOException e = assertThrows(IOException.class, () -> allOf(Instant.MIN));

    assertTrue(e.getMessage().contains("TEST-cut.xml"), e.getMessage());
  }

  private String allOf(Instant since) throws IOException {
    return ReportTotals.of(root, since).all().toString();
  }

  private Path report(String path, String cases) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "<testsuite name='s'>" + cases + "</testsuite>");
  }
}
