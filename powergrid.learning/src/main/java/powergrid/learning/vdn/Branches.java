package powergrid.learning.vdn;

import java.util.Arrays;
import powergrid.api.random.RandomStream;

/** The outputs of a network: a value for each choice or bin of each axis. */
final class Branches {
  private final int[] sizes;

  /** Whether an axis is a choice, and so has a mask. */
  private final boolean[] masked;

  private final int bins;

  /** Of axes with so many choices, 0 for continuous ones. */
  Branches(int[] choices, int bins) {
    this.bins = bins;
    sizes = Arrays.stream(choices).map(c -> c == 0 ? bins : c).toArray();
    masked = new boolean[choices.length];
    for (int axis = 0; axis < masked.length; axis++) {
      masked[axis] = choices[axis] > 0;
    }
  }

  int axes() {
    return sizes.length;
  }

  int outputs() {
    return Arrays.stream(sizes).sum();
  }

  int maskSize() {
    int sum = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      sum += masked[axis] ? sizes[axis] : 0;
    }
    return sum;
  }

  /** What a bin of a continuous axis stands for, from −1 to 1. */
  double normal(double bin) {
    return -1 + 2 * bin / (bins - 1);
  }

  /** Writes the best open entry of every axis, the first of equals. */
  void best(float[] q, byte[] mask, float[] choice) {
    int at = 0;
    int bit = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      int best = -1;
      for (int k = 0; k < sizes[axis]; k++) {
        if (open(axis, mask, bit, k) && (best < 0 || q[at + k] > q[at + best])) {
          best = k;
        }
      }
      choice[axis] = Math.max(0, best);
      at += sizes[axis];
      bit += masked[axis] ? sizes[axis] : 0;
    }
  }

  /** Replaces entries by random open ones, each axis with a probability. */
  void explore(double epsilon, byte[] mask, RandomStream random, float[] choice) {
    int bit = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (random.nextDouble() < epsilon) {
        int open = 0;
        for (int k = 0; k < sizes[axis]; k++) {
          open += open(axis, mask, bit, k) ? 1 : 0;
        }
        int left = open == 0 ? -1 : random.nextInt(open);
        for (int k = 0; k < sizes[axis] && left >= 0; k++) {
          if (open(axis, mask, bit, k) && left-- == 0) {
            choice[axis] = k;
          }
        }
      }
      bit += masked[axis] ? sizes[axis] : 0;
    }
  }

  private boolean open(int axis, byte[] mask, int bit, int k) {
    return !masked[axis] || mask[bit + k] != 0;
  }

  /** The sum over axes of what is said of some entries. */
  double value(float[] q, float[] choice) {
    double sum = 0;
    int at = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      sum += q[at + (int) choice[axis]];
      at += sizes[axis];
    }
    return sum;
  }

  /** Writes the derivatives of that sum, times a factor. */
  void chain(float factor, float[] choice, float[] d) {
    Arrays.fill(d, 0);
    int at = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      d[at + (int) choice[axis]] = factor;
      at += sizes[axis];
    }
  }
}
