package powergrid.deploy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file looks like from outside; a file whose stamp has changed is read again.
 *
 * @param size in bytes
 * @param modified the time of its last change
 * @param identity tells a file from another one moved over it; null where the system has none
 * @param readable whether we may read it
 */
record Stamp(long size, Instant modified, Object identity, boolean readable) {
  /** The jars in a folder by name, hidden ones left out; none where the folder is missing. */
  static SortedMap<String, Stamp> jars(Path folder) throws IOException {
    SortedMap<String, Stamp> stamps = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Stamp::isJar)) {
      for (Path file : files) {
        put(file, stamps);
      }
    } catch (NoSuchFileException | NotDirectoryException missing) {
      return stamps;
    }
    return stamps;
  }

  private static boolean isJar(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jar") && !name.startsWith(".");
  }

  private static void put(Path file, SortedMap<String, Stamp> stamps) throws IOException {
    try {
      var seen = Files.readAttributes(file, BasicFileAttributes.class);
      stamps.put(
          file.getFileName().toString(),
          new Stamp(
              seen.size(),
              seen.lastModifiedTime().toInstant(),
              seen.fileKey(),
              Files.isReadable(file)));
    } catch (NoSuchFileException gone) {
      // removed between the listing and the look, or a dangling link: it is not there
      stamps.remove(file.getFileName().toString());
    }
  }
}
