package powergrid.console;

import java.util.ArrayList;
import java.util.List;

/** Breaks running text between words. */
final class WrappedText {
  /** Stands for a space at which no line is to be broken. */
  static final char TIE = '\u00a0';

  private WrappedText() {}

  /**
   * Breaks a text.
   *
   * @param text whose words are separated by single spaces
   * @param width that no line exceeds, unless a single word does
   * @return at least one line
   */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line) + 1 + width(word) > width) {
        lines.add(untied(line));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(untied(line));
    return lines;
  }

  private static String untied(StringBuilder line) {
    return line.toString().replace(TIE, ' ');
  }

  /** How many columns a text takes. */
  static int width(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
