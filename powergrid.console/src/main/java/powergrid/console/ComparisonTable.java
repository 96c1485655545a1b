package powergrid.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentResult.Summary;

/**
 * An experiment's result as a table: a row a variant, a column a metric. A cell is the
 * interquartile mean over the seeds, ± half the width of its 95 % bootstrap interval where there is
 * one.
 */
final class ComparisonTable {
  private static final int DIGITS = 4;
  private static final int MOST_DECIMALS = 6;

  private final ExperimentResult result;

  ComparisonTable(ExperimentResult result) {
    this.result = result;
  }

  /** The lines, without line ends. */
  List<String> lines() {
    List<List<String>> columns = new ArrayList<>();
    for (int m = 0; m < result.metrics().size(); m++) {
      columns.add(column(m));
    }
    int height = columns.stream().mapToInt(List::size).max().orElse(1);
    int rows = result.variants().size();
    columns.add(0, seeds());
    columns.add(0, variants());
    height = Math.max(height, 1 + rows);
    TextTable.Align[] aligns = new TextTable.Align[columns.size()];
    Arrays.fill(aligns, TextTable.Align.RIGHT);
    aligns[0] = TextTable.Align.LEFT;
    TextTable table = new TextTable(aligns);
    for (int line = 0; line < height; line++) {
      List<String> cells = new ArrayList<>();
      for (List<String> column : columns) {
        // headings of fewer lines stand at the bottom
        int at = line - (height - column.size());
        cells.add(at < 0 ? "" : column.get(at));
      }
      table.row(cells);
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(height - rows, "-".repeat(lines.stream().mapToInt(String::length).max().orElse(0)));
    if (result.summaries().stream().anyMatch(s -> s.n() > 1)) {
      lines.add("");
      lines.add(
          "Interquartile mean over the seeds ± half its 95 % bootstrap interval;"
              + " means: summary.csv.");
    }
    return lines;
  }

  private List<String> variants() {
    List<String> column = new ArrayList<>(List.of("variant"));
    column.addAll(result.variants());
    return column;
  }

  private List<String> seeds() {
    List<String> column = new ArrayList<>(List.of("seeds"));
    for (int v = 0; v < result.variants().size(); v++) {
      column.add(result.metrics().isEmpty() ? "" : Integer.toString(summary(v, 0).n()));
    }
    return column;
  }

  /** A heading over several lines (the name broken at its hyphens, the unit) and the cells. */
  private List<String> column(int metric) {
    List<String> column = new ArrayList<>();
    String[] words = result.metrics().get(metric).split("-", -1);
    for (int w = 0; w < words.length; w++) {
      column.add(w + 1 < words.length ? words[w] + "-" : words[w]);
    }
    String unit = summary(0, metric).unit();
    if (!unit.isEmpty()) {
      column.add("[" + unit + "]");
    }
    column.addAll(cells(metric));
    return column;
  }

  private List<String> cells(int metric) {
    List<Summary> summaries = new ArrayList<>();
    for (int v = 0; v < result.variants().size(); v++) {
      summaries.add(summary(v, metric));
    }
    int decimals = decimals(summaries);
    int widest = summaries.stream().mapToInt(s -> spread(s, decimals).length()).max().orElse(0);
    return summaries.stream()
        .map(
            s -> {
              String spread = spread(s, decimals);
              String gap = " ".repeat(widest - spread.length());
              // cells are right-aligned: what stands before the gap keeps the ± under each other
              return Numbers.fixed(s.iqm(), decimals)
                  + (spread.isEmpty() ? gap : " ± ".concat(gap).concat(spread.substring(3)));
            })
        .toList();
  }

  private static String spread(Summary s, int decimals) {
    boolean single = s.n() < 2 || !Double.isFinite(s.high() - s.low());
    return single ? "" : " ± " + Numbers.fixed((s.high() - s.low()) / 2, decimals);
  }

  /** As many as give the greatest number of the column four digits. */
  private static int decimals(List<Summary> summaries) {
    double greatest =
        summaries.stream()
            .mapToDouble(s -> Math.abs(s.iqm()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    boolean whole =
        summaries.stream()
            .filter(s -> Double.isFinite(s.iqm()))
            .allMatch(s -> s.iqm() == Math.rint(s.iqm()) && s.low() == s.high());
    if (greatest == 0 || whole) {
      return 0;
    }
    int before = 1 + (int) Math.floor(Math.log10(greatest));
    return Math.max(0, Math.min(MOST_DECIMALS, DIGITS - before));
  }

  private Summary summary(int variant, int metric) {
    return result.summaries().get(variant * result.metrics().size() + metric);
  }
}
