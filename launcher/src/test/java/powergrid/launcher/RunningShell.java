package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A workbench that runs, with a plug-in folder of its own, and is asked one thing after another.
 */
final class RunningShell {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String END = "that is all";

  private final Launched shell;
  private final Path plugins;

  private RunningShell(Launched shell, Path plugins) {
    this.shell = shell;
    this.plugins = plugins;
  }

  /** Starts it in a directory. */
  static RunningShell start(Path distribution, Path directory) throws IOException {
    Path plugins = Files.createDirectory(directory.resolve("plugins"));
    ProcessBuilder builder =
        new ProcessBuilder(distribution.resolve("powergrid").toString(), "shell")
            .directory(directory.toFile());
    builder.environment().put("POWERGRID_PLUGINS", plugins.toString());
    return new RunningShell(Launched.start(builder, directory), plugins);
  }

  /** All that it answers. */
  List<String> ask(String command) throws IOException {
    shell.say(command);
    shell.say("echo " + END);
    List<String> answer = new ArrayList<>();
    for (String line = shell.line(); !line.endsWith(END); line = shell.line()) {
      answer.add(line);
    }
    return answer;
  }

  /** Whether it lists a type of a kind. */
  boolean lists(String kind, String type) throws IOException {
    return ask("pg:list").stream().anyMatch(l -> l.matches(kind + " +" + type + " .*"));
  }

  /** Drops a plug-in in, as a careful copy does, whole at once, and waits until it can be used. */
  void drop(Path jar, String kind, String type) throws IOException {
    Path whole = Files.copy(jar, plugins.resolve(".incoming"));
    Files.move(whole, plugins.resolve(jar.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    Instant patient = Instant.now().plus(PATIENCE);
    while (!lists(kind, type)) {
      assertTrue(Instant.now().isBefore(patient), "not usable after " + PATIENCE);
    }
  }

  /** Ends it. */
  void exit() throws IOException, InterruptedException {
    shell.say("exit");
    shell.lines();
    assertEquals(0, shell.status());
  }
}
