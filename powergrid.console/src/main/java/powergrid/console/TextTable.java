package powergrid.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines up cells in columns two spaces apart; no line ends in spaces. */
final class TextTable {
  /** Where in its column a cell goes. */
  enum Align {
    LEFT,
    RIGHT
  }

  private static final int LEAST_WRAPPED = 16;

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
    return lines(Integer.MAX_VALUE);
  }

  /**
   * The lines, without line ends, the last column broken where a line would be too long.
   *
   * @param most columns that a line may take, as far as the other columns allow it
   * @return the lines
   */
  List<String> lines(int most) {
    int last = aligns.length - 1;
    int[] widths = new int[aligns.length];
    for (List<String> row : rows) {
      for (int c = 0; c <= last; c++) {
        widths[c] = Math.max(widths[c], WrappedText.width(row.get(c)));
      }
    }
    int before = Arrays.stream(widths, 0, last).map(w -> w + 2).sum();
    widths[last] = Math.min(widths[last], Math.max(LEAST_WRAPPED, most - before));
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> wrapped = WrappedText.lines(row.get(last), widths[last]);
      for (int l = 0; l < wrapped.size(); l++) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < last; c++) {
          line.append(padded(l == 0 ? row.get(c) : "", widths[c], aligns[c])).append("  ");
        }
        lines.add(
            line.append(padded(wrapped.get(l), widths[last], aligns[last]))
                .toString()
                .stripTrailing());
      }
    }
    return lines;
  }

  private static String padded(String cell, int width, Align align) {
    String pad = " ".repeat(Math.max(0, width - WrappedText.width(cell)));
    return align == Align.LEFT ? cell + pad : pad + cell;
  }
}
