package powergrid.experiment;

import java.util.ArrayList;
import java.util.List;
import powergrid.experiment.files.Digits;

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
    text.append(Digits.shortest(number));
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

  /**
   * Reads what this class wrote.
   *
   * @param text of a file
   * @return its lines' cells, the header's first
   */
  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
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
