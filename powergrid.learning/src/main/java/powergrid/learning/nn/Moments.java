package powergrid.learning.nn;

import java.util.Arrays;
import powergrid.api.learning.Tensors;

/**
 * Running means and variances of several quantities, by which they are normalised. Groups of
 * numbers are merged as in Chan, Golub and LeVeque (COMPSTAT 1982), so that nothing is lost where
 * means are large. What others have seen can be told, and counts too, but is kept apart, so that it
 * can be told anew.
 */
public final class Moments {
  /** What a normalised number is held within: one outlier must not rule a network. */
  private static final float GREATEST = 10;

  /** Added to variances: a quantity that does not vary is no reason to divide by zero. */
  private static final double EPSILON = 1e-8;

  private final int size;
  private final double memory;

  /** Count, means and sums of squared deviations of what was seen here. */
  private final double[] own;

  /** The same of what others have seen. */
  private final double[] others;

  /** The same of both. */
  private final double[] all;

  /** The same of the numbers that are being taken in. */
  private final double[] group;

  private final float[] shift;
  private final float[] scale;

  /**
   * Of nothing yet: normalising changes nothing.
   *
   * @param size how many quantities
   */
  public Moments(int size) {
    this(size, Double.POSITIVE_INFINITY);
  }

  /**
   * Of nothing yet; what was long ago counts less and less.
   *
   * @param size how many quantities
   * @param memory how many numbers those before a group count for at most
   */
  public Moments(int size, double memory) {
    this.size = size;
    this.memory = memory;
    own = new double[1 + 2 * size];
    others = new double[own.length];
    all = new double[own.length];
    group = new double[own.length];
    shift = new float[size];
    scale = new float[size];
    refresh();
  }

  /**
   * Takes a group of numbers in.
   *
   * @param rows each from its start one of every quantity
   * @param count how many rows
   */
  public void add(float[][] rows, int count) {
    Arrays.fill(group, 0);
    group[0] = count;
    for (int r = 0; r < count; r++) { // Welford (Technometrics 4, 1962)
      double share = 1.0 / (r + 1);
      for (int i = 0; i < size; i++) {
        double off = rows[r][i] - group[1 + i];
        group[1 + i] += off * share;
        group[1 + size + i] += off * (rows[r][i] - group[1 + i]);
      }
    }
    forget();
    merge(own, group);
    refresh();
  }

  private void forget() {
    if (own[0] > memory) {
      double kept = memory / own[0];
      for (int i = 0; i < size; i++) {
        own[1 + size + i] *= kept;
      }
      own[0] = memory;
    }
  }

  /** Adds the moments of other numbers: Chan, Golub and LeVeque. */
  private void merge(double[] into, double[] more) {
    if (more[0] == 0) {
      return;
    }
    double both = into[0] + more[0];
    double share = more[0] / both;
    for (int i = 0; i < size; i++) {
      double off = more[1 + i] - into[1 + i];
      into[1 + i] += off * share;
      into[1 + size + i] += more[1 + size + i] + off * off * into[0] * share;
    }
    into[0] = both;
  }

  private void refresh() {
    System.arraycopy(own, 0, all, 0, all.length);
    merge(all, others);
    for (int i = 0; i < size; i++) {
      shift[i] = (float) mean(i);
      scale[i] = (float) (1 / deviation(i));
    }
  }

  /**
   * The mean of a quantity.
   *
   * @param i which
   * @return 0 of nothing
   */
  public double mean(int i) {
    return all[1 + i];
  }

  /**
   * The standard deviation of a quantity.
   *
   * @param i which
   * @return 1 of nothing
   */
  public double deviation(int i) {
    return all[0] == 0 ? 1 : Math.sqrt(all[1 + size + i] / all[0] + EPSILON);
  }

  /**
   * What was seen here, without what others have seen.
   *
   * @return count, means, sums of squared deviations
   */
  public double[] own() {
    return own.clone();
  }

  /**
   * What others have seen.
   *
   * @return as {@link #own}
   */
  public double[] others() {
    return others.clone();
  }

  /**
   * Says what others have seen, in place of what was said before.
   *
   * @param seen as {@link #own}
   * @throws IllegalArgumentException if their number does not fit
   */
  public void others(double[] seen) {
    if (seen.length != others.length) {
      throw new IllegalArgumentException(
          seen.length + " moments where " + others.length + " belong");
    }
    System.arraycopy(seen, 0, others, 0, others.length);
    refresh();
  }

  /**
   * Normalises one of every quantity, in place.
   *
   * @param row from its start
   */
  public void normalise(float[] row) {
    for (int i = 0; i < shift.length; i++) {
      float normal = (row[i] - shift[i]) * scale[i];
      row[i] = Math.max(-GREATEST, Math.min(GREATEST, normal));
    }
  }

  /**
   * Saves them.
   *
   * @param into gets them
   * @param name that theirs begin with
   */
  public void save(Tensors into, String name) {
    into.put(name + ".mean", Arrays.copyOfRange(own, 1, 1 + size));
    into.put(name + ".m2", Arrays.copyOfRange(own, 1 + size, own.length));
    into.put(name + ".count", new double[] {own[0]});
    if (others[0] > 0) {
      into.put(name + ".others", others);
    }
  }

  /**
   * Restores them.
   *
   * @param from as saved
   * @param name that theirs begin with
   */
  public void restore(Tensors from, String name) {
    double[] mean = from.doubles(name + ".mean");
    double[] m2 = from.doubles(name + ".m2");
    if (mean.length != size || m2.length != size) {
      throw new IllegalArgumentException(
          name + " is of " + mean.length + " quantities where " + size + " belong");
    }
    own[0] = from.doubles(name + ".count")[0];
    System.arraycopy(mean, 0, own, 1, size);
    System.arraycopy(m2, 0, own, 1 + size, size);
    Arrays.fill(others, 0);
    if (from.has(name + ".others")) {
      others(from.doubles(name + ".others"));
    }
    refresh();
  }
}
