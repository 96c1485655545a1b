package powergrid.networks.matpower;

import powergrid.networks.balanced.DataFile;

/** A row of a matrix and its columns' meaning. */
final class Columns {
  private final DataFile file;
  private final String matrix;
  private final Case.Row row;

  Columns(DataFile file, String matrix, Case.Row row, int least) {
    this.file = file;
    this.matrix = matrix;
    this.row = row;
    if (row.values().length < least) {
      throw error("it has " + row.values().length + " columns, less than " + least);
    }
  }

  double finite(int column, String meaning) {
    double value = row.values()[column];
    if (!Double.isFinite(value)) {
      throw error(meaning + " is " + value + ", not a finite number");
    }
    return value;
  }

  double positive(int column, String meaning) {
    double value = finite(column, meaning);
    if (!(value > 0)) {
      throw error(meaning + " is " + value + ", not above 0");
    }
    return value;
  }

  int whole(int column, String meaning) {
    double value = finite(column, meaning);
    if (value != Math.rint(value) || value < 1 || value > 1e9) {
      throw error(meaning + " is " + value + ", not a whole number from 1");
    }
    return (int) value;
  }

  RuntimeException error(String message) {
    return file.error(row.line(), "mpc." + matrix + ": " + message);
  }
}
