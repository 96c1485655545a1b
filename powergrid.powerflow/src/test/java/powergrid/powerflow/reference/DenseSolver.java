package powergrid.powerflow.reference;

/** Gaussian elimination with partial pivoting, after rows are scaled to a largest entry of one. */
public final class DenseSolver {
  private final double[][] lu;
  private final int[] row;
  private final double[] scale;

  DenseSolver(double[][] matrix) {
    int n = matrix.length;
    lu = new double[n][];
    row = new int[n];
    scale = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] = i;
      lu[i] = matrix[i].clone();
      for (double entry : lu[i]) {
        scale[i] = Math.max(scale[i], Math.abs(entry));
      }
      for (int j = 0; j < n; j++) {
        lu[i][j] /= scale[i];
      }
    }
    for (int k = 0; k < n; k++) {
      pivot(k);
      for (int i = k + 1; i < n; i++) {
        double factor = lu[i][k] /= lu[k][k];
        for (int j = k + 1; factor != 0 && j < n; j++) {
          lu[i][j] -= factor * lu[k][j];
        }
      }
    }
  }

  private void pivot(int k) {
    int best = k;
    for (int i = k + 1; i < lu.length; i++) {
      if (Math.abs(lu[i][k]) > Math.abs(lu[best][k])) {
        best = i;
      }
    }
    double[] swapped = lu[k];
    lu[k] = lu[best];
    lu[best] = swapped;
    int index = row[k];
    row[k] = row[best];
    row[best] = index;
  }

  double[] solve(double[] b) {
    int n = lu.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = b[row[i]] / scale[row[i]];
      for (int j = 0; j < i; j++) {
        x[i] -= lu[i][j] * x[j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= lu[i][j] * x[j];
      }
      x[i] /= lu[i][i];
    }
    return x;
  }
}
