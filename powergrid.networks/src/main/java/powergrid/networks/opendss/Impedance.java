package powergrid.networks.opendss;

import java.util.Arrays;

/**
 * Series impedance and shunt capacitance of a line by length, Ω and nF, with OpenDSS's defaults:
 * those of 336 MCM ACSR by 1000 ft. From sequence values, self is {@code (2 z1 + z0) / 3}, mutual
 * {@code (z0 − z1) / 3}; a line of one phase has z1. Where a matrix is given, it replaces what the
 * sequence values said.
 */
final class Impedance {
  private final double[] one = {0.058, 0.1206, 3.4};
  private final double[] zero = {0.1784, 0.4047, 1.6};
  private final double[][][] matrix = new double[3][][];

  /** Sets a property of OpenDSS; false if it is none of an impedance's. */
  boolean set(String property, Value value, int phases) {
    switch (property) {
      case "r1", "x1", "c1" -> sequence(one, property, value.number());
      case "r0", "x0", "c0" -> sequence(zero, property, value.number());
      case "rmatrix", "xmatrix", "cmatrix" -> {
        double[][] given = value.symmetric(phases);
        int quantity = "rxc".indexOf(property.charAt(0));
        for (int q = 0; q < 3; q++) {
          matrix[q] = matrix(q, phases);
          if (matrix[q] == null) {
            throw value.wrong("give all of rmatrix, xmatrix and cmatrix of order " + phases);
          }
        }
        matrix[quantity] = given;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void sequence(double[] values, String property, double value) {
    values["rxc".indexOf(property.charAt(0))] = value;
    Arrays.fill(matrix, null);
  }

  /** Sets what {@code switch=yes} sets. */
  void beSwitch() {
    Arrays.fill(one, 1);
    Arrays.fill(zero, 1);
    one[2] = 1.1;
    Arrays.fill(matrix, null);
  }

  /** Takes matrices, Ω and nF by length. */
  void take(double[][] r, double[][] x, double[][] c) {
    matrix[0] = r;
    matrix[1] = x;
    matrix[2] = c;
  }

  /** Whether it is given by matrices; then its order is theirs. */
  int order() {
    return matrix[0] == null ? 0 : matrix[0].length;
  }

  private double[][] ofSequence(int quantity, int phases) {
    double self = phases == 1 ? one[quantity] : (2 * one[quantity] + zero[quantity]) / 3;
    double mutual = (zero[quantity] - one[quantity]) / 3;
    double[][] m = new double[phases][phases];
    for (int i = 0; i < phases; i++) {
      Arrays.fill(m[i], mutual);
      m[i][i] = self;
    }
    return m;
  }

  /** Resistance 0, reactance 1 or capacitance 2 as a matrix; null if it is of another order. */
  double[][] matrix(int quantity, int phases) {
    return matrix[quantity] == null
        ? ofSequence(quantity, phases)
        : matrix[quantity].length == phases ? matrix[quantity] : null;
  }

  /** One that changes apart from it. */
  Impedance copy() {
    Impedance copy = new Impedance();
    System.arraycopy(one, 0, copy.one, 0, 3);
    System.arraycopy(zero, 0, copy.zero, 0, 3);
    System.arraycopy(matrix, 0, copy.matrix, 0, 3);
    return copy;
  }
}
