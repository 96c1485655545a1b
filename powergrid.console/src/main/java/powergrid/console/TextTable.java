package powergrid.console;

import java.util.ArrayList;
import java.util.List;

/** Lines up cells in columns two spaces apart; no line ends in spaces. */
final class TextTable {
  /** Where in its column a cell goes. */
  enum Align {
    LEFT,
    RIGHT
  }

  private final Align[] aligns;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(Align... aligns) {
    this.aligns = aligns;
  }

  TextTable row(List<String> cells) {
    if (cells.size() != aligns.length) {
      throw new IllegalArgumentException(cells.size() + " cells for " + aligns.length + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /** The lines, without line ends. */
  List<String> lines() {
    int[] widths = new int[aligns.length];
    for (List<String> row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], width(row.get(c)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        line.append(c == 0 ? "" : "  ");
        String pad = " ".repeat(widths[c] - width(row.get(c)));
        line.append(aligns[c] == Align.LEFT ? row.get(c) + pad : pad + row.get(c));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
