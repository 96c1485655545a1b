package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The example of a protocol from outside, in one file, dropped into a workbench that runs. */
@DisabledOnOs(OS.WINDOWS)
class CapacitySharingProcessTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));
  private static final String KIND = "horizontal-protocol";
  private static final String TYPE = "capacity-sharing";
  private static final int MOST_LINES = 100;

  @TempDir Path temporary;

  @Test
  void aRunningWorkbenchComparesItWithItsOwn() throws Exception {
    PluginProject project =
        PluginProject.checkOut("examples/plugins/capacity-sharing", DISTRIBUTION, temporary);
    Path jar = project.build();
    RunningShell shell = RunningShell.start(DISTRIBUTION, temporary);
    assertFalse(shell.lists(KIND, TYPE));
    shell.drop(jar, KIND, TYPE);
    List<String> described = shell.ask("pg:describe " + KIND + "/" + TYPE);
    assertTrue(described.contains("      r = min(1, max(0, Σ D / Σ C))"), described::toString);

    Path scenario = project.directory().resolve("scenario.yaml");
    List<String> table = shell.ask("pg:run " + scenario + " --seed 1 --out out");
    assertTrue(table.stream().anyMatch(l -> l.startsWith(TYPE)), table::toString);
    shell.exit();
    // its equations are those of the built-in, so that an experiment sees no difference
    List<String> own = results(TYPE);
    assertEquals(6, own.size(), own::toString);
    assertEquals(results("proportional-sharing"), own);
    assertNotEquals(results("none"), own);
    String manifest = Files.readString(temporary.resolve("out/manifest.json"));
    assertTrue(manifest.contains("\"example.capacitysharing\""), "the plug-in is in the manifest");
  }

  /** The lines of a variant in the summary, a metric each, without its name. */
  private List<String> results(String variant) throws IOException {
    return Files.readAllLines(temporary.resolve("out/summary.csv")).stream()
        .filter(line -> line.startsWith(variant + ","))
        .map(line -> line.substring(variant.length()))
        .toList();
  }

  @Test
  void itIsOneFileOfAHundredLinesAtMost() throws IOException {
    Path sources =
        DISTRIBUTION
            .resolve("../../../examples/plugins/capacity-sharing/src/main/java")
            .normalize();
    try (Stream<Path> walk = Files.walk(sources)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      assertEquals(1, files.size(), files::toString);
      int lines = Files.readAllLines(files.get(0)).size();
      assertTrue(lines <= MOST_LINES, "it has " + lines + " lines");
    }
  }
}
