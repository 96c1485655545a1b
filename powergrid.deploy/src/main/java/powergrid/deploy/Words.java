package powergrid.deploy;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Exceptions in a line of words, for messages that must never be a stack trace. */
final class Words {
  private static final int LONGEST = 300;

  private Words() {}

  /** What went wrong, in one line. */
  static String of(Throwable thrown) {
    if (thrown instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (thrown instanceof NoSuchFileException) {
      return "no such file";
    }
    String message = thrown.getMessage();
    boolean bare = message == null || message.isBlank();
    String text = bare ? thrown.getClass().getSimpleName() : message;
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** What went wrong at the root of it, with the exception's name: a plug-in's own failure. */
  static String ofRoot(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    String words = of(root);
    return words.equals(name) ? name : name + ": " + words;
  }
}
