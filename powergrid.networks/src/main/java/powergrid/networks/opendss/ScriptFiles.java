package powergrid.networks.opendss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The files that a script consists of: found whatever the case of their names, since scripts come
 * from systems that do not mind it, and bounded in size, number and depth.
 */
final class ScriptFiles {
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_LINES = 5_000_000;
  private static final int DEEPEST = 32;

  private final Deque<Path> open = new ArrayDeque<>();
  private int lines;

  /** Reads a file and holds it open until {@link #close}. */
  List<String> open(Path file, Origin from) {
    Path real = real(file, from);
    if (open.contains(real)) {
      throw from.error(file.getFileName() + " redirects to itself: remove one of the redirects");
    }
    if (open.size() == DEEPEST) {
      throw from.error("more than " + DEEPEST + " files redirect to one another");
    }
    List<String> text = read(file, from);
    open.push(real);
    return text;
  }

  private static Path real(Path file, Origin from) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw from.error(file.getFileName() + " cannot be read: " + e);
    }
  }

  void close() {
    open.pop();
  }

  /** Reads a file's lines. */
  List<String> read(Path file, Origin from) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw from.error(file.getFileName() + " is larger than " + (MOST_BYTES >> 20) + " MB");
      }
      List<String> text =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      lines += text.size();
      if (lines > MOST_LINES) {
        throw from.error("the script has more than " + MOST_LINES + " lines, redirects counted");
      }
      return text;
    } catch (IOException e) {
      throw from.error(file.getFileName() + " cannot be read: " + e);
    }
  }

  /** Finds a file by what a script calls it. */
  static Path find(Path folder, String written, Origin from) {
    try {
      Path path = folder.resolve(written.strip().replace('\\', '/')).normalize();
      if (Files.isRegularFile(path)) {
        return path;
      }
      Path found = path.getRoot();
      for (Path part : path) {
        found = found == null ? null : child(found, part.toString());
      }
      if (found != null && Files.isRegularFile(found)) {
        return found;
      }
    } catch (InvalidPathException | IOException e) {
      throw from.error(
          "'" + Origin.shown(written) + "' is no file that can be read: " + e.getMessage());
    }
    throw from.error(
        "there is no file '"
            + Origin.shown(written)
            + "'; names are relative to the file that says them");
  }

  private static Path child(Path folder, String name) throws IOException {
    Path exact = folder.resolve(name);
    if (Files.exists(exact) || !Files.isDirectory(folder)) {
      return exact;
    }
    Path first = null;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        boolean same = entry.getFileName().toString().equalsIgnoreCase(name);
        first = same && (first == null || entry.compareTo(first) < 0) ? entry : first;
      }
    }
    return first;
  }
}
