package powergrid.powerflow.newton;

import java.util.Arrays;
import java.util.List;

/** A table of numbers with a line of column names. */
final class Table {
  private final List<String> columns;
  private final List<String[]> rows;

  Table(String csv) {
    List<String> lines = csv.lines().toList();
    columns = Arrays.asList(lines.get(0).split(","));
    rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  int rows() {
    return rows.size();
  }

  double number(int row, String column) {
    String text = text(row, column);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  String text(int row, String column) {
    return rows.get(row)[columns.indexOf(column)];
  }
}
