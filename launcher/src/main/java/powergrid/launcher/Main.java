package powergrid.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** Entry point of the workbench; the only place that ends the JVM. */
public final class Main {
  private static final String LOGGING = "java.util.logging.config.file";

  private Main() {}

  /**
   * Runs a command and exits with its status: 0 done, 1 failed, 2 wrong input, 130 interrupted.
   *
   * @param args global options, a command and its arguments
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try {
      Distribution distribution = Distribution.ofLauncher();
      Path logging = distribution.logging();
      if (System.getProperty(LOGGING) == null && Files.isReadable(logging)) {
        System.setProperty(LOGGING, logging.toString());
      }
      CommandLine line = CommandLine.parse(args);
      return new Workbench(distribution, line).run();
    } catch (LaunchException e) {
      System.err.println("powergrid: " + e.getMessage());
      return e.status();
    }
  }
}
