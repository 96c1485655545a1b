package powergrid.experiment.statistics;

/** The arithmetic mean. */
public final class Mean {
  private Mean() {}

  /**
   * The mean.
   *
   * @param values any number
   * @return NaN if there are none, or one is NaN
   */
  public static double of(double[] values) {
    // a plain loop in order: a stream's compensated sum is free to differ between JDKs
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? Double.NaN : sum / values.length;
  }
}
