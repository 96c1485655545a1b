package powergrid.networks.matpower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a case file assigns to the fields of {@code mpc}. */
final class Case {
  /** A row of a matrix. */
  static final class Row {
    private final int line;
    private final double[] values;

    Row(int line, double[] values) {
      this.line = line;
      this.values = values;
    }

    /** Where it is in the file. */
    int line() {
      return line;
    }

    /** Its columns; not to be written. */
    double[] values() {
      return values;
    }
  }

  private final Map<String, List<Row>> matrices = new HashMap<>();
  private String name = "";
  private double baseMva = Double.NaN;
  private boolean branchInOhm;
  private boolean powerInKw;

  void name(String given) {
    name = given;
  }

  /** The function's name; empty if there is none. */
  String name() {
    return name;
  }

  void baseMva(double mva) {
    baseMva = mva;
  }

  /** The power base, MVA; NaN if there is none. */
  double baseMva() {
    return baseMva;
  }

  boolean has(String field) {
    return matrices.containsKey(field);
  }

  void put(String field, List<Row> rows) {
    matrices.put(field, rows);
  }

  /** The rows of a matrix; none if there is no such matrix. */
  List<Row> rows(String field) {
    return matrices.getOrDefault(field, List.of());
  }

  void branchInOhm() {
    branchInOhm = true;
  }

  /** Whether resistance and reactance of branches are in Ω of the first bus's voltage. */
  boolean isBranchInOhm() {
    return branchInOhm;
  }

  void powerInKw() {
    powerInKw = true;
  }

  /** Whether loads are in kW and kvar. */
  boolean isPowerInKw() {
    return powerInKw;
  }
}
