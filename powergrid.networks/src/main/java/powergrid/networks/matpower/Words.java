package powergrid.networks.matpower;

import java.util.regex.Pattern;

/**
 * A line of MATLAB without its comment.
 *
 * @param text what is left
 * @param continued whether the next line belongs to it
 */
record Words(String text, boolean continued) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eEdD][-+]?\\d+)?");

  static Words of(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '%') {
        return new Words(line.substring(0, i), false);
      } else if (!quoted && line.startsWith("...", i)) {
        return new Words(line.substring(0, i), true);
      }
    }
    return new Words(line, false);
  }

  /** Where a character is outside quotes; −1 if nowhere. */
  static int find(String text, char wanted) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!quoted && c == wanted) {
        return i;
      }
      quoted ^= c == '\'';
    }
    return -1;
  }

  /** Where a statement ends: at a semicolon or at the end of the line. */
  static int end(String text) {
    int semicolon = find(text, ';');
    return semicolon < 0 ? text.length() : semicolon;
  }

  /** A number; NaN if it is none. */
  static double number(String word) {
    if (NUMBER.matcher(word).matches()) {
      return Double.parseDouble(word.replace('d', 'e').replace('D', 'e'));
    }
    String bare = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    if (bare.equalsIgnoreCase("inf")) {
      return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.NaN;
  }

  /** Words to be shown in a message: short and printable. */
  static String quote(String text) {
    String shown = text.replaceAll("\\p{Cntrl}", "?");
    return "'" + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown) + "'";
  }
}
