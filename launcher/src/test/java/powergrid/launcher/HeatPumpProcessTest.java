package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The example of a plug-in from outside, dropped into a workbench that runs already. */
@DisabledOnOs(OS.WINDOWS)
class HeatPumpProcessTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));
  private static final String PROJECT = "examples/plugins/heat-pump";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String END = "that is all";

  @TempDir Path temporary;

  @Test
  void aRunningWorkbenchTakesItIn() throws Exception {
    Path project = checkOut();
    Path jar = new PluginProject(project, temporary).build();
    Path plugins = Files.createDirectory(temporary.resolve("plugins"));

    ProcessBuilder builder =
        new ProcessBuilder(DISTRIBUTION.resolve("powergrid").toString(), "shell")
            .directory(temporary.toFile());
    builder.environment().put("POWERGRID_PLUGINS", plugins.toString());
    Launched shell = Launched.start(builder, temporary);
    String scenario = project.resolve("scenario.yaml").toString();
    List<String> before = ask(shell, "pg:validate " + scenario);
    assertTrue(
        before.stream().anyMatch(l -> l.contains("no device 'heat-pump' is installed")),
        before::toString);
    assertFalse(listsIt(shell));

    drop(jar, plugins);
    Instant patient = Instant.now().plus(PATIENCE);
    while (!listsIt(shell)) {
      assertTrue(Instant.now().isBefore(patient), "not usable after " + PATIENCE);
    }
    List<String> described = ask(shell, "pg:describe device/heat-pump");
    assertTrue(
        described.contains("      COP = 6.81 − 0.121 ΔT + 0.000630 ΔT²"), described::toString);
    assertTrue(described.contains("It reads the series temperature."), described::toString);
    List<String> table = ask(shell, "pg:run " + scenario + " --seed 1 --out out");
    assertTrue(table.stream().anyMatch(l -> l.startsWith("price-signal ")), table::toString);
    shell.say("exit");
    shell.lines();
    assertEquals(0, shell.status());
    String manifest = Files.readString(temporary.resolve("out/manifest.json"));
    assertTrue(manifest.contains("\"example.heatpump\""), "the plug-in is in the manifest");
    assertTrue(manifest.contains("\"status\" : \"done\""), manifest);
  }

  /** The project and the workbench where a checkout has them, without what was built in either. */
  private Path checkOut() throws IOException {
    Path source = DISTRIBUTION.resolve("../../..").resolve(PROJECT).normalize();
    Path project = Files.createDirectories(temporary.resolve(PROJECT));
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = source.relativize(file);
        if (!relative.startsWith("target")) {
          Files.createDirectories(project.resolve(relative).getParent());
          Files.copy(file, project.resolve(relative));
        }
      }
    }
    Path built = Files.createDirectories(temporary.resolve("launcher/target"));
    Files.createSymbolicLink(built.resolve("powergrid"), DISTRIBUTION);
    return project;
  }

  private static boolean listsIt(Launched shell) throws IOException {
    return ask(shell, "pg:list devices").stream().anyMatch(l -> l.startsWith("device  heat-pump "));
  }

  /** All that the shell answers. */
  private static List<String> ask(Launched shell, String command) throws IOException {
    shell.say(command);
    shell.say("echo " + END);
    List<String> answer = new ArrayList<>();
    for (String line = shell.line(); !line.endsWith(END); line = shell.line()) {
      answer.add(line);
    }
    return answer;
  }

  /** As a careful copy does: whole at once. */
  private static void drop(Path jar, Path plugins) throws IOException {
    Path whole = Files.copy(jar, plugins.resolve(".incoming"));
    Files.move(whole, plugins.resolve("heat-pump.jar"), StandardCopyOption.ATOMIC_MOVE);
  }
}
