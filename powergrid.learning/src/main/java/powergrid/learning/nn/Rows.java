package powergrid.learning.nn;

/**
 * Products of matrices whose rows are arrays of their own. Four rows are taken at a time, so that a
 * sum is loaded and stored once for four products.
 */
final class Rows {
  private Rows() {}

  /**
   * Adds a product: {@code y[r] += sum over k of x[r][k] w[k]}.
   *
   * @param x rows × inner
   * @param w inner × n
   * @param y rows × n, added to
   */
  static void addProduct(float[][] x, float[][] w, float[][] y, int rows, int inner, int n) {
    for (int r = 0; r < rows; r++) {
      float[] from = x[r];
      float[] to = y[r];
      int k = 0;
      for (; k + 4 <= inner; k += 4) {
        add(
            w[k],
            w[k + 1],
            w[k + 2],
            w[k + 3],
            from[k],
            from[k + 1],
            from[k + 2],
            from[k + 3],
            to,
            n);
      }
      for (; k < inner; k++) {
        add(w[k], from[k], to, n);
      }
    }
  }

  /**
   * Adds outer products: {@code g[k] += sum over r of d[r][k] x[r]}.
   *
   * @param d rows × outputs
   * @param x rows × n
   * @param g outputs × n, added to
   */
  static void addOuter(float[][] d, float[][] x, float[][] g, int rows, int outputs, int n) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      float[] d0 = d[r];
      float[] d1 = d[r + 1];
      float[] d2 = d[r + 2];
      float[] d3 = d[r + 3];
      for (int k = 0; k < outputs; k++) {
        add(x[r], x[r + 1], x[r + 2], x[r + 3], d0[k], d1[k], d2[k], d3[k], g[k], n);
      }
    }
    for (; r < rows; r++) {
      for (int k = 0; k < outputs; k++) {
        add(x[r], d[r][k], g[k], n);
      }
    }
  }

  /**
   * Adds up rows: {@code g += sum over r of d[r]}.
   *
   * @param d rows × n
   * @param g n, added to
   */
  static void addRows(float[][] d, float[] g, int rows, int n) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      add(d[r], d[r + 1], d[r + 2], d[r + 3], 1, 1, 1, 1, g, n);
    }
    for (; r < rows; r++) {
      add(d[r], 1, g, n);
    }
  }

  /** The inner product of two vectors, in four interleaved sums. */
  static float dot(float[] a, float[] b, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static void add(float[] w, float a, float[] y, int n) {
    for (int j = 0; j < n; j++) {
      y[j] += a * w[j];
    }
  }

  private static void add(
      float[] w0,
      float[] w1,
      float[] w2,
      float[] w3,
      float a0,
      float a1,
      float a2,
      float a3,
      float[] y,
      int n) {
    for (int j = 0; j < n; j++) {
      y[j] += a0 * w0[j] + a1 * w1[j] + a2 * w2[j] + a3 * w3[j];
    }
  }
}
