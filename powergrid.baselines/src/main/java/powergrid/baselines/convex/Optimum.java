package powergrid.baselines.convex;

/** A program's solution: a point, what it costs, and what no point costs less than. */
public final class Optimum {
  private final double[] x;
  private final double usd;
  private final double boundUsd;

  Optimum(double[] x, double usd, double boundUsd) {
    this.x = x;
    this.usd = usd;
    this.boundUsd = boundUsd;
  }

  /**
   * The value of an expression at the point.
   *
   * @param expression of the program's variables
   * @return its value
   */
  public double value(Expression expression) {
    return expression.value(x);
  }

  /**
   * What the point costs.
   *
   * @return USD
   */
  public double usd() {
    return usd;
  }

  /**
   * What no feasible point costs less than: proven, whatever the solver's accuracy.
   *
   * @return USD
   */
  public double boundUsd() {
    return boundUsd;
  }

  double[] x() {
    return x;
  }
}
