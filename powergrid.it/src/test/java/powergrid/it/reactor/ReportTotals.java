package powergrid.it.reactor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The last line of a build: {@code N passed, N failed, N skipped} over the JUnit reports of all its
 * modules, those of the tests inside the OSGi framework included.
 *
 * <p>The OSGi tester is silent, and green, when it finds no test at all; so a build without a
 * single OSGi test fails here. Runs from source too, with the JDK alone: {@code java
 * ReportTotals.java ROOT}.
 *
 * @param unit what ran in plain JVMs, under {@code MODULE/target/surefire-reports} and {@code
 *     failsafe-reports}
 * @param osgi what ran inside the framework, under {@code MODULE/target/test-reports}
 */
record ReportTotals(Count unit, Count osgi) {
  private static final List<String> UNIT_REPORTS = List.of("surefire-reports", "failsafe-reports");
  private static final List<String> OSGI_REPORTS = List.of("test-reports");

  /** A number of test cases by outcome. */
  record Count(int passed, int failed, int skipped) {
    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    int ran() {
      return passed + failed;
    }

    @Override
    public String toString() {
      return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }
  }

  /**
   * Prints the totals and exits with 1 if a test failed or no OSGi test ran.
   *
   * @param args the root of the reactor and, optionally, the instant since which reports count
   * @throws IOException if a report cannot be read
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    ReportTotals totals = of(root, args.length > 1 ? Instant.parse(args[1]) : Instant.MIN);
    if (totals.osgi().ran() == 0) {
      System.err.println(
          "No OSGi test ran: no report of this build under */target/test-reports counts one.");
    }
    System.out.println(totals.all());
    if (totals.osgi().ran() == 0 || totals.all().failed() > 0) {
      System.exit(1);
    }
  }

  /**
   * Sums up the reports of all modules.
   *
   * @param root the folder whose children are the modules
   * @param since reports last written before are left over from another build and do not count
   * @throws IOException if a report cannot be read; the message names it
   */
  static ReportTotals of(Path root, Instant since) throws IOException {
    Count unit = Count.NONE;
    Count osgi = Count.NONE;
    List<Path> modules;
    try (Stream<Path> children = Files.list(root)) {
      modules = children.filter(child -> Files.isDirectory(child.resolve("target"))).toList();
    }
    for (Path module : modules) {
      unit = unit.plus(countIn(module.resolve("target"), UNIT_REPORTS, since));
      osgi = osgi.plus(countIn(module.resolve("target"), OSGI_REPORTS, since));
    }
    return new ReportTotals(unit, osgi);
  }

  /** All test cases, wherever they ran. */
  Count all() {
    return unit.plus(osgi);
  }

  private static Count countIn(Path target, List<String> folders, Instant since)
      throws IOException {
    Count sum = Count.NONE;
    for (String folder : folders) {
      Path reports = target.resolve(folder);
      if (!Files.isDirectory(reports)) {
        continue;
      }
      List<Path> files;
      try (Stream<Path> tree = Files.walk(reports)) {
        files = tree.filter(ReportTotals::isReport).toList();
      }
      for (Path file : files) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          sum = sum.plus(countReport(file));
        }
      }
    }
    return sum;
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("TEST-") && name.endsWith(".xml");
  }

  /** Counts the test cases of a report; a failure that belongs to none of them counts as one. */
  private static Count countReport(Path file) throws IOException {
    int cases = 0;
    int failed = 0;
    int skipped = 0;
    int failedSuites = 0;
    boolean inCase = false;
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "testcase" -> {
              cases++;
              inCase = true;
            }
            case "failure", "error" -> {
              if (inCase) {
                failed++;
              } else {
                failedSuites++;
              }
            }
            case "skipped" -> skipped++;
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT
            && xml.getLocalName().equals("testcase")) {
          inCase = false;
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("Test report " + file + " is not well-formed: " + e.getMessage(), e);
    }
    return new Count(cases - failed - skipped, failed + failedSuites, skipped);
  }
}
