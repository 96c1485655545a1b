package powergrid.powerflow;

/**
 * The two halves of an iteration of the ladder method: W. H. Kersting, Distribution System Modeling
 * and Analysis, chapter 10; D. Shirmohammadi et al., A compensation-based power flow method for
 * weakly meshed distribution and transmission networks, IEEE Transactions on Power Systems 3(2),
 * 1988. Backward, from the leaves: {@code I_node = I_load + jB·V + Σ ratio·I_fed}. Forward, from
 * the sources: {@code V_node = ratio·V_up − Z·I_node}. One loop for each number of phases, so that
 * the matrices stay in registers.
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
    for (int run = tree.runs - 1; run > 0; run--) {
      int start = tree.runStart[run];
      int buses = tree.runStart[run + 1] - start;
      int node = tree.firstNode(start);
      switch (tree.runPhases[run]) {
        case 3 -> backward3(node, buses, feeder.runB[run]);
        case 2 -> backward2(node, buses, feeder.runB[run]);
        default -> backward1(node, buses, feeder.runB[run]);
      }
    }
    sources();
  }

  /**
   * Turns the branches' currents into voltages.
   *
   * @return the greatest change of a voltage, squared
   */
  double forward() {
    double change = 0;
    for (int run = 1; run < tree.runs; run++) {
      int start = tree.runStart[run];
      int buses = tree.runStart[run + 1] - start;
      int node = tree.firstNode(start);
      int z = feeder.runZ[run];
      int phases = tree.runPhases[run];
      double largest;
      if (tree.runIdeal[run]) {
        largest = forwardIdeal(node, phases * buses);
      } else {
        largest =
            switch (phases) {
              case 3 -> forward3(node, buses, z);
              case 2 -> forward2(node, buses, z);
              default -> forward1(node, buses, z);
            };
      }
      change = Math.max(change, largest);
    }
    return change;
  }

  private void backward3(int first, int buses, int bAt) {
    double[] vr = x.vr;
    double[] vi = x.vi;
    double[] ir = x.ir;
    double[] ii = x.ii;
    double[] b = feeder.b;
    double[] ratio = feeder.ratio;
    int[] up = tree.up;
    for (int k = buses - 1; k >= 0; k--) {
      int n = first + 3 * k;
      int m = bAt + 6 * k;
      int u = up[n];
      double v0r = vr[n];
      double v1r = vr[n + 1];
      double v2r = vr[n + 2];
      double v0i = vi[n];
      double v1i = vi[n + 1];
      double v2i = vi[n + 2];
      double i0r = ir[n] - b[m] * v0i - b[m + 1] * v1i - b[m + 2] * v2i;
      double i1r = ir[n + 1] - b[m + 1] * v0i - b[m + 3] * v1i - b[m + 4] * v2i;
      double i2r = ir[n + 2] - b[m + 2] * v0i - b[m + 4] * v1i - b[m + 5] * v2i;
      double i0i = ii[n] + b[m] * v0r + b[m + 1] * v1r + b[m + 2] * v2r;
      double i1i = ii[n + 1] + b[m + 1] * v0r + b[m + 3] * v1r + b[m + 4] * v2r;
      double i2i = ii[n + 2] + b[m + 2] * v0r + b[m + 4] * v1r + b[m + 5] * v2r;
      ir[n] = i0r;
      ir[n + 1] = i1r;
      ir[n + 2] = i2r;
      ii[n] = i0i;
      ii[n + 1] = i1i;
      ii[n + 2] = i2i;
      ir[u] += ratio[n] * i0r;
      ir[u + 1] += ratio[n + 1] * i1r;
      ir[u + 2] += ratio[n + 2] * i2r;
      ii[u] += ratio[n] * i0i;
      ii[u + 1] += ratio[n + 1] * i1i;
      ii[u + 2] += ratio[n + 2] * i2i;
    }
  }

  private void backward2(int first, int buses, int bAt) {
    double[] vr = x.vr;
    double[] vi = x.vi;
    double[] ir = x.ir;
    double[] ii = x.ii;
    double[] b = feeder.b;
    double[] ratio = feeder.ratio;
    int[] up = tree.up;
    for (int k = buses - 1; k >= 0; k--) {
      int n = first + 2 * k;
      int m = bAt + 3 * k;
      int u = up[n];
      int w = up[n + 1];
      double i0r = ir[n] - b[m] * vi[n] - b[m + 1] * vi[n + 1];
      double i1r = ir[n + 1] - b[m + 1] * vi[n] - b[m + 2] * vi[n + 1];
      double i0i = ii[n] + b[m] * vr[n] + b[m + 1] * vr[n + 1];
      double i1i = ii[n + 1] + b[m + 1] * vr[n] + b[m + 2] * vr[n + 1];
      ir[n] = i0r;
      ir[n + 1] = i1r;
      ii[n] = i0i;
      ii[n + 1] = i1i;
      ir[u] += ratio[n] * i0r;
      ir[w] += ratio[n + 1] * i1r;
      ii[u] += ratio[n] * i0i;
      ii[w] += ratio[n + 1] * i1i;
    }
  }

  private void backward1(int first, int buses, int bAt) {
    for (int k = buses - 1; k >= 0; k--) {
      int n = first + k;
      int u = tree.up[n];
      double b = feeder.b[bAt + k];
      double i0r = x.ir[n] - b * x.vi[n];
      double i0i = x.ii[n] + b * x.vr[n];
      x.ir[n] = i0r;
      x.ii[n] = i0i;
      x.ir[u] += feeder.ratio[n] * i0r;
      x.ii[u] += feeder.ratio[n] * i0i;
    }
  }

  /** The sources' buses are fed by nothing: what is left there is what the sources supply. */
  private void sources() {
    double[] b = feeder.b;
    for (int n = 0; n < tree.sourceNodes(); n += 3) {
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          double shunt = b[2 * n + PerUnit.PACKED[row][column]];
          x.ir[n + row] -= shunt * x.vi[n + column];
          x.ii[n + row] += shunt * x.vr[n + column];
        }
      }
    }
  }

  private double forward3(int first, int buses, int zAt) {
    double[] vr = x.vr;
    double[] vi = x.vi;
    double[] ir = x.ir;
    double[] ii = x.ii;
    double[] z = feeder.z;
    double[] ratio = feeder.ratio;
    int[] up = tree.up;
    double change = 0;
    for (int k = 0; k < buses; k++) {
      int n = first + 3 * k;
      int m = zAt + 12 * k;
      int u = up[n];
      double i0r = ir[n];
      double i1r = ir[n + 1];
      double i2r = ir[n + 2];
      double i0i = ii[n];
      double i1i = ii[n + 1];
      double i2i = ii[n + 2];
      double v0r =
          ratio[n] * vr[u]
              - (z[m] * i0r + z[m + 1] * i1r + z[m + 2] * i2r)
              + (z[m + 6] * i0i + z[m + 7] * i1i + z[m + 8] * i2i);
      double v0i =
          ratio[n] * vi[u]
              - (z[m] * i0i + z[m + 1] * i1i + z[m + 2] * i2i)
              - (z[m + 6] * i0r + z[m + 7] * i1r + z[m + 8] * i2r);
      double v1r =
          ratio[n + 1] * vr[u + 1]
              - (z[m + 1] * i0r + z[m + 3] * i1r + z[m + 4] * i2r)
              + (z[m + 7] * i0i + z[m + 9] * i1i + z[m + 10] * i2i);
      double v1i =
          ratio[n + 1] * vi[u + 1]
              - (z[m + 1] * i0i + z[m + 3] * i1i + z[m + 4] * i2i)
              - (z[m + 7] * i0r + z[m + 9] * i1r + z[m + 10] * i2r);
      double v2r =
          ratio[n + 2] * vr[u + 2]
              - (z[m + 2] * i0r + z[m + 4] * i1r + z[m + 5] * i2r)
              + (z[m + 8] * i0i + z[m + 10] * i1i + z[m + 11] * i2i);
      double v2i =
          ratio[n + 2] * vi[u + 2]
              - (z[m + 2] * i0i + z[m + 4] * i1i + z[m + 5] * i2i)
              - (z[m + 8] * i0r + z[m + 10] * i1r + z[m + 11] * i2r);
      change = larger(change, v0r - vr[n], v0i - vi[n]);
      change = larger(change, v1r - vr[n + 1], v1i - vi[n + 1]);
      change = larger(change, v2r - vr[n + 2], v2i - vi[n + 2]);
      vr[n] = v0r;
      vr[n + 1] = v1r;
      vr[n + 2] = v2r;
      vi[n] = v0i;
      vi[n + 1] = v1i;
      vi[n + 2] = v2i;
    }
    return change;
  }

  private double forward2(int first, int buses, int zAt) {
    double[] vr = x.vr;
    double[] vi = x.vi;
    double[] ir = x.ir;
    double[] ii = x.ii;
    double[] z = feeder.z;
    double[] ratio = feeder.ratio;
    int[] up = tree.up;
    double change = 0;
    for (int k = 0; k < buses; k++) {
      int n = first + 2 * k;
      int m = zAt + 6 * k;
      int u = up[n];
      int w = up[n + 1];
      double i0r = ir[n];
      double i1r = ir[n + 1];
      double i0i = ii[n];
      double i1i = ii[n + 1];
      double v0r =
          ratio[n] * vr[u] - (z[m] * i0r + z[m + 1] * i1r) + (z[m + 3] * i0i + z[m + 4] * i1i);
      double v0i =
          ratio[n] * vi[u] - (z[m] * i0i + z[m + 1] * i1i) - (z[m + 3] * i0r + z[m + 4] * i1r);
      double v1r =
          ratio[n + 1] * vr[w] - (z[m + 1] * i0r + z[m + 2] * i1r) + (z[m + 4] * i0i + z[m + 5] * i1i);
      double v1i =
          ratio[n + 1] * vi[w] - (z[m + 1] * i0i + z[m + 2] * i1i) - (z[m + 4] * i0r + z[m + 5] * i1r);
      change = larger(change, v0r - vr[n], v0i - vi[n]);
      change = larger(change, v1r - vr[n + 1], v1i - vi[n + 1]);
      vr[n] = v0r;
      vr[n + 1] = v1r;
      vi[n] = v0i;
      vi[n + 1] = v1i;
    }
    return change;
  }

  private double forward1(int first, int buses, int zAt) {
    double change = 0;
    for (int k = 0; k < buses; k++) {
      int n = first + k;
      int u = tree.up[n];
      double r = feeder.z[zAt + 2 * k];
      double reactance = feeder.z[zAt + 2 * k + 1];
      double v0r = feeder.ratio[n] * x.vr[u] - r * x.ir[n] + reactance * x.ii[n];
      double v0i = feeder.ratio[n] * x.vi[u] - r * x.ii[n] - reactance * x.ir[n];
      change = larger(change, v0r - x.vr[n], v0i - x.vi[n]);
      x.vr[n] = v0r;
      x.vi[n] = v0i;
    }
    return change;
  }

  private double forwardIdeal(int first, int count) {
    double change = 0;
    for (int n = first; n < first + count; n++) {
      int u = tree.up[n];
      double v0r = feeder.ratio[n] * x.vr[u];
      double v0i = feeder.ratio[n] * x.vi[u];
      change = larger(change, v0r - x.vr[n], v0i - x.vi[n]);
      x.vr[n] = v0r;
      x.vi[n] = v0i;
    }
    return change;
  }

  private static double larger(double change, double re, double im) {
    double square = re * re + im * im;
    return square > change ? square : change;
  }
}
