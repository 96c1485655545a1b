package powergrid.powerflow.newton;

import java.util.Arrays;

/**
 * Solves with a {@link Jacobian} by Gaussian elimination of its nodes in their order, row by row.
 * Which entries fill in is known beforehand; the right-hand side is eliminated along, so that of
 * the lower factor nothing is kept. Only a node's own two rows change places for a better pivot.
 *
 * <p>EJML's sparse factorisation has neither an order that fills little in nor a pattern known
 * beforehand: it looks for pattern and pivots each time and takes four times as long, most of a
 * solve. It does what this cannot: where a pivot turns out small beside its row, {@link PivotedLu}
 * takes over.
 */
final class Elimination {
  /** A pivot that is smaller beside its row is too small. */
  private static final double SMALL = 1e-7;

  private final Jacobian jacobian;
  private final int[] lowerStart;
  private final int[] lower;
  private final int[] upperStart;
  private final int[] upper;
  private final int[] upperAt;
  private final double[] value;
  private final double[] inverse;
  private final double[] beside;
  private double[] row;
  private double[] other;

  /**
   * Lays out the upper factor.
   *
   * @param jacobian what is solved with
   * @param later by node: later nodes that it is a neighbour of when it is eliminated, rising
   */
  Elimination(Jacobian jacobian, int[][] later) {
    this.jacobian = jacobian;
    int n = jacobian.nodes;
    int[] earlier = new int[n];
    upperStart = new int[n + 1];
    upperAt = new int[n + 1];
    lowerStart = new int[n + 1];
    for (int i = 0; i < n; i++) {
      int columns = 0;
      for (int j : later[i]) {
        columns += jacobian.rows(j);
        earlier[j]++;
      }
      upperStart[i + 1] = upperStart[i] + columns;
      upperAt[i + 1] = upperAt[i] + jacobian.rows(i) * columns;
    }
    for (int i = 0; i < n; i++) {
      lowerStart[i + 1] = lowerStart[i] + earlier[i];
    }
    lower = new int[lowerStart[n]];
    upper = new int[upperStart[n]];
    int[] next = Arrays.copyOf(lowerStart, n);
    for (int i = 0; i < n; i++) {
      int column = upperStart[i];
      for (int j : later[i]) {
        lower[next[j]++] = i;
        for (int variable = jacobian.first[j]; variable < jacobian.first[j + 1]; variable++) {
          upper[column++] = variable;
        }
      }
    }
    value = new double[upperAt[n]];
    inverse = new double[jacobian.variables()];
    beside = new double[n];
    row = new double[jacobian.variables()];
    other = new double[jacobian.variables()];
  }

  /**
   * Solves.
   *
   * @param f right-hand side; the solution afterwards
   * @return false if a pivot is too small, and then f is of no meaning
   */
  boolean solve(double[] f) {
    for (int i = 0; i < jacobian.nodes; i++) {
      boolean fine = jacobian.rows(i) == 2 ? eliminateTwo(i, f) : eliminateOne(i, f);
      if (!fine) {
        Arrays.fill(row, 0);
        Arrays.fill(other, 0);
        return false;
      }
    }
    for (int i = jacobian.nodes - 1; i >= 0; i--) {
      substitute(i, f);
    }
    return true;
  }

  private boolean eliminateOne(int i, double[] f) {
    double[] w = row;
    int v = jacobian.first[i];
    double size = 0;
    int from = jacobian.at[i];
    for (int k = jacobian.start[i]; k < jacobian.start[i + 1]; k++) {
      double entry = jacobian.value[from++];
      w[jacobian.column[k]] = entry;
      size += Math.abs(entry);
    }
    double r = f[v];
    for (int m = lowerStart[i]; m < lowerStart[i + 1]; m++) {
      int pivot = lower[m];
      int c = jacobian.first[pivot];
      int t = upperAt[pivot];
      int start = upperStart[pivot];
      int end = upperStart[pivot + 1];
      double l = w[c] * inverse[c];
      r -= l * f[c];
      w[c] = 0;
      if (jacobian.rows(pivot) == 1) {
        for (int k = start; k < end; k++) {
          w[upper[k]] -= l * value[t++];
        }
      } else {
        double l1 = (w[c + 1] - l * beside[pivot]) * inverse[c + 1];
        r -= l1 * f[c + 1];
        w[c + 1] = 0;
        int u = t + end - start;
        for (int k = start; k < end; k++) {
          w[upper[k]] -= l * value[t++] + l1 * value[u++];
        }
      }
    }
    double pivot = w[v];
    w[v] = 0;
    if (!(Math.abs(pivot) > SMALL * size)) {
      return false;
    }
    inverse[v] = 1 / pivot;
    f[v] = r;
    int t = upperAt[i];
    for (int k = upperStart[i]; k < upperStart[i + 1]; k++) {
      value[t++] = w[upper[k]];
      w[upper[k]] = 0;
    }
    return true;
  }

  private boolean eliminateTwo(int i, double[] f) {
    double[] w = row;
    double[] x = other;
    int v = jacobian.first[i];
    int from = jacobian.at[i];
    int columns = jacobian.start[i + 1] - jacobian.start[i];
    double size = 0;
    for (int k = jacobian.start[i]; k < jacobian.start[i + 1]; k++) {
      double entry = jacobian.value[from];
      double below = jacobian.value[from + columns];
      from++;
      w[jacobian.column[k]] = entry;
      x[jacobian.column[k]] = below;
      size += Math.abs(entry) + Math.abs(below);
    }
    double r = f[v];
    double s = f[v + 1];
    for (int m = lowerStart[i]; m < lowerStart[i + 1]; m++) {
      int pivot = lower[m];
      int c = jacobian.first[pivot];
      int t = upperAt[pivot];
      int start = upperStart[pivot];
      int end = upperStart[pivot + 1];
      double l = w[c] * inverse[c];
      double h = x[c] * inverse[c];
      r -= l * f[c];
      s -= h * f[c];
      w[c] = 0;
      x[c] = 0;
      if (jacobian.rows(pivot) == 1) {
        for (int k = start; k < end; k++) {
          int j = upper[k];
          double entry = value[t++];
          w[j] -= l * entry;
          x[j] -= h * entry;
        }
      } else {
        double l1 = (w[c + 1] - l * beside[pivot]) * inverse[c + 1];
        double h1 = (x[c + 1] - h * beside[pivot]) * inverse[c + 1];
        r -= l1 * f[c + 1];
        s -= h1 * f[c + 1];
        w[c + 1] = 0;
        x[c + 1] = 0;
        int u = t + end - start;
        for (int k = start; k < end; k++) {
          int j = upper[k];
          double entry = value[t++];
          double below = value[u++];
          w[j] -= l * entry + l1 * below;
          x[j] -= h * entry + h1 * below;
        }
      }
    }
    if (Math.abs(x[v]) > Math.abs(w[v])) {
      double[] swapped = w;
      w = x;
      x = swapped;
      double exchanged = r;
      r = s;
      s = exchanged;
    }
    double inverted = 1 / w[v];
    double l = x[v] * inverted;
    double pivot = x[v + 1] - l * w[v + 1];
    if (!(Math.abs(w[v]) > SMALL * size && Math.abs(pivot) > SMALL * size)) {
      return false;
    }
    inverse[v] = inverted;
    inverse[v + 1] = 1 / pivot;
    beside[i] = w[v + 1];
    f[v] = r;
    f[v + 1] = s - l * r;
    w[v] = 0;
    w[v + 1] = 0;
    x[v] = 0;
    x[v + 1] = 0;
    int t = upperAt[i];
    int u = t + upperStart[i + 1] - upperStart[i];
    for (int k = upperStart[i]; k < upperStart[i + 1]; k++) {
      int j = upper[k];
      value[t++] = w[j];
      value[u++] = x[j] - l * w[j];
      w[j] = 0;
      x[j] = 0;
    }
    return true;
  }

  private void substitute(int i, double[] f) {
    int v = jacobian.first[i];
    int t = upperAt[i];
    double r = f[v];
    if (jacobian.rows(i) == 1) {
      for (int k = upperStart[i]; k < upperStart[i + 1]; k++) {
        r -= value[t++] * f[upper[k]];
      }
      f[v] = r * inverse[v];
    } else {
      double s = f[v + 1];
      int u = t + upperStart[i + 1] - upperStart[i];
      for (int k = upperStart[i]; k < upperStart[i + 1]; k++) {
        double x = f[upper[k]];
        r -= value[t++] * x;
        s -= value[u++] * x;
      }
      s *= inverse[v + 1];
      f[v + 1] = s;
      f[v] = (r - beside[i] * s) * inverse[v];
    }
  }
}
