package powergrid.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the workbench is installed.
 *
 * @param home the folder that holds {@code lib}, {@code bundles}, {@code conf} and {@code plugins}
 */
record Distribution(Path home) {
  /** The distribution that this launcher's jar is in: {@code home/lib/powergrid.jar}. */
  static Distribution ofLauncher() throws LaunchException {
    try {
      var source = Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return new Distribution(Path.of(source).toRealPath().getParent().getParent());
    } catch (URISyntaxException | IOException e) {
      throw LaunchException.failed("the launcher cannot tell where it is: " + e.getMessage(), e);
    }
  }

  /**
   * The jars of the bundles, by name.
   *
   * @param shell whether the shell's are wanted, which cost time to install and nothing else needs
   */
  List<Path> bundles(boolean shell) throws LaunchException {
    Path folder = home.resolve("bundles");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> shell || !ofShell(file.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw LaunchException.failed(folder + " cannot be read; install the workbench again", e);
    }
  }

  private static boolean ofShell(String jar) {
    return Stream.of("jline-", "org.apache.felix.gogo.jline-", "org.apache.felix.gogo.command-")
        .anyMatch(jar::startsWith);
  }

  /** The default folder of plug-ins. */
  Path plugins() {
    return home.resolve("plugins");
  }

  /** The configuration of the log. */
  Path logging() {
    return home.resolve("conf").resolve("logging.properties");
  }
}
