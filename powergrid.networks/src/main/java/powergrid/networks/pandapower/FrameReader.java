package powergrid.networks.pandapower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import powergrid.networks.balanced.DataFile;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a table in pandas' orientation {@code split}: columns, index, data. */
final class FrameReader {
  private static final int MOST_CELLS = 4_000_000;

  private final DataFile file;
  private final String name;
  private final int line;
  private List<String> columns = List.of();
  private final List<Integer> index = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();

  FrameReader(DataFile file, String name, int line) {
    this.file = file;
    this.name = name;
    this.line = line;
  }

  /** Reads the object that begins where a parser is. */
  Frame read(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String part = json.currentName();
      JsonToken value = json.nextToken();
      boolean array = value == JsonToken.START_ARRAY;
      if (part.equals("columns") && array) {
        columns(json);
      } else if (part.equals("index") && array) {
        index(json);
      } else if (part.equals("data") && array) {
        data(json);
      } else {
        json.skipChildren();
      }
    }
    if (index.size() != rows.size()) {
      throw error("it has " + index.size() + " indices and " + rows.size() + " rows");
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length != columns.size()) {
        throw error(
            "row "
                + index.get(i)
                + " has "
                + rows.get(i).length
                + " cells for "
                + columns.size()
                + " columns");
      }
    }
    return new Frame(name, line, columns, index, rows);
  }

  private void columns(JsonParser json) {
    columns = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      columns.add(String.valueOf(cell(json)));
    }
  }

  private void index(JsonParser json) {
    Set<Integer> known = new HashSet<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Object cell = cell(json);
      int i =
          cell instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e9 ? d.intValue() : -1;
      if (i < 0) {
        throw error("index " + cell + " is no whole number from 0 to 10⁹");
      }
      if (!known.add(i)) {
        throw error("index " + i + " is used twice");
      }
      index.add(i);
    }
  }

  private void data(JsonParser json) {
    List<Object> cells = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        throw error("data holds " + json.getString() + " where a row should begin with [");
      }
      cells.clear();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        cells.add(cell(json));
      }
      rows.add(cells.toArray());
      if ((long) rows.size() * cells.size() > MOST_CELLS) {
        throw error("more than " + MOST_CELLS + " cells, the most that are read");
      }
    }
  }

  private static Object cell(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_STRING -> json.getString();
      default -> {
        json.skipChildren();
        yield "a nested value";
      }
    };
  }

  private RuntimeException error(String message) {
    return file.error(line, "table " + name + ": " + message);
  }
}
