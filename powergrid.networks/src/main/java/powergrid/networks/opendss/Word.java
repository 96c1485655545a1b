package powergrid.networks.opendss;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a script's line: a value, with the name it is assigned to if it has one.
 *
 * @param name what stands before its {@code =}; null if there is none
 * @param text its value without quotes; null if a name's value is missing
 * @param quoted whether it was in quotes or brackets
 */
record Word(String name, String text, boolean quoted) {
  private static final String OPENING = "\"'([{";
  private static final String CLOSING = "\"')]}";

  /**
   * Splits a line at blanks, commas and equal signs. Any of {@code "" '' () [] {}} holds a value
   * together; {@code !} and {@code //} start a remark.
   */
  static List<Word> of(String line, Origin origin) {
    return new Reader(line, origin).words();
  }

  /** Reads a line from left to right. */
  private static final class Reader {
    private final String line;
    private final Origin origin;
    private int at;
    private boolean quoted;

    Reader(String line, Origin origin) {
      this.line = line;
      this.origin = origin;
    }

    List<Word> words() {
      List<Word> words = new ArrayList<>();
      while (skip(true)) {
        if (line.charAt(at) == '=') {
          throw origin.error("'=' without a name before it: write name=value");
        }
        String first = token();
        boolean firstQuoted = quoted;
        if (!skip(false) || line.charAt(at) != '=') {
          words.add(new Word(null, first, firstQuoted));
          continue;
        }
        at++;
        String value = skip(false) && line.charAt(at) != ',' ? token() : null;
        words.add(new Word(first, value, value != null && quoted));
      }
      return words;
    }

    /** Goes to the next character that counts; false at the end or a remark. */
    private boolean skip(boolean commas) {
      while (at < line.length() && (blank(at) || (commas && line.charAt(at) == ','))) {
        at++;
      }
      return at < line.length() && !remark(at);
    }

    private boolean blank(int i) {
      return line.charAt(i) <= ' ' || line.charAt(i) == '\u00a0' || line.charAt(i) == '\ufeff';
    }

    private boolean remark(int i) {
      return line.charAt(i) == '!' || line.startsWith("//", i);
    }

    private String token() {
      int quote = OPENING.indexOf(line.charAt(at));
      quoted = quote >= 0;
      int start = at;
      if (quoted) {
        int end = line.indexOf(CLOSING.charAt(quote), at + 1);
        if (end < 0) {
          throw origin.error(
              "'" + line.charAt(at) + "' is not closed: add '" + CLOSING.charAt(quote) + "'");
        }
        at = end + 1;
        return line.substring(start + 1, end);
      }
      while (at < line.length()
          && !blank(at)
          && line.charAt(at) != ','
          && line.charAt(at) != '='
          && !remark(at)) {
        at++;
      }
      return line.substring(start, at);
    }
  }
}
