package powergrid.networks.pandapower;

import powergrid.networks.balanced.DataFile;

/** A row of a table. */
final class Element {
  private final DataFile file;
  private final Frame frame;
  private final int row;

  Element(DataFile file, Frame frame, int row) {
    this.file = file;
    this.frame = frame;
    this.row = row;
  }

  /** Its index in its table. */
  int index() {
    return frame.index().get(row);
  }

  private Object cell(String column) {
    int i = frame.columns().indexOf(column);
    return i < 0 ? null : frame.rows().get(row)[i];
  }

  /** Whether a cell holds anything. */
  boolean has(String column) {
    return cell(column) != null;
  }

  /** Whether its table has a column, be it empty here. */
  boolean knows(String column) {
    return frame.columns().contains(column);
  }

  /** A finite number. */
  double number(String column) {
    Object cell = cell(column);
    if (cell instanceof Double value && Double.isFinite(value)) {
      return value;
    }
    throw error(column + " is " + (cell == null ? "missing" : cell + ", not a finite number"));
  }

  /** A finite number, or another where the cell is empty. */
  double number(String column, double otherwise) {
    return has(column) ? number(column) : otherwise;
  }

  /** A number that must be above 0. */
  double positive(String column) {
    double value = number(column);
    if (!(value > 0)) {
      throw error(column + " is " + value + ", not above 0");
    }
    return value;
  }

  /** A number that must not be below 0, or another where the cell is empty. */
  double atLeastZero(String column, double otherwise) {
    double value = number(column, otherwise);
    if (!(value >= 0)) {
      throw error(column + " is " + value + ", below 0");
    }
    return value;
  }

  /** A whole number that refers to a row elsewhere. */
  int reference(String column) {
    double value = number(column);
    if (value != Math.rint(value) || Math.abs(value) > 1e9) {
      throw error(column + " is " + value + ", not an index");
    }
    return (int) value;
  }

  /** A count of parallel parts, 1 where the cell is empty. */
  double parallel() {
    double value = number("parallel", 1);
    if (!(value >= 1) || value != Math.rint(value)) {
      throw error("parallel is " + value + ", not a whole number from 1");
    }
    return value;
  }

  /** A text, or another where the cell is empty. */
  String text(String column, String otherwise) {
    Object cell = cell(column);
    if (cell == null) {
      return otherwise;
    }
    return cell instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15
        ? Long.toString(d.longValue())
        : cell.toString();
  }

  /** True or false, or another where the cell is empty. */
  boolean flag(String column, boolean otherwise) {
    Object cell = cell(column);
    if (cell == null) {
      return otherwise;
    }
    if (cell instanceof Boolean value) {
      return value;
    }
    throw error(column + " is " + cell + ", neither true nor false");
  }

  boolean inService() {
    return flag("in_service", true);
  }

  /** Refuses what a column says unless it is empty or a value that changes nothing. */
  void refuseUnless(String column, double neutral) {
    if (has(column) && number(column) != neutral) {
      throw error(
          column
              + " is "
              + number(column)
              + ", which has no counterpart here; it must be "
              + neutral);
    }
  }

  /** The mistake in it. */
  RuntimeException error(String message) {
    return file.error(frame.line(), this + ": " + message);
  }

  @Override
  public String toString() {
    return frame.name() + " " + index();
  }
}
