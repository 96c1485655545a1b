package powergrid.networks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.network.PhaseValues;

/**
 * A table of feeder data among this bundle's resources: comma-separated, without quotes, the first
 * line names the columns, lines that start with # are remarks.
 */
public final class Table {
  private final String name;
  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();

  private Table(String name, List<String> lines) {
    this.name = name;
    columns = List.of(lines.get(0).split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length != columns.size()) {
        throw new IllegalStateException(
            name + ": '" + line + "' has " + cells.length + " cells, not " + columns.size());
      }
      rows.add(new Row(cells));
    }
  }

  /**
   * Whether there is such a table.
   *
   * @param name relative to this class
   * @return whether it can be read
   */
  public static boolean exists(String name) {
    return Table.class.getResource(name) != null;
  }

  /**
   * Reads a table.
   *
   * @param name relative to this class
   * @return all of it
   */
  public static Table read(String name) {
    InputStream resource = Table.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IllegalStateException("the bundle lacks its table " + name);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return new Table(name, reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * Its lines but the first.
   *
   * @return in order
   */
  public List<Row> rows() {
    return rows;
  }

  /** A line of the table. */
  public final class Row {
    private final String[] cells;

    private Row(String[] cells) {
      this.cells = cells;
    }

    /**
     * A cell.
     *
     * @param column its name
     * @return as written
     */
    public String text(String column) {
      int i = columns.indexOf(column);
      if (i < 0) {
        throw new IllegalStateException(name + " has no column " + column);
      }
      return cells[i];
    }

    /**
     * A number.
     *
     * @param column its name
     * @return its value
     */
    public double number(String column) {
      return Double.parseDouble(text(column));
    }

    /**
     * The columns prefix_a, prefix_b and prefix_c.
     *
     * @param prefix what their names begin with
     * @param factor on each
     * @return times the factor
     */
    public PhaseValues phases(String prefix, double factor) {
      return new PhaseValues(
          factor * number(prefix + "_a"),
          factor * number(prefix + "_b"),
          factor * number(prefix + "_c"));
    }
  }
}
