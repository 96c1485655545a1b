package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/devices.md} is what the built workbench says of its devices. With {@code
 * -Dpowergrid.docs.update=true} the test writes the page instead of comparing it.
 */
@DisabledOnOs(OS.WINDOWS)
class DevicesPageProcessTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));
  private static final Path DOCS = DISTRIBUTION.resolve("../../../docs").normalize();
  private static final Path PAGE = DOCS.resolve("devices.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");

  @TempDir Path temporary;

  @Test
  void thePageIsWhatTheDevicesSay() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                DISTRIBUTION.resolve("powergrid").toString(),
                "describe",
                "devices",
                "--format",
                "markdown")
            .directory(temporary.toFile());
    builder.environment().put("POWERGRID_PLUGINS", temporary.resolve("none").toString());
    Launched described = Launched.start(builder, temporary);
    List<String> page = described.lines();
    assertEquals(0, described.status(), described::said);
    String problem = "None could be made";
    assertFalse(page.stream().anyMatch(line -> line.contains(problem)), "a device has no example");
    if (Boolean.getBoolean("powergrid.docs.update")) {
      Files.write(PAGE, page);
    }
    assertTrue(
        page.equals(Files.readAllLines(PAGE)),
        "docs/devices.md is not what powergrid describe devices --format markdown prints. To update"
            + " it: mvn -pl launcher -am verify -Dpowergrid.docs.update=true, and"
            + " commit it with the change.");
    assertLinksLead(page);
  }

  private static void assertLinksLead(List<String> page) throws IOException {
    for (MatchResult link : page.stream().flatMap(line -> LINK.matcher(line).results()).toList()) {
      Path file = link.group(1).isEmpty() ? PAGE : DOCS.resolve(link.group(1));
      assertTrue(Files.exists(file), () -> "there is no " + file);
      try (Stream<String> lines = Files.lines(file)) {
        assertTrue(
            link.group(2) == null
                || lines.anyMatch(
                    line -> line.matches("#+ .*") && anchor(line).equals(link.group(2))),
            () -> file + " has no heading for #" + link.group(2));
      }
    }
  }

  private static String anchor(String heading) {
    return heading.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
  }
}
