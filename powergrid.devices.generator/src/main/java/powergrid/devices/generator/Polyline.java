package powergrid.devices.generator;

/** A function in straight pieces, constant beyond its ends. Immutable. */
final class Polyline {
  private final double[] x;
  private final double[] y;

  /** A function by its corners, x ascending. */
  Polyline(double[] x, double[] y) {
    assert x.length == y.length && x.length > 0;
    this.x = x.clone();
    this.y = y.clone();
  }

  double at(double where) {
    if (where <= x[0]) {
      return y[0];
    }
    for (int i = 1; i < x.length; i++) {
      if (where < x[i]) {
        return y[i - 1] + (where - x[i - 1]) / (x[i] - x[i - 1]) * (y[i] - y[i - 1]);
      }
    }
    return y[y.length - 1];
  }
}
