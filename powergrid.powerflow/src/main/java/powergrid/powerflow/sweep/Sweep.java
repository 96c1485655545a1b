package powergrid.powerflow.sweep;

import powergrid.powerflow.model.PerUnit;
import powergrid.powerflow.model.Phasors;

/**
 * The two halves of an iteration of the ladder method: W. H. Kersting, Distribution System Modeling
 * and Analysis, chapter 10; D. Shirmohammadi et al., A compensation-based power flow method for
 * weakly meshed distribution and transmission networks, IEEE Transactions on Power Systems 3(2),
 * 1988. Backward, from the leaves: {@code I_node = I_load + jB·V + Σ ratio·I_fed}. Forward, from
 * the sources: {@code V_node = ratio·V_up − Z·I_node}. The ratio of a transformer that couples
 * phases is a matrix, transposed on the way back.
 *
 * <p>The products with B and Z are written out for three, two and one phases, an entry of the
 * matrix at a time so that all operands stay in registers, in a loop for each: buses are ordered by
 * kind, so that no branch of the program depends on the data.
 */
final class Sweep {
  private final Feeder feeder;
  private final Tree tree;
  private final Phasors x;

  Sweep(Feeder feeder, Phasors x) {
    this.feeder = feeder;
    this.tree = feeder.tree;
    this.x = x;
  }

  /** Turns the currents drawn at the nodes into those of the branches that feed them. */
  void backward() {
    double[] v = x.v;
    double[] i = x.i;
    double[] b = feeder.b;
    double[] ratio = feeder.ratio;
    int[] up = tree.up;
    boolean anyCoupled = feeder.anyCoupled;
    boolean[] coupled = feeder.coupled;
    for (int k = tree.buses - 1; k >= tree.twoEnd(); k--) {
      int first = tree.first[k];
      int n = 2 * first;
      int u = 2 * up[first];
      int m = feeder.bAt[k];
      double i0r = i[n] - b[m] * v[n + 1];
      double i0i = i[n + 1] + b[m] * v[n];
      i[n] = i0r;
      i[n + 1] = i0i;
      i[u] += ratio[first] * i0r;
      i[u + 1] += ratio[first] * i0i;
    }
    for (int k = tree.twoEnd() - 1; k >= tree.threeEnd(); k--) {
      int first = tree.first[k];
      int n = 2 * first;
      int u = 2 * up[first];
      int m = feeder.bAt[k];
      double v0r = v[n];
      double v0i = v[n + 1];
      double v1r = v[n + 2];
      double v1i = v[n + 3];
      double i0r = i[n] - b[m] * v0i - b[m + 1] * v1i;
      double i0i = i[n + 1] + b[m] * v0r + b[m + 1] * v1r;
      double i1r = i[n + 2] - b[m + 1] * v0i - b[m + 2] * v1i;
      double i1i = i[n + 3] + b[m + 1] * v0r + b[m + 2] * v1r;
      i[n] = i0r;
      i[n + 1] = i0i;
      i[n + 2] = i1r;
      i[n + 3] = i1i;
      int w = 2 * up[first + 1];
      i[u] += ratio[first] * i0r;
      i[u + 1] += ratio[first] * i0i;
      i[w] += ratio[first + 1] * i1r;
      i[w + 1] += ratio[first + 1] * i1i;
    }
    for (int k = tree.threeEnd() - 1; k >= tree.roots; k--) {
      int first = tree.first[k];
      int n = 2 * first;
      int u = 2 * up[first];
      int m = feeder.bAt[k];
      double v0r = v[n];
      double v0i = v[n + 1];
      double v1r = v[n + 2];
      double v1i = v[n + 3];
      double v2r = v[n + 4];
      double v2i = v[n + 5];
      double entry = b[m];
      double i0r = i[n] - entry * v0i;
      double i0i = i[n + 1] + entry * v0r;
      entry = b[m + 1];
      i0r -= entry * v1i;
      i0i += entry * v1r;
      double i1r = i[n + 2] - entry * v0i;
      double i1i = i[n + 3] + entry * v0r;
      entry = b[m + 2];
      i0r -= entry * v2i;
      i0i += entry * v2r;
      double i2r = i[n + 4] - entry * v0i;
      double i2i = i[n + 5] + entry * v0r;
      entry = b[m + 3];
      i1r -= entry * v1i;
      i1i += entry * v1r;
      entry = b[m + 4];
      i1r -= entry * v2i;
      i1i += entry * v2r;
      i2r -= entry * v1i;
      i2i += entry * v1r;
      entry = b[m + 5];
      i2r -= entry * v2i;
      i2i += entry * v2r;
      i[n] = i0r;
      i[n + 1] = i0i;
      i[n + 2] = i1r;
      i[n + 3] = i1i;
      i[n + 4] = i2r;
      i[n + 5] = i2i;
      // what feeds three phases has three, side by side
      if (anyCoupled && coupled[k]) {
        passCurrents(9 * k, n, u);
        continue;
      }
      i[u] += ratio[first] * i0r;
      i[u + 1] += ratio[first] * i0i;
      i[u + 2] += ratio[first + 1] * i1r;
      i[u + 3] += ratio[first + 1] * i1i;
      i[u + 4] += ratio[first + 2] * i2r;
      i[u + 5] += ratio[first + 2] * i2i;
    }
  }

  /**
   * The voltage of a node without current.
   *
   * @param k place of its bus in the order
   * @param n the node
   * @param part 0 for the real part, 1 for the imaginary part
   */
  double fed(int k, int n, int part) {
    int first = tree.first[k];
    return feeder.coupled[k]
        ? passed(9 * k + 3 * (n - first), 2 * tree.up[first] + part)
        : feeder.ratio[n] * x.v[2 * tree.up[n] + part];
  }

  /** A row of a ratio that couples phases times the voltages, or a part of them, that feed it. */
  private double passed(int row, int u) {
    double[] m = feeder.coupling;
    double[] v = x.v;
    return m[row] * v[u] + m[row + 1] * v[u + 2] + m[row + 2] * v[u + 4];
  }

  /** Passes currents on through a ratio that couples phases: {@code I_up += ratioᵀ · I}. */
  private void passCurrents(int at, int n, int u) {
    double[] m = feeder.coupling;
    double[] i = x.i;
    for (int column = 0; column < 3; column++) {
      for (int part = 0; part < 2; part++) {
        i[u + 2 * column + part] +=
            m[at + column] * i[n + part]
                + m[at + 3 + column] * i[n + 2 + part]
                + m[at + 6 + column] * i[n + 4 + part];
      }
    }
  }

  /** Adds what is shunt at the sources' buses: with it, currents there are what sources supply. */
  void supply() {
    for (int k = 0; k < tree.roots; k++) {
      int n = 2 * tree.first[k];
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          double shunt = feeder.b[feeder.bAt[k] + PerUnit.packed(row, column)];
          x.i[n + 2 * row] -= shunt * x.v[n + 2 * column + 1];
          x.i[n + 2 * row + 1] += shunt * x.v[n + 2 * column];
        }
      }
    }
  }

  /**
   * Turns the branches' currents into voltages.
   *
   * @return the greatest change of a voltage, squared
   */
  double forward() {
    double[] v = x.v;
    double[] i = x.i;
    double[] z = feeder.z;
    double[] ratio = feeder.ratio;
    int[] up = tree.up;
    boolean anyCoupled = feeder.anyCoupled;
    boolean[] coupled = feeder.coupled;
    double change = 0;
    for (int k = tree.roots; k < tree.threeEnd(); k++) {
      int first = tree.first[k];
      int n = 2 * first;
      int u = 2 * up[first];
      int m = feeder.zAt[k];
      double i0r = i[n];
      double i0i = i[n + 1];
      double i1r = i[n + 2];
      double i1i = i[n + 3];
      double i2r = i[n + 4];
      double i2i = i[n + 5];
      double r = z[m];
      double x = z[m + 6];
      double d0r = r * i0r - x * i0i;
      double d0i = r * i0i + x * i0r;
      r = z[m + 1];
      x = z[m + 7];
      d0r += r * i1r - x * i1i;
      d0i += r * i1i + x * i1r;
      double d1r = r * i0r - x * i0i;
      double d1i = r * i0i + x * i0r;
      r = z[m + 2];
      x = z[m + 8];
      d0r += r * i2r - x * i2i;
      d0i += r * i2i + x * i2r;
      double d2r = r * i0r - x * i0i;
      double d2i = r * i0i + x * i0r;
      r = z[m + 3];
      x = z[m + 9];
      d1r += r * i1r - x * i1i;
      d1i += r * i1i + x * i1r;
      r = z[m + 4];
      x = z[m + 10];
      d1r += r * i2r - x * i2i;
      d1i += r * i2i + x * i2r;
      d2r += r * i1r - x * i1i;
      d2i += r * i1i + x * i1r;
      r = z[m + 5];
      x = z[m + 11];
      d2r += r * i2r - x * i2i;
      d2i += r * i2i + x * i2r;
      double v0r = ratio[first] * v[u] - d0r;
      double v0i = ratio[first] * v[u + 1] - d0i;
      double v1r = ratio[first + 1] * v[u + 2] - d1r;
      double v1i = ratio[first + 1] * v[u + 3] - d1i;
      double v2r = ratio[first + 2] * v[u + 4] - d2r;
      double v2i = ratio[first + 2] * v[u + 5] - d2i;
      if (anyCoupled && coupled[k]) {
        v0r = passed(9 * k, u) - d0r;
        v0i = passed(9 * k, u + 1) - d0i;
        v1r = passed(9 * k + 3, u) - d1r;
        v1i = passed(9 * k + 3, u + 1) - d1i;
        v2r = passed(9 * k + 6, u) - d2r;
        v2i = passed(9 * k + 6, u + 1) - d2i;
      }
      change = larger(change, v0r - v[n], v0i - v[n + 1]);
      change = larger(change, v1r - v[n + 2], v1i - v[n + 3]);
      change = larger(change, v2r - v[n + 4], v2i - v[n + 5]);
      v[n] = v0r;
      v[n + 1] = v0i;
      v[n + 2] = v1r;
      v[n + 3] = v1i;
      v[n + 4] = v2r;
      v[n + 5] = v2i;
    }
    for (int k = tree.threeEnd(); k < tree.twoEnd(); k++) {
      int first = tree.first[k];
      int n = 2 * first;
      int u = 2 * up[first];
      int m = feeder.zAt[k];
      double i0r = i[n];
      double i0i = i[n + 1];
      double i1r = i[n + 2];
      double i1i = i[n + 3];
      double r = z[m];
      double x = z[m + 3];
      double d0r = r * i0r - x * i0i;
      double d0i = r * i0i + x * i0r;
      r = z[m + 1];
      x = z[m + 4];
      d0r += r * i1r - x * i1i;
      d0i += r * i1i + x * i1r;
      double d1r = r * i0r - x * i0i;
      double d1i = r * i0i + x * i0r;
      r = z[m + 2];
      x = z[m + 5];
      d1r += r * i1r - x * i1i;
      d1i += r * i1i + x * i1r;
      int w = 2 * up[first + 1];
      double v0r = ratio[first] * v[u] - d0r;
      double v0i = ratio[first] * v[u + 1] - d0i;
      double v1r = ratio[first + 1] * v[w] - d1r;
      double v1i = ratio[first + 1] * v[w + 1] - d1i;
      change = larger(change, v0r - v[n], v0i - v[n + 1]);
      change = larger(change, v1r - v[n + 2], v1i - v[n + 3]);
      v[n] = v0r;
      v[n + 1] = v0i;
      v[n + 2] = v1r;
      v[n + 3] = v1i;
    }
    for (int k = tree.twoEnd(); k < tree.buses; k++) {
      int first = tree.first[k];
      int n = 2 * first;
      int u = 2 * up[first];
      int m = feeder.zAt[k];
      double r = z[m];
      double x = z[m + 1];
      double v0r = ratio[first] * v[u] - (r * i[n] - x * i[n + 1]);
      double v0i = ratio[first] * v[u + 1] - (r * i[n + 1] + x * i[n]);
      change = larger(change, v0r - v[n], v0i - v[n + 1]);
      v[n] = v0r;
      v[n + 1] = v0i;
    }
    return change;
  }

  private static double larger(double change, double re, double im) {
    double square = re * re + im * im;
    return square > change ? square : change;
  }
}
