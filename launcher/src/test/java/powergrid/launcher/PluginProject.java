package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plug-in's project as its author builds it: by Maven, where this repository was never built.
 *
 * @param directory of its pom.xml
 * @param temporary for what the build needs
 */
record PluginProject(Path directory, Path temporary) {
  /**
   * A project that lies in this checkout, and the workbench, where a checkout has them but without
   * what was built in the project.
   */
  static PluginProject checkOut(String example, Path distribution, Path temporary)
      throws IOException {
    Path source = distribution.resolve("../../..").resolve(example).normalize();
    Path project = Files.createDirectories(temporary.resolve(example));
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = source.relativize(file);
        if (!relative.startsWith("target")) {
          Files.createDirectories(project.resolve(relative).getParent());
          Files.copy(file, project.resolve(relative));
        }
      }
    }
    Path built = Files.createDirectories(temporary.resolve("launcher/target"));
    Files.createSymbolicLink(built.resolve("powergrid"), distribution);
    return new PluginProject(project, temporary);
  }

  /** Builds it, tests included, and gives the jar. */
  Path build(String... options) throws IOException, InterruptedException {
    Path repository = repositoryWithoutUs();
    assertFalse(Files.exists(repository.resolve("org/powergrid")));
    List<String> maven =
        new ArrayList<>(List.of("mvn", "-B", "-Dmaven.repo.local=" + repository, "package"));
    maven.addAll(List.of(options));
    Launched built =
        Launched.start(new ProcessBuilder(maven).directory(directory.toFile()), temporary);
    List<String> log = built.lines();
    assertEquals(0, built.status(), () -> String.join("\n", log));
    try (Stream<Path> target = Files.list(directory.resolve("target"))) {
      return target.filter(p -> p.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  /** The local repository as links, but for what this project's own builds may have put there. */
  private Path repositoryWithoutUs() throws IOException {
    Path local = Path.of(System.getProperty("powergrid.maven.repository"));
    Path copy = Files.createDirectory(temporary.resolve("repository"));
    link(local, copy, "org");
    link(local.resolve("org"), Files.createDirectory(copy.resolve("org")), "powergrid");
    return copy;
  }

  private static void link(Path from, Path to, String except) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
        }
      }
    }
  }
}
