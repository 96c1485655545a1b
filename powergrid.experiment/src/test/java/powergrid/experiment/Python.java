package powergrid.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Other people's readers of our files, where a Python has them: that of the variable {@code
 * POWERGRID_PYTHON}, else {@code python3}. Tests are skipped, and say so, where none has.
 */
public final class Python {
  private static final String NAMED = "POWERGRID_PYTHON";

  private final String program;

  private Python(String program) {
    this.program = program;
  }

  /** The Python that has some packages; skips the test if there is none. */
  public static Python with(String... packages) {
    String program = Optional.ofNullable(System.getenv(NAMED)).orElse("python3");
    boolean there;
    try {
      there = new Run(List.of(program, "-c", "import " + String.join(", ", packages))).status == 0;
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(
        there,
        program + " has no " + String.join(", ", packages) + "; name one that has by " + NAMED);
    return new Python(program);
  }

  /** What a script prints. */
  public String run(String script, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program, "-c", script));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Run run = new Run(command);
    assertEquals(0, run.status, run.errors);
    return run.output;
  }

  private static final class Run {
    final int status;
    final String output;
    final String errors;

    Run(List<String> command) throws IOException {
      Path errorFile = Files.createTempFile("python", ".txt");
      try {
        Process process = new ProcessBuilder(command).redirectError(errorFile.toFile()).start();
        process.getOutputStream().close();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        status = process.waitFor();
        errors = Files.readString(errorFile);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      } finally {
        Files.delete(errorFile);
      }
    }
  }
}
