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

  private final double[] mean;
  private final double[] m2;
  private final double[] groupMean;
  private final double[] groupM2;
  private final float[] shift;
  private final float[] scale;
  private final double memory;
  private double count;

  /** Count, means and sums of squared deviations of what others have seen. */
  private final double[] others;

  /** The same of both. */
  private final double[] all;

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
    this.memory = memory;
    mean = new double[size];
    m2 = new double[size];
    groupMean = new double[size];
    groupM2 = new double[size];
    shift = new float[size];
    scale = new float[size];
    others = new double[1 + 2 * size];
    all = new double[1 + 2 * size];
    refresh();
  }

  /**
   * Takes a group of numbers in.
   *
   * @param rows each from its start one of every quantity
   * @param count how many rows
   */
  public void add(float[][] rows, int count) {
    for (int i = 0; i < mean.length; i++) {
      groupMean[i] = 0;
      groupM2[i] = 0;
    }
    for (int r = 0; r < count; r++) { // Welford (Technometrics 4, 1962)
      double share = 1.0 / (r + 1);
      for (int i = 0; i < mean.length; i++) {
        double off = rows[r][i] - groupMean[i];
        groupMean[i] += off * share;
        groupM2[i] += off * (rows[r][i] - groupMean[i]);
      }
    }
    merge(groupMean, groupM2, count);
  }

  private void merge(double[] otherMean, double[] otherM2, double otherCount) {
    if (count > memory) {
      double kept = memory / count;
      for (int i = 0; i < m2.length; i++) {
        m2[i] *= kept;
      }
      count = memory;
    }
    double all = count + otherCount;
    double share = otherCount / all;
    for (int i = 0; i < mean.length; i++) {
      double off = otherMean[i] - mean[i];
      mean[i] += off * share;
      m2[i] += otherM2[i] + off * off * count * share;
    }
    count = all;
    refresh();
  }

  private void refresh() {
    double both = count + others[0];
    double share = both == 0 ? 0 : others[0] / both;
    all[0] = both;
    for (int i = 0; i < mean.length; i++) {
      double off = others[1 + i] - mean[i];
      all[1 + i] = mean[i] + off * share;
      all[1 + mean.length + i] = m2[i] + others[1 + mean.length + i] + off * off * count * share;
    }
    for (int i = 0; i < mean.length; i++) {
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
    return all[0] == 0 ? 1 : Math.sqrt(all[1 + mean.length + i] / all[0] + EPSILON);
  }

  /**
   * What was seen here, without what others have seen.
   *
   * @return count, means, sums of squared deviations
   */
  public double[] own() {
    double[] own = new double[others.length];
    own[0] = count;
    System.arraycopy(mean, 0, own, 1, mean.length);
    System.arraycopy(m2, 0, own, 1 + mean.length, mean.length);
    return own;
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
    into.put(name + ".mean", mean);
    into.put(name + ".m2", m2);
    into.put(name + ".count", new double[] {count});
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
    double[] savedMean = from.doubles(name + ".mean");
    double[] savedM2 = from.doubles(name + ".m2");
    if (savedMean.length != mean.length || savedM2.length != mean.length) {
      throw new IllegalArgumentException(
          name + " is of " + savedMean.length + " quantities where " + mean.length + " belong");
    }
    System.arraycopy(savedMean, 0, mean, 0, mean.length);
    System.arraycopy(savedM2, 0, m2, 0, m2.length);
    count = from.doubles(name + ".count")[0];
    Arrays.fill(others, 0);
    if (from.has(name + ".others")) {
      others(from.doubles(name + ".others"));
    }
    refresh();
  }
}
