package powergrid.learning.distribution;

import powergrid.api.random.RandomStream;

/** A distribution over choices by logits, some of which may be closed; of one thread. */
final class Categorical {
  private double[] p = {};
  private double[] log = {};
  private int n;
  private double entropy;

  /** Whether a mask leaves nothing to choose: then everything is open. */
  static boolean noneOpen(byte[] mask, int from, int n) {
    for (int k = 0; k < n; k++) {
      if (mask[from + k] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Takes logits and a mask from where they start. */
  void set(float[] logits, int at, byte[] mask, int bit, int choices) {
    n = choices;
    if (p.length < n) {
      p = new double[n];
      log = new double[n];
    }
    boolean all = noneOpen(mask, bit, n);
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < n; k++) {
      if (all || mask[bit + k] != 0) {
        largest = Math.max(largest, logits[at + k]);
      }
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      p[k] = all || mask[bit + k] != 0 ? StrictMath.exp(logits[at + k] - largest) : 0;
      sum += p[k];
    }
    double logSum = StrictMath.log(sum);
    entropy = 0;
    for (int k = 0; k < n; k++) {
      p[k] /= sum;
      log[k] = logits[at + k] - largest - logSum;
      entropy -= p[k] > 0 ? p[k] * log[k] : 0;
    }
  }

  double logProbability(int choice) {
    return p[choice] > 0 ? log[choice] : Double.NEGATIVE_INFINITY;
  }

  double entropy() {
    return entropy;
  }

  int sample(RandomStream random) {
    double u = random.nextDouble();
    int last = 0;
    for (int k = 0; k < n; k++) {
      if (p[k] > 0) {
        last = k;
        u -= p[k];
        if (u < 0) {
          return k;
        }
      }
    }
    return last; // what rounding left over
  }

  /** Adds derivatives with respect to the logits, of log-probability and entropy. */
  void chain(int choice, double dLogProbability, double dEntropy, float[] d, int at) {
    for (int k = 0; k < n; k++) {
      double slope = dLogProbability * ((k == choice ? 1 : 0) - p[k]);
      if (p[k] > 0) {
        slope -= dEntropy * p[k] * (log[k] + entropy);
      }
      d[at + k] += (float) slope;
    }
  }
}
