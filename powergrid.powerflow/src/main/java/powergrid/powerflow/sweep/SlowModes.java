package powergrid.powerflow.sweep;

import java.util.Arrays;

/**
 * Makes sweeps converge faster: G. M. Shroff, H. B. Keller, Stabilization of unstable procedures:
 * the recursive projection method, SIAM Journal on Numerical Analysis 30(4), 1993. An error e of
 * the voltages becomes {@code M·e} by a sweep, and all that is slow about that lies in a few modes:
 * each phase of all the feeder too high, or its far end. On the space of those modes, with the
 * columns of an orthonormal Q for a basis, the iteration is Newton's, and as it is elsewhere: a
 * sweep that changed the voltages by d is followed by {@code V += Q·((1 − s·H)⁻¹ − 1)·Qᵀd} with
 * {@code H = QᵀMQ}. Q and H belong to the network's nominal loads; s is how much of them there is.
 *
 * <p>{@code Qᵀd} is not formed from all of d but fitted, by least squares, to what d is at the few
 * nodes that tell the modes apart best: M. Barrault et al., An "empirical interpolation" method,
 * Comptes Rendus Mathématique 339(9), 2004, with more nodes than modes.
 */
final class SlowModes {
  /** How many modes. */
  private static final int MODES = 8;

  /** At how many nodes voltages are looked at: two numbers each. */
  private static final int NODES = 2 * MODES;

  private static final int SAMPLES = 2 * NODES;

  /** Sweeps for which the basis is iterated until it is that of the slowest modes. */
  private static final int ROUNDS = 5;

  /** A change of the voltages, pu, all nodes together, by which M is found. */
  private static final double STEP = 1e-4;

  /** Loads are told apart by quarters of the nominal, from −2 to 3 times it. */
  private static final int QUARTERS = 4;

  private static final int LEAST = -2 * QUARTERS;
  private static final int LEVELS = 5 * QUARTERS + 1;

  private final Ladder ladder;
  private final double[][] q;
  private final double[][] mq;
  private final double[] reference;
  private final double[] swept;
  private final double[] h = new double[MODES * MODES];
  private final double[] fit = new double[MODES * SAMPLES];
  private final double[][] gain = new double[LEVELS][MODES * SAMPLES];
  private final boolean[] known = new boolean[LEVELS];
  private final double[] greatest = new double[MODES];
  private final int[] sample = new int[SAMPLES];
  private final double[] before = new double[SAMPLES];
  private final double[] z = new double[MODES];
  private final SmallInverse inverse = new SmallInverse(MODES);
  private int start;
  private int end;
  private int modes;
  private int samples;
  private double[] now = gain[0];

  SlowModes(Ladder ladder, int places) {
    this.ladder = ladder;
    q = new double[MODES][2 * places];
    mq = new double[MODES][2 * places];
    reference = new double[2 * places];
    swept = new double[2 * places];
  }

  /**
   * Finds the modes about the voltages that the ladder has, for the loads that it has.
   *
   * @param from the first node whose voltage is not given
   * @param to the node after the last one
   */
  void find(int from, int to) {
    start = 2 * from;
    end = 2 * to;
    modes = Math.min(MODES, end - start);
    samples = Math.min(SAMPLES, end - start);
    System.arraycopy(ladder.x.v, 0, reference, 0, end);
    for (int k = 0; k < MODES; k++) {
      Arrays.fill(q[k], 0);
      for (int j = start; k < modes && j < end; j++) {
        q[k][j] = scattered(k * (end - start) + j);
      }
    }
    ladder.sweep();
    System.arraycopy(ladder.x.v, 0, swept, 0, end);
    for (int round = 1; round < ROUNDS; round++) {
      orthonormalise();
      multiply();
      for (int k = 0; k < modes; k++) {
        System.arraycopy(mq[k], start, q[k], start, end - start);
      }
    }
    orthonormalise();
    orthonormalise(); // what the first time left of the modes before
    multiply();
    System.arraycopy(reference, 0, ladder.x.v, 0, end);
    for (int row = 0; row < modes; row++) {
      for (int column = 0; column < modes; column++) {
        h[row * MODES + column] = dot(q[row], mq[column]);
      }
    }
    chooseSamples();
    fit();
    Arrays.fill(known, false);
  }

  /** A number from −1 to 1 that looks random: where the iteration of the basis starts. */
  private static double scattered(int i) {
    long bits = (i + 1) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 29)) * 0xBF58476D1CE4E5B9L;
    return 0x1p-63 * (bits ^ (bits >>> 32));
  }

  private void orthonormalise() {
    for (int k = 0; k < modes; k++) {
      for (int l = 0; l < k; l++) {
        addTo(q[k], -dot(q[k], q[l]), q[l]);
      }
      double length = Math.sqrt(dot(q[k], q[k]));
      for (int j = start; j < end; j++) {
        q[k][j] = length > Double.MIN_NORMAL ? q[k][j] / length : 0;
      }
    }
  }

  /** {@code mq = M·q}, by sweeps from beside the reference. */
  private void multiply() {
    double[] v = ladder.x.v;
    for (int k = 0; k < modes; k++) {
      System.arraycopy(reference, 0, v, 0, end);
      addTo(v, STEP, q[k]);
      ladder.sweep();
      for (int j = start; j < end; j++) {
        mq[k][j] = (v[j] - swept[j]) / STEP;
      }
    }
  }

  private double dot(double[] a, double[] b) {
    double sumRe = 0;
    double sumIm = 0;
    for (int j = start; j < end; j += 2) {
      sumRe += a[j] * b[j];
      sumIm += a[j + 1] * b[j + 1];
    }
    return sumRe + sumIm;
  }

  private void addTo(double[] a, double factor, double[] b) {
    for (int j = start; j < end; j++) {
      a[j] += factor * b[j];
    }
  }

  /** The node at which most is left of the modes, once what the nodes before told is taken out. */
  private void chooseSamples() {
    Arrays.fill(sample, 0);
    for (int count = 0; count < samples; count += 2) {
      if (count % MODES == 0) { // as many numbers as modes: nothing is left of them
        for (int k = 0; k < modes; k++) {
          System.arraycopy(q[k], start, mq[k], start, end - start);
        }
      }
      int best = start;
      double most = -1;
      for (int j = start; j < end; j += 2) {
        double left = left(j) + left(j + 1);
        if (left > most && !chosen(j, count)) {
          most = left;
          best = j;
        }
      }
      for (int part = 0; part < 2; part++) {
        sample[count + part] = best + part;
        takeOut(best + part);
      }
    }
  }

  private boolean chosen(int j, int count) {
    for (int s = 0; s < count; s += 2) {
      if (sample[s] == j) {
        return true;
      }
    }
    return false;
  }

  private double left(int j) {
    double square = 0;
    for (int k = 0; k < modes; k++) {
      square += mq[k][j] * mq[k][j];
    }
    return square;
  }

  private void takeOut(int j) {
    double square = left(j);
    if (square < Double.MIN_NORMAL) {
      return;
    }
    for (int k = 0; k < modes; k++) {
      z[k] = mq[k][j];
    }
    for (int i = start; i < end; i++) {
      double along = 0;
      for (int k = 0; k < modes; k++) {
        along += mq[k][i] * z[k];
      }
      for (int k = 0; k < modes; k++) {
        mq[k][i] -= along / square * z[k];
      }
    }
  }

  /** {@code fit = (QₛᵀQₛ)⁻¹Qₛᵀ}, of the rows that are sampled. */
  private void fit() {
    double[] a = inverse.matrix;
    for (int row = 0; row < modes; row++) {
      greatest[row] = 0;
      for (int j = start; j < end; j += 2) {
        greatest[row] = Math.max(greatest[row], Math.hypot(q[row][j], q[row][j + 1]));
      }
      for (int column = 0; column < modes; column++) {
        double sum = 0;
        for (int s = 0; s < samples; s++) {
          sum += q[row][sample[s]] * q[column][sample[s]];
        }
        // a mode that is zero, where there are fewer, has no share in anything
        a[row * MODES + column] = row == column && sum == 0 ? 1 : sum;
      }
    }
    Arrays.fill(fit, 0);
    if (!inverse.invert(modes)) {
      modes = 0;
    }
    for (int k = 0; k < modes; k++) {
      for (int s = 0; s < samples; s++) {
        for (int l = 0; l < modes; l++) {
          fit[k * SAMPLES + s] += a[k * MODES + l] * q[l][sample[s]];
        }
      }
    }
  }

  /**
   * Says how much load there is.
   *
   * @param share power drawn over nominal load; not a number for none
   */
  void load(double share) {
    double place = Math.rint(QUARTERS * share) - LEAST;
    int level = place >= 0 ? (int) Math.min(place, LEVELS - 1) : 0;
    if (!known[level]) {
      gain(level);
      known[level] = true;
    }
    now = gain[level];
  }

  /** {@code gain = ((1 − s·H)⁻¹ − 1)·fit}; zero where that does not exist. */
  private void gain(int level) {
    double[] a = inverse.matrix;
    double s = (double) (level + LEAST) / QUARTERS;
    for (int row = 0; row < modes; row++) {
      for (int column = 0; column < modes; column++) {
        a[row * MODES + column] = (row == column ? 1 : 0) - s * h[row * MODES + column];
      }
    }
    boolean exists = inverse.invert(modes);
    Arrays.fill(gain[level], 0);
    for (int k = 0; k < modes && exists; k++) {
      for (int l = 0; l < modes; l++) {
        double factor = a[k * MODES + l] - (k == l ? 1 : 0);
        for (int j = 0; j < samples; j++) {
          gain[level][j * MODES + k] += factor * fit[l * SAMPLES + j];
        }
      }
    }
  }

  /** Looks at the voltages before a sweep. */
  void look() {
    double[] v = ladder.x.v;
    for (int s = 0; s < SAMPLES; s++) {
      before[s] = v[sample[s]];
    }
  }

  /**
   * Looks at them after it.
   *
   * @return about how far, at most, the slow modes are still from where they will end; squared
   */
  double left() {
    double[] v = ladder.x.v;
    double[] g = now;
    double z0 = 0;
    double z1 = 0;
    double z2 = 0;
    double z3 = 0;
    double z4 = 0;
    double z5 = 0;
    double z6 = 0;
    double z7 = 0;
    for (int s = 0; s < SAMPLES; s++) {
      double d = v[sample[s]] - before[s];
      int at = s * MODES;
      z0 += g[at] * d;
      z1 += g[at + 1] * d;
      z2 += g[at + 2] * d;
      z3 += g[at + 3] * d;
      z4 += g[at + 4] * d;
      z5 += g[at + 5] * d;
      z6 += g[at + 6] * d;
      z7 += g[at + 7] * d;
    }
    z[0] = z0;
    z[1] = z1;
    z[2] = z2;
    z[3] = z3;
    z[4] = z4;
    z[5] = z5;
    z[6] = z6;
    z[7] = z7;
    double far = 0;
    for (int k = 0; k < MODES; k++) {
      far += Math.abs(z[k]) * greatest[k];
    }
    return far * far;
  }

  /** Moves the voltages to where the slow modes will end. */
  void correct() {
    double[] v = ladder.x.v;
    add(v, z[0], q[0], z[1], q[1], z[2], q[2], z[3], q[3]);
    add(v, z[4], q[4], z[5], q[5], z[6], q[6], z[7], q[7]);
  }

  private void add(
      double[] v,
      double a,
      double[] p,
      double b,
      double[] q,
      double c,
      double[] r,
      double d,
      double[] s) {
    for (int j = start; j < end; j++) {
      v[j] += (a * p[j] + b * q[j]) + (c * r[j] + d * s[j]);
    }
  }
}
