package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The examples run, and the documents show what they print. */
@DisabledOnOs(OS.WINDOWS)
class ExamplesProcessTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("powergrid.distribution"));
  private static final Path CHECKOUT = DISTRIBUTION.resolve("../../..").normalize();

  @TempDir Path temporary;

  @Test
  void theReadmeShowsWhatItsFirstCommandPrints() throws Exception {
    Launched run = launch("run", "examples/one-microgrid.yaml", "--out", out("first"));
    String printed = String.join("\n", run.lines());
    assertEquals(0, run.status(), run::said);
    for (String document : List.of("README.md", "docs/one-microgrid.md")) {
      String text = Files.readString(CHECKOUT.resolve(document));
      assertTrue(
          text.contains(printed.stripTrailing()),
          () -> document + " shows another table; the command prints\n" + printed);
    }
  }

  @Test
  void everyExampleRunsWithoutAMistake() throws Exception {
    List<Path> examples;
    try (Stream<Path> files = Files.list(CHECKOUT.resolve("examples"))) {
      examples = files.filter(f -> f.toString().endsWith(".yaml")).toList();
    }
    assertTrue(examples.size() >= 1, examples::toString);
    for (Path example : examples) {
      String out = out(example.getFileName().toString());
      List<String> arguments =
          new ArrayList<>(List.of("run", example.toString(), "--seed", "1", "--out", out));
      if (Files.readString(example).contains("\nlearn:")) { // as long as it takes to see it learn
        arguments.addAll(List.of("--set", "learn.steps=1", "--set", "learn.horizon=24"));
        arguments.addAll(List.of("--set", "experiment.evaluate.episodes=1"));
      }
      Launched run = launch(arguments.toArray(String[]::new));
      List<String> table = run.lines();
      assertEquals(0, run.status(), () -> example + ": " + run.said());
      assertTrue(table.size() > 3, () -> example + " prints " + table);
      for (String file :
          List.of("scenario.yaml", "manifest.json", "summary.csv", "episodes.csv", "timings.csv")) {
        assertTrue(Files.size(Path.of(out, file)) > 0, () -> example + " leaves no " + file);
      }
    }
  }

  private Launched launch(String... arguments) throws IOException {
    String[] command =
        Stream.concat(Stream.of(DISTRIBUTION.resolve("powergrid").toString()), Stream.of(arguments))
            .toArray(String[]::new);
    ProcessBuilder builder = new ProcessBuilder(command).directory(CHECKOUT.toFile());
    builder.environment().put("POWERGRID_PLUGINS", temporary.resolve("none").toString());
    return Launched.start(builder, temporary);
  }

  private String out(String name) {
    return temporary.resolve("out-" + name).toString();
  }
}
