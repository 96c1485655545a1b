package powergrid.api.device;

/**
 * A continuous function in straight pieces, constant beyond its ends: a volt-var characteristic, a
 * capability curve, a cost. Immutable.
 */
public final class Polyline {
  private final double[] x;
  private final double[] y;

  /**
   * A function by its corners.
   *
   * @param x of the corners, not descending; where two are equal it would jump, so the values there
   *     must be too
   * @param y at the corners
   */
  public Polyline(double[] x, double[] y) {
    if (x.length == 0 || x.length != y.length) {
      throw new IllegalArgumentException(x.length + " corners and " + y.length + " values");
    }
    for (int i = 1; i < x.length; i++) {
      if (!(x[i] > x[i - 1] || (x[i] == x[i - 1] && y[i] == y[i - 1]))) {
        throw new IllegalArgumentException(
            "a corner at " + x[i] + " after one at " + x[i - 1] + ": give more");
      }
    }
    this.x = x.clone();
    this.y = y.clone();
  }

  /**
   * Its value.
   *
   * @param where any number
   * @return between the values of the corners on both sides
   */
  public double at(double where) {
    if (where <= x[0]) {
      return y[0];
    }
    for (int i = 1; i < x.length; i++) {
      if (where < x[i]) {
        return y[i - 1] + (where - x[i - 1]) / (x[i] - x[i - 1]) * (y[i] - y[i - 1]);
      }
    }
    return y[x.length - 1];
  }
}
