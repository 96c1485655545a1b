package powergrid.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The framework's storage: a temporary folder of our own, as no run builds on another. */
final class Storage {
  private final Path path;

  private Storage(Path path) {
    this.path = path;
  }

  static Storage create() throws LaunchException {
    try {
      return new Storage(Files.createTempDirectory("powergrid-"));
    } catch (IOException e) {
      throw LaunchException.failed(
          "no folder can be made in "
              + System.getProperty("java.io.tmpdir")
              + ": "
              + e.getMessage()
              + "; free space there or set TMPDIR",
          e);
    }
  }

  Path path() {
    return path;
  }

  /** Deletes it; called when nothing uses it any more. */
  void delete() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
