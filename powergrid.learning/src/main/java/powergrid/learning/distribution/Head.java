package powergrid.learning.distribution;

import java.util.Arrays;

/**
 * The shape of a distribution: its axes in order, each continuous or a choice. A raw sample has a
 * number an axis, a mask a byte for every choice of every choice axis.
 */
public final class Head {
  /** Of each axis, 0 where it is continuous. */
  private final int[] choices;

  private final boolean squashed;
  private final int outputs;
  private final int continuous;
  private final int maskSize;

  /**
   * A shape.
   *
   * @param choices of each axis in order; 0 for a continuous one
   * @param squashed whether continuous samples are squashed by tanh, rather than clamped
   */
  public Head(int[] choices, boolean squashed) {
    this.choices = choices.clone();
    this.squashed = squashed;
    continuous = (int) Arrays.stream(choices).filter(c -> c == 0).count();
    maskSize = Arrays.stream(choices).sum();
    outputs = continuous + maskSize;
  }

  /**
   * How many numbers a network puts out for it.
   *
   * @return one a continuous axis and one a choice
   */
  public int outputs() {
    return outputs;
  }

  /**
   * How many numbers a raw sample has.
   *
   * @return one an axis
   */
  public int axes() {
    return choices.length;
  }

  /**
   * How many axes are continuous.
   *
   * @return a count
   */
  public int continuous() {
    return continuous;
  }

  /**
   * How many bytes a mask has.
   *
   * @return all choices of all axes
   */
  public int maskSize() {
    return maskSize;
  }

  /**
   * The choices of an axis.
   *
   * @param axis from 0
   * @return how many; 0 where it is continuous
   */
  public int choices(int axis) {
    return choices[axis];
  }

  /**
   * Whether continuous samples are squashed.
   *
   * @return false where they are clamped
   */
  public boolean squashed() {
    return squashed;
  }

  /**
   * What a raw number of a continuous axis stands for.
   *
   * @param raw as sampled
   * @return from −1 to 1
   */
  public double normal(double raw) {
    return squashed ? StrictMath.tanh(raw) : Math.max(-1, Math.min(1, raw));
  }

  /**
   * Whether a raw sample stands for less than it says, because it is beyond bounds.
   *
   * @param raw the sample
   * @param present which axes count
   * @return false where samples are squashed
   */
  public boolean beyond(float[] raw, boolean[] present) {
    for (int axis = 0; axis < choices.length && !squashed; axis++) {
      if (choices[axis] == 0 && present[axis] && Math.abs(raw[axis]) > 1) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes the likeliest raw sample: means, and of each choice axis the open choice of the largest
   * logit, the first of equals.
   *
   * @param output of the network
   * @param mask which choices are open
   * @param raw written
   */
  public void mode(float[] output, byte[] mask, float[] raw) {
    int at = 0;
    int bit = 0;
    for (int axis = 0; axis < choices.length; axis++) {
      int n = choices[axis];
      if (n == 0) {
        raw[axis] = output[at++];
      } else {
        boolean all = Categorical.noneOpen(mask, bit, n);
        int best = -1;
        for (int k = 0; k < n; k++) {
          boolean open = all || mask[bit + k] != 0;
          if (open && (best < 0 || output[at + k] > output[at + best])) {
            best = k;
          }
        }
        raw[axis] = best;
        at += n;
        bit += n;
      }
    }
  }
}
