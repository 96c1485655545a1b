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
 * A plug-in from outside: what {@code new} writes builds where this repository was never built, and
 * runs when dropped in.
 */
@DisabledOnOs(OS.WINDOWS)
class PluginProjectProcessTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));

  @TempDir Path temporary;

  @Test
  void aWrittenProjectBuildsElsewhereAndRunsWhenDroppedIn() throws Exception {
    writeBuildAndDrop("my.heater", "new", "device", "my.heater");
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
    List<String> table = run("run", "heated.yaml", "--out", "out");
    assertTrue(table.stream().anyMatch(line -> line.contains("cost")), table::toString);
    String manifest = Files.readString(temporary.resolve("out/manifest.json"));
    assertTrue(manifest.contains("\"my.heater\""), "the plug-in is in the manifest");

    String description = String.join("\n", run("describe", "device/heater", "--width", "100"));
    assertTrue(description.contains("C dT/dt = consumption"), description);
    assertTrue(
        description.lines().anyMatch(l -> l.matches("thermal\\.temperatureC +20 °C .*")),
        description);
  }

  @Test
  void aWrittenHorizontalProtocolCoordinatesPeers() throws Exception {
    writeBuildAndDrop("my.sharing", "new", "protocol", "my.sharing");
    Files.writeString(
        temporary.resolve("shared.yaml"),
        """
        name: shared
        clock: {start: "2023-07-01T00:00", step: 15min, steps: 8}
        network: {type: ieee34, loadScale: 0.5}
        microgrids:
          - id: MG{n}
            count: 3
            network: {type: ieee13, taps: [0, 0, 0], loadScale: 0.2, capacitorScale: 0.2}
            attach: {bus: {each: ["806", "816", "848"]}, mva: 2.5, rPercent: 1, xPercent: 6}
            protocol: setpoint
            policy: random
            devices:
              - {id: grid, type: grid, bus: "650"}
              - {id: gen1, type: generator, bus: "675", pMaxMw: 0.6, costLinear: 60}
        experiment:
          vary: {protocol: [none, sharing]}
          metrics: [cost, messages]
        """);
    List<String> described = run("describe", "horizontal-protocol/sharing", "--width", "100");
    assertTrue(described.contains("      request = p + Σ f_k"), described::toString);
    List<String> table = run("run", "shared.yaml", "--out", "out");
    assertTrue(table.stream().anyMatch(line -> line.startsWith("sharing ")), table::toString);
    // three tell two each, eight times; messages of the set points are the same in both
    assertEquals(3 * 2 * 8, messages("sharing") - messages("none"), 1e-9);
  }

  @Test
  void aWrittenVerticalProtocolDispatchesDevices() throws Exception {
    writeBuildAndDrop("my.level", "new", "protocol", "my.level", "--vertical");
    Files.writeString(
        temporary.resolve("levelled.yaml"),
        """
        name: levelled
        clock: {start: "2023-07-01T00:00", step: 15min, steps: 8}
        network: {type: ieee13, taps: [6, 4, 6]}
        microgrids:
          - id: MG1
            protocol: level
            policy: random
            devices:
              - {id: grid, type: grid, bus: "650"}
              - {id: gen1, type: generator, bus: "675", pMaxMw: 0.6, costLinear: 60}
        experiment:
          vary: {microgrids.MG1.protocol: [none, level]}
          metrics: [cost, messages]
        """);
    List<String> described = run("describe", "protocol/level", "--width", "100");
    assertTrue(described.contains("      p = min + l (max − min)"), described::toString);
    List<String> table = run("run", "levelled.yaml", "--out", "out");
    assertTrue(table.stream().anyMatch(line -> line.startsWith("level ")), table::toString);
    // a report and a level for the generator in each of eight steps; telemetry is the same in both
    assertEquals(2 * 8, messages("level") - messages("none"), 1e-9);
  }

  private double messages(String variant) throws IOException {
    String line =
        Files.readAllLines(temporary.resolve("out/summary.csv")).stream()
            .filter(l -> l.startsWith(variant + ",messages,"))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(line.split(",", -1)[4]);
  }

  private void writeBuildAndDrop(String name, String... command) throws Exception {
    run(command);
    Path jar = new PluginProject(temporary.resolve(name), temporary).build();
    Path plugins = Files.createDirectory(temporary.resolve("plugins"));
    Files.copy(jar, plugins.resolve(jar.getFileName()));
  }

  private List<String> run(String... arguments) throws Exception {
    Launched launched = powergrid(arguments);
    List<String> lines = launched.lines();
    assertEquals(0, launched.status(), launched::said);
    return lines;
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
