package powergrid.console;

import java.util.List;
import powergrid.api.plugin.FieldDescription;

/** The fields of a configuration as a table; those of a nested record follow it, indented. */
final class FieldTable {
  private FieldTable() {}

  static List<String> lines(List<FieldDescription> fields) {
    TextTable.Align left = TextTable.Align.LEFT;
    TextTable table = new TextTable(left, left, left, left, left, left);
    table.row("FIELD", "TYPE", "UNIT", "DEFAULT", "BOUNDS", "MEANING");
    add(table, "", fields);
    return table.lines();
  }

  private static void add(TextTable table, String indent, List<FieldDescription> fields) {
    for (FieldDescription field : fields) {
      table.row(
          indent + field.name(),
          field.type(),
          field.unit(),
          fallback(field),
          bounds(field),
          field.help());
      add(table, indent + "  ", field.fields());
    }
  }

  private static String fallback(FieldDescription field) {
    if (field.required()) {
      return "(required)";
    }
    return field.value().isEmpty() ? "(none)" : field.value();
  }

  private static String bounds(FieldDescription field) {
    boolean low = field.min() > Double.NEGATIVE_INFINITY;
    boolean high = field.max() < Double.POSITIVE_INFINITY;
    String min = Numbers.shortest(field.min());
    String max = Numbers.shortest(field.max());
    return low && high
        ? min + " to " + max
        : low ? "at least " + min : high ? "at most " + max : "";
  }
}
