package powergrid.console;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Maven repository that comes with the distribution and holds the api.
 *
 * @param url of the repository
 * @param version of the api in it
 */
record ApiRepository(URI url, String version) {
  /**
   * Finds it.
   *
   * @param home the distribution's directory; null where that is unknown
   * @return the repository
   * @throws Failure if there is none
   * @throws IOException if it cannot be read
   */
  static ApiRepository in(String home) throws IOException {
    if (home == null) {
      throw new Failure(
          "where the workbench is installed is unknown; start it with the powergrid script");
    }
    Path repository = Path.of(home, "repository").toAbsolutePath().normalize();
    Path api = repository.resolve(Path.of("org", "powergrid", "powergrid.api"));
    if (!Files.isDirectory(api)) {
      throw new Failure(
          api + " is missing, so a plug-in could not be built; install the workbench again");
    }
    try (Stream<Path> versions = Files.list(api)) {
      Optional<Path> newest =
          versions
              .filter(Files::isDirectory)
              .max(Comparator.comparing(path -> version(path.getFileName().toString())));
      return new ApiRepository(
          repository.toUri(),
          newest
              .orElseThrow(() -> new Failure(api + " holds no version of the api"))
              .getFileName()
              .toString());
    }
  }

  /** 0.10 is newer than 0.9, which a text is not. */
  private static ModuleDescriptor.Version version(String text) {
    return ModuleDescriptor.Version.parse(text);
  }
}
