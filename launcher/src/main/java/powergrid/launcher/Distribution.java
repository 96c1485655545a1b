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

  /** The jars of the bundles, by name. */
  List<Path> bundles() throws LaunchException {
    Path folder = home.resolve("bundles");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw LaunchException.failed(folder + " cannot be read; install the workbench again", e);
    }
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
