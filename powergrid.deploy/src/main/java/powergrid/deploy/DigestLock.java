package powergrid.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plug-ins that may run: a file of lines {@code sha256 name}, as {@code sha256sum} writes them;
 * empty lines and lines that begin with {@code #} are left out. A lock that cannot be read lets
 * nothing run.
 */
final class DigestLock {
  private static final Pattern LINE = Pattern.compile("(\\p{XDigit}{64})\\s+\\*?(\\S.*)");

  private final Path file;
  private final Map<String, String> digests;
  private final String problem;

  private DigestLock(Path file, Map<String, String> digests, String problem) {
    this.file = file;
    this.digests = Map.copyOf(digests);
    this.problem = problem;
  }

  /** A lock that lets every plug-in run. */
  static DigestLock open() {
    return new DigestLock(null, Map.of(), "");
  }

  static DigestLock read(Path file) {
    Map<String, String> digests = new HashMap<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
          return new DigestLock(
              file,
              Map.of(),
              file + ":" + (i + 1) + " is not \"sha256  name\", as sha256sum writes it");
        }
        String name = Path.of(matcher.group(2)).getFileName().toString();
        digests.put(name, matcher.group(1).toLowerCase(Locale.ROOT));
      }
    } catch (IOException e) {
      return new DigestLock(file, Map.of(), file + " cannot be read: " + Words.of(e));
    }
    return new DigestLock(file, digests, "");
  }

  /** What is wrong with the lock itself. */
  Optional<String> problem() {
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  /** Refuses a jar that is not in the lock, or is another one than the lock names. */
  void check(String name, String digest) throws UnusableJarException {
    if (file == null) {
      return;
    }
    if (!problem.isEmpty()) {
      throw UnusableJarException.refused("not allowed: the lock " + problem);
    }
    String locked = digests.get(name);
    if (locked == null) {
      throw UnusableJarException.refused(
          "not in " + file + "; if you trust it, add the line \"" + digest + "  " + name + "\"");
    }
    if (!locked.equals(digest)) {
      throw UnusableJarException.refused(
          "its SHA-256 is "
              + digest
              + ", "
              + file
              + " has "
              + locked
              + "; put the locked jar back, or change the line if you trust this one");
    }
  }
}
