package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The example of a device from outside, dropped into a workbench that runs already. */
@DisabledOnOs(OS.WINDOWS)
class HeatPumpProcessTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));

  @TempDir Path temporary;

  @Test
  void aRunningWorkbenchTakesItIn() throws Exception {
    PluginProject project =
        PluginProject.checkOut("examples/plugins/heat-pump", DISTRIBUTION, temporary);
    Path jar = project.build();
    RunningShell shell = RunningShell.start(DISTRIBUTION, temporary);
    Path scenario = project.directory().resolve("scenario.yaml");
    List<String> before = shell.ask("pg:validate " + scenario);
    assertTrue(
        before.stream().anyMatch(l -> l.contains("no device 'heat-pump' is installed")),
        before::toString);
    assertFalse(shell.lists("device", "heat-pump"));

    shell.drop(jar, "device", "heat-pump");
    List<String> described = shell.ask("pg:describe device/heat-pump");
    assertTrue(
        described.contains("      COP = 6.81 − 0.121 ΔT + 0.000630 ΔT²"), described::toString);
    assertTrue(described.contains("It reads the series temperature."), described::toString);
    List<String> table = shell.ask("pg:run " + scenario + " --seed 1 --out out");
    assertTrue(table.stream().anyMatch(l -> l.startsWith("price-signal ")), table::toString);
    shell.exit();
    String manifest = Files.readString(temporary.resolve("out/manifest.json"));
    assertTrue(manifest.contains("\"example.heatpump\""), "the plug-in is in the manifest");
    assertTrue(manifest.contains("\"status\" : \"done\""), manifest);
  }
}
