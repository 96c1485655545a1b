package powergrid.experiment;

import tools.jackson.core.io.NumberOutput;

/**
 * Builds a CSV text: comma, double quotes where RFC 4180 asks for them, lines that end with LF, and
 * numbers in the shortest form that reads back as the same bits, whatever the JDK or the locale.
 */
final class Csv {
  private final StringBuilder text = new StringBuilder();
  private boolean lineStart = true;

  Csv add(String cell) {
    separate();
    if (needsQuotes(cell)) {
      text.append('"').append(cell.replace("\"", "\"\"")).append('"');
    } else {
      text.append(cell);
    }
    return this;
  }

  Csv add(long number) {
    separate();
    text.append(number);
    return this;
  }

  Csv add(double number) {
    separate();
    text.append(number(number));
    return this;
  }

  Csv endLine() {
    text.append('\n');
    lineStart = true;
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  static String number(double value) {
    // + 0.0 turns −0 into 0; Double.toString is not the shortest before JDK 19
    String digits = NumberOutput.toString(value + 0.0, true);
    return digits.endsWith(".0")
        ? digits.substring(0, digits.length() - 2)
        : digits.replace(".0E", "E");
  }

  private void separate() {
    if (!lineStart) {
      text.append(',');
    }
    lineStart = false;
  }

  private static boolean needsQuotes(String cell) {
    return cell.indexOf(',') >= 0
        || cell.indexOf('"') >= 0
        || cell.indexOf('\n') >= 0
        || cell.indexOf('\r') >= 0;
  }
}
