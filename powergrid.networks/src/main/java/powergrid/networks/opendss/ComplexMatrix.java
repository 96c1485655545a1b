package powergrid.networks.opendss;

/** A small square matrix of complex numbers. */
final class ComplexMatrix {
  private final double[][] re;
  private final double[][] im;

  ComplexMatrix(double[][] re, double[][] im) {
    this.re = re;
    this.im = im;
  }

  static ComplexMatrix real(double[][] re) {
    return new ComplexMatrix(re, new double[re.length][re.length]);
  }

  double[][] realPart() {
    return re;
  }

  double[][] imaginaryPart() {
    return im;
  }

  /**
   * Eliminates a conductor without voltage, {@code z_ij − z_ik z_kj / z_kk}: G. Kron, Tensorial
   * Analysis of Integrated Transmission Systems, AIEE Transactions 71, 1952.
   */
  ComplexMatrix kron(int k) {
    int n = re.length;
    double[][] r = new double[n][n];
    double[][] x = new double[n][n];
    double square = re[k][k] * re[k][k] + im[k][k] * im[k][k];
    for (int i = 0; i < n; i++) {
      double ar = (re[i][k] * re[k][k] + im[i][k] * im[k][k]) / square;
      double ai = (im[i][k] * re[k][k] - re[i][k] * im[k][k]) / square;
      for (int j = 0; j < n; j++) {
        r[i][j] = re[i][j] - (ar * re[k][j] - ai * im[k][j]);
        x[i][j] = im[i][j] - (ar * im[k][j] + ai * re[k][j]);
      }
    }
    return new ComplexMatrix(r, x).without(k);
  }

  /** Leaves a row and its column out. */
  ComplexMatrix without(int k) {
    int n = re.length - 1;
    double[][] r = new double[n][n];
    double[][] x = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        r[i][j] = re[i < k ? i : i + 1][j < k ? j : j + 1];
        x[i][j] = im[i < k ? i : i + 1][j < k ? j : j + 1];
      }
    }
    return new ComplexMatrix(r, x);
  }

  /** The inverse of a real symmetric positive definite matrix, by Gauss–Jordan elimination. */
  static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      inverse[i][i] = 1;
    }
    for (int k = 0; k < n; k++) {
      double pivot = a[k][k];
      for (int j = 0; j < n; j++) {
        a[k][j] /= pivot;
        inverse[k][j] /= pivot;
      }
      for (int i = 0; i < n; i++) {
        double factor = a[i][k];
        for (int j = 0; i != k && j < n; j++) {
          a[i][j] -= factor * a[k][j];
          inverse[i][j] -= factor * inverse[k][j];
        }
      }
    }
    return inverse;
  }
}
