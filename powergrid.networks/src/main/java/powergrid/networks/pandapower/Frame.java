package powergrid.networks.pandapower;

import java.util.List;

/**
 * A table of elements. A cell is a Double, Boolean or String; null where it is empty.
 *
 * @param name of the kind of element
 * @param line where it is in the file
 * @param columns their names
 * @param index the rows' index
 * @param rows cells in the order of the columns
 */
record Frame(
    String name, int line, List<String> columns, List<Integer> index, List<Object[]> rows) {
  static final Frame NONE = new Frame("", 0, List.of(), List.of(), List.of());
}
