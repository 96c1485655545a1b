package powergrid.devices.ev;

/**
 * Quantiles of the standard normal distribution, to a relative error of 1e-7: routine PPND7 of
 * Wichura, <em>Algorithm AS 241: The Percentage Points of the Normal Distribution</em>, Applied
 * Statistics 37(3), 1988. One uniform variate gives one normal one. The same bits everywhere.
 */
final class NormalQuantile {
  private static final double MIDDLE = 0.425;
  private static final double TAIL = 5;

  private NormalQuantile() {}

  /**
   * The value below which a normal variate is with some probability.
   *
   * @param p in (0, 1)
   */
  static double of(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= MIDDLE) {
      double r = 0.180625 - q * q;
      return q
          * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
          / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
    }
    double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double value;
    if (r <= TAIL) {
      r -= 1.6;
      value =
          (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
              / ((0.12021132975 * r + 0.73700164250) * r + 1);
    } else {
      r -= TAIL;
      value =
          (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
              / ((0.012258202635 * r + 0.24197894225) * r + 1);
    }
    return q < 0 ? -value : value;
  }
}
