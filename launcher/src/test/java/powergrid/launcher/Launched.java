package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process started by a test; its stderr goes to a file, so that neither stream can block it. */
final class Launched {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private final Path errors;

  private Launched(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    out = process.inputReader();
    in = process.outputWriter();
  }

  static Launched start(ProcessBuilder builder, Path temporary) throws IOException {
    Path errors = Files.createTempFile(temporary, "stderr-", ".txt");
    return new Launched(builder.redirectError(errors.toFile()).start(), errors);
  }

  /** Writes a line to stdin. */
  void say(String line) throws IOException {
    in.write(line);
    in.newLine();
    in.flush();
  }

  /** Ends stdin. */
  void endInput() throws IOException {
    in.close();
  }

  /** The next line of stdout; waits for it. */
  String line() throws IOException {
    return out.readLine();
  }

  /** The remaining lines of stdout; waits for the end. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  /** All of stderr, for the message of an assertion. */
  String said() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  int status() throws InterruptedException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, "still running after " + PATIENCE_SECONDS + " s");
    return process.exitValue();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }
}
