package powergrid.powerflow.sweep;

/** Inverts small dense matrices in place: Gauss–Jordan elimination with partial pivoting. */
final class SmallInverse {
  private static final double SINGULAR = 1e-9;

  private final int stride;
  private final double[] work;

  /** The matrix, row by row. */
  final double[] matrix;

  SmallInverse(int stride) {
    this.stride = stride;
    matrix = new double[stride * stride];
    work = new double[stride * stride];
  }

  /**
   * Replaces the first rows and columns by their inverse.
   *
   * @param n how many
   * @return false if they have none to speak of; the matrix is then of no use
   */
  boolean invert(int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        work[i * stride + j] = i == j ? 1 : 0;
      }
    }
    for (int k = 0; k < n; k++) {
      swap(k, pivot(k, n), n);
      double pivot = matrix[k * stride + k];
      if (!(Math.abs(pivot) > SINGULAR) || Double.isInfinite(pivot)) {
        return false;
      }
      for (int j = 0; j < n; j++) {
        matrix[k * stride + j] /= pivot;
        work[k * stride + j] /= pivot;
      }
      for (int i = 0; i < n; i++) {
        double factor = i == k ? 0 : matrix[i * stride + k];
        for (int j = 0; j < n; j++) {
          matrix[i * stride + j] -= factor * matrix[k * stride + j];
          work[i * stride + j] -= factor * work[k * stride + j];
        }
      }
    }
    System.arraycopy(work, 0, matrix, 0, n * stride);
    return true;
  }

  private int pivot(int k, int n) {
    int best = k;
    for (int i = k + 1; i < n; i++) {
      if (Math.abs(matrix[i * stride + k]) > Math.abs(matrix[best * stride + k])) {
        best = i;
      }
    }
    return best;
  }

  private void swap(int a, int b, int n) {
    for (int j = 0; j < n; j++) {
      double held = matrix[a * stride + j];
      matrix[a * stride + j] = matrix[b * stride + j];
      matrix[b * stride + j] = held;
      held = work[a * stride + j];
      work[a * stride + j] = work[b * stride + j];
      work[b * stride + j] = held;
    }
  }
}
