package powergrid.learning.nn;

import powergrid.api.random.RandomStream;

/**
 * Random orthogonal matrices, with which layers start (Saxe, McClelland and Ganguli, ICLR 2014,
 * arXiv:1312.6120): the shorter of rows and columns are orthonormal, uniformly distributed.
 */
final class Orthogonal {
  private Orthogonal() {}

  /** Fills a matrix and multiplies it by a gain. */
  static void fill(float[][] w, int inputs, double gain, RandomStream random) {
    int outputs = w.length;
    boolean wide = inputs >= outputs;
    double[][] q = orthonormal(Math.min(inputs, outputs), Math.max(inputs, outputs), random);
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        w[o][i] = (float) (gain * (wide ? q[o][i] : q[i][o]));
      }
    }
  }

  /** Gram and Schmidt's method, twice over for the digits, on normal vectors. */
  private static double[][] orthonormal(int count, int length, RandomStream random) {
    double[][] q = new double[count][length];
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < length; i++) {
        q[k][i] = random.nextGaussian();
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int before = 0; before < k; before++) {
          subtract(q[k], q[before], dot(q[k], q[before]));
        }
      }
      double norm = Math.sqrt(dot(q[k], q[k]));
      for (int i = 0; i < length; i++) {
        q[k][i] /= norm;
      }
    }
    return q;
  }

  private static void subtract(double[] from, double[] what, double times) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
