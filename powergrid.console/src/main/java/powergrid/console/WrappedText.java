package powergrid.console;

import java.util.ArrayList;
import java.util.List;

/** Breaks running text between words. */
final class WrappedText {
  /** A space where no line is broken. */
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
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && width(line) + 1 + width(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** How many columns a text takes. */
  static int width(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
