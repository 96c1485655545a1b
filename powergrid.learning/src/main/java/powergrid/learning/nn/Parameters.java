package powergrid.learning.nn;

import java.util.Arrays;

/** Arrays of numbers that are learnt, or their gradients: of any count and lengths. */
public final class Parameters {
  private final float[][] arrays;

  /**
   * Arrays of zeros.
   *
   * @param lengths of each
   */
  public Parameters(int... lengths) {
    arrays = new float[lengths.length][];
    for (int i = 0; i < lengths.length; i++) {
      arrays[i] = new float[lengths[i]];
    }
  }

  private Parameters(float[][] arrays) {
    this.arrays = arrays;
  }

  /**
   * All arrays of some as one; what is written to one is written to the other.
   *
   * @param parts in order
   * @return a view
   */
  public static Parameters all(Parameters... parts) {
    return new Parameters(
        Arrays.stream(parts).flatMap(p -> Arrays.stream(p.arrays)).toArray(float[][]::new));
  }

  /**
   * The first arrays of these; what is written to one is written to the other.
   *
   * @param many arrays
   * @return a view
   */
  public Parameters first(int many) {
    return new Parameters(Arrays.copyOf(arrays, many));
  }

  /**
   * Zeros of the same shape.
   *
   * @return new ones
   */
  public Parameters zeros() {
    return new Parameters(Arrays.stream(arrays).mapToInt(a -> a.length).toArray());
  }

  /**
   * How many arrays there are.
   *
   * @return a count
   */
  public int count() {
    return arrays.length;
  }

  /**
   * An array.
   *
   * @param i which
   * @return it, to be read and written
   */
  public float[] array(int i) {
    return arrays[i];
  }

  /** Rows that follow each other. */
  float[][] rows(int from, int count) {
    return Arrays.copyOfRange(arrays, from, from + count);
  }

  /** Sets all to zero. */
  public void clear() {
    for (float[] array : arrays) {
      Arrays.fill(array, 0);
    }
  }

  /**
   * Takes the numbers of others.
   *
   * @param other of the same shape
   */
  public void set(Parameters other) {
    for (int i = 0; i < arrays.length; i++) {
      System.arraycopy(other.arrays[i], 0, arrays[i], 0, arrays[i].length);
    }
  }

  /**
   * Adds others.
   *
   * @param other of the same shape
   */
  public void add(Parameters other) {
    for (int i = 0; i < arrays.length; i++) {
      float[] to = arrays[i];
      float[] from = other.arrays[i];
      for (int j = 0; j < to.length; j++) {
        to[j] += from[j];
      }
    }
  }

  /**
   * Adds a multiple of the difference of others to their first arrays: the gradient of {@code
   * factor / 2 · ‖x − y‖²} with respect to x.
   *
   * @param factor µ
   * @param x no more arrays than these, of the same lengths
   * @param y of the shape of x
   */
  public void addDifference(double factor, Parameters x, Parameters y) {
    float by = (float) factor;
    for (int i = 0; i < x.arrays.length; i++) {
      float[] to = arrays[i];
      float[] here = x.arrays[i];
      float[] there = y.arrays[i];
      for (int j = 0; j < to.length; j++) {
        to[j] += by * (here[j] - there[j]);
      }
    }
  }

  /**
   * Scales them to a norm where theirs is larger.
   *
   * @param greatest Euclidean norm of all together
   * @return the norm before
   */
  public double clip(double greatest) {
    double norm = norm();
    if (norm > greatest) {
      float scale = (float) (greatest / norm);
      for (float[] array : arrays) {
        for (int j = 0; j < array.length; j++) {
          array[j] *= scale;
        }
      }
    }
    return norm;
  }

  private double norm() {
    double sum = 0;
    for (float[] array : arrays) {
      sum += Rows.dot(array, array, array.length);
    }
    return Math.sqrt(sum);
  }

  /**
   * All numbers one behind the other.
   *
   * @return a copy
   */
  public float[] flat() {
    float[] flat = new float[Arrays.stream(arrays).mapToInt(a -> a.length).sum()];
    int at = 0;
    for (float[] array : arrays) {
      System.arraycopy(array, 0, flat, at, array.length);
      at += array.length;
    }
    return flat;
  }

  /**
   * Takes numbers that were one behind the other.
   *
   * @param flat as from {@link #flat}
   * @throws IllegalArgumentException if their number does not fit
   */
  public void flat(float[] flat) {
    int length = Arrays.stream(arrays).mapToInt(a -> a.length).sum();
    if (flat.length != length) {
      throw new IllegalArgumentException(flat.length + " numbers where " + length + " belong");
    }
    int at = 0;
    for (float[] array : arrays) {
      System.arraycopy(flat, at, array, 0, array.length);
      at += array.length;
    }
  }
}
