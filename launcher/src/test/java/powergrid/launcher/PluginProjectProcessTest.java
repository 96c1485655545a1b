package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plug-in from outside: what {@code new device} writes builds where this repository was never
 * built, and runs when dropped in.
 */
@DisabledOnOs(OS.WINDOWS)
class PluginProjectProcessTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));

  @TempDir Path temporary;

  @Test
  void aWrittenProjectBuildsElsewhereAndRunsWhenDroppedIn() throws Exception {
    Launched written = powergrid("new", "device", "my.heater");
    assertEquals(0, written.status(), written::said);
    Path project = temporary.resolve("my.heater");
    Path jar = new PluginProject(project, temporary).build();
    Path plugins = Files.createDirectory(temporary.resolve("plugins"));
    Files.copy(jar, plugins.resolve(jar.getFileName()));
    Files.writeString(
        temporary.resolve("heated.yaml"),
        """
        name: heated
        clock: {start: "2023-01-15T00:00", step: 15min, steps: 96}
        network: {type: ieee13, taps: [6, 4, 6]}
        microgrids:
          - id: MG1
            protocol: price-signal
            policy: rule
            devices:
              - {id: grid, type: grid, bus: "650"}
              - {id: heater1, type: heater, bus: "671", phases: abc, maxConsumptionMw: 0.2}
        """);
    Launched run = powergrid("run", "heated.yaml", "--out", "out");
    List<String> table = run.lines();
    assertEquals(0, run.status(), run::said);
    assertTrue(table.stream().anyMatch(line -> line.contains("cost")), table::toString);
    String manifest = Files.readString(temporary.resolve("out/manifest.json"));
    assertTrue(manifest.contains("\"my.heater\""), "the plug-in is in the manifest");

    Launched described = powergrid("describe", "device/heater", "--width", "100");
    String description = String.join("\n", described.lines());
    assertTrue(description.contains("C dT/dt = consumption"), description);
    assertTrue(
        description.lines().anyMatch(l -> l.matches("thermal\\.temperatureC +20 °C .*")),
        description);
  }

  private Launched powergrid(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(DISTRIBUTION.resolve("powergrid").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().put("POWERGRID_PLUGINS", temporary.resolve("plugins").toString());
    return Launched.start(builder, temporary);
  }
}
