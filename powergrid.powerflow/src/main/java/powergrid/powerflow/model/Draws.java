package powergrid.powerflow.model;

/**
 * Loads of one model, each between two nodes: two phases, or a phase and its neutral. With U the
 * voltage across it, a load of rated power S draws {@code conj(S) · U · w}, where w is 1/|U|² for
 * constant power, 1/|U| for constant current and 1 for constant impedance, each in units of its
 * rated voltage. Below a limit and above another, w stays at what it is there: the load is a
 * constant impedance, and its power is continuous.
 */
final class Draws {
  private final int[] a;
  private final int[] b;
  private final int[] load;
  private final double[] ratedP;
  private final double[] ratedQ;
  private final double[] rated2;
  private final double[] least2;
  private final double[] floor2;
  private final double[] ceiling2;
  private final double[] p;
  private final double[] q;
  private int count;
  private int flooredCount;
  private double floored2;

  /** Active power they took at the last count, MW. */
  double tookMw;

  /** Reactive power they took at the last count, MVAr. */
  double tookMvar;

  /** How many were below the limit at the last count. */
  int low;

  Draws(int capacity) {
    a = new int[capacity];
    b = new int[capacity];
    load = new int[capacity];
    ratedP = new double[capacity];
    ratedQ = new double[capacity];
    rated2 = new double[capacity];
    least2 = new double[capacity];
    floor2 = new double[capacity];
    ceiling2 = new double[capacity];
    p = new double[capacity];
    q = new double[capacity];
  }

  void clear() {
    count = 0;
    flooredCount = 0;
  }

  /**
   * Adds one.
   *
   * @param from a node
   * @param to another, or a neutral
   * @param source what it belongs to: the index of its scale
   * @param mw rated active power, already divided by what w is short of
   * @param mvar rated reactive power, likewise
   * @param rated rated voltage squared, in units of a phase's nominal
   */
  void add(int from, int to, int source, double mw, double mvar, double rated) {
    a[count] = 2 * from;
    b[count] = 2 * to;
    load[count] = source;
    ratedP[count] = mw;
    ratedQ[count] = mvar;
    p[count] = mw;
    q[count] = mvar;
    least2[count] = 0;
    floor2[count] = 0;
    ceiling2[count] = Double.POSITIVE_INFINITY;
    rated2[count++] = rated;
  }

  /**
   * Gives the one added last a range of voltages, pu of rated, outside which it is an impedance.
   */
  void limit(double minPu, double maxPu) {
    least2[count - 1] = minPu * minPu * rated2[count - 1];
    ceiling2[count - 1] = maxPu * maxPu * rated2[count - 1];
  }

  int size() {
    return count;
  }

  /** Takes over factors on power, and the voltage, pu of rated, below which all are impedances. */
  void scale(double[] factor, double lowest) {
    for (int k = 0; k < count; k++) {
      double f = factor[load[k]];
      p[k] = f * ratedP[k];
      q[k] = f * ratedQ[k];
    }
    floor(lowest);
  }

  /** Takes over the voltage, pu of rated, below which all are impedances. */
  void floor(double lowest) {
    double lowest2 = lowest * lowest;
    if (lowest2 == floored2 && flooredCount == count) {
      return;
    }
    floored2 = lowest2;
    flooredCount = count;
    for (int k = 0; k < count; k++) {
      floor2[k] = Math.max(lowest2 * rated2[k], least2[k]);
    }
  }

  /** Adds the currents of constant powers to those drawn at the nodes. */
  void power(Phasors x) {
    double[] v = x.v;
    double[] i = x.i;
    for (int k = 0; k < count; k++) {
      int m = a[k];
      int n = b[k];
      double ur = v[m] - v[n];
      double ui = v[m + 1] - v[n + 1];
      double w = 1 / within(floor2[k], ceiling2[k], ur * ur + ui * ui);
      double re = w * (p[k] * ur + q[k] * ui);
      double im = w * (p[k] * ui - q[k] * ur);
      i[m] += re;
      i[m + 1] += im;
      i[n] -= re;
      i[n + 1] -= im;
    }
  }

  /** Adds the currents of constant currents to those drawn at the nodes. */
  void current(Phasors x) {
    double[] v = x.v;
    double[] i = x.i;
    for (int k = 0; k < count; k++) {
      int m = a[k];
      int n = b[k];
      double ur = v[m] - v[n];
      double ui = v[m + 1] - v[n + 1];
      double w = 1 / Math.sqrt(within(floor2[k], ceiling2[k], ur * ur + ui * ui));
      double re = w * (p[k] * ur + q[k] * ui);
      double im = w * (p[k] * ui - q[k] * ur);
      i[m] += re;
      i[m + 1] += im;
      i[n] -= re;
      i[n + 1] -= im;
    }
  }

  /** Adds the currents of constant impedances to those drawn at the nodes. */
  void impedance(Phasors x) {
    double[] v = x.v;
    double[] i = x.i;
    for (int k = 0; k < count; k++) {
      int m = a[k];
      int n = b[k];
      double ur = v[m] - v[n];
      double ui = v[m + 1] - v[n + 1];
      double re = p[k] * ur + q[k] * ui;
      double im = p[k] * ui - q[k] * ur;
      i[m] += re;
      i[m + 1] += im;
      i[n] -= re;
      i[n + 1] -= im;
    }
  }

  /**
   * Says how fast the currents change. With w a power of |U|², its exponent is −1 for constant
   * power, −½ for constant current and 0 for constant impedance; beyond the limits it is 0.
   */
  void slopes(Phasors x, double exponent, Slopes slopes) {
    for (int k = 0; k < count; k++) {
      double ur = x.v[a[k]] - x.v[b[k]];
      double ui = x.v[a[k] + 1] - x.v[b[k] + 1];
      double u2 = ur * ur + ui * ui;
      double within = within(floor2[k], ceiling2[k], u2);
      double w = exponent == 0 ? 1 : exponent == -1 ? 1 / within : 1 / Math.sqrt(within);
      // dw / du = 2 u w', with w' = exponent · w / |U|²
      double steep = within == u2 ? 2 * exponent * w / u2 : 0;
      double re = p[k] * ur + q[k] * ui;
      double im = p[k] * ui - q[k] * ur;
      slopes.take(
          a[k] / 2,
          b[k] / 2,
          w * p[k] + steep * ur * re,
          w * q[k] + steep * ui * re,
          -w * q[k] + steep * ur * im,
          w * p[k] + steep * ui * im);
    }
  }

  /** Counts what constant powers take. */
  void countPower(Phasors x) {
    startCount();
    for (int k = 0; k < count; k++) {
      double u2 = across2(x, k);
      book(k, u2 / within(floor2[k], ceiling2[k], u2), collapsed(k, u2));
    }
  }

  /** Counts what constant currents take. */
  void countCurrent(Phasors x) {
    startCount();
    for (int k = 0; k < count; k++) {
      double u2 = across2(x, k);
      book(k, u2 / Math.sqrt(within(floor2[k], ceiling2[k], u2)), collapsed(k, u2));
    }
  }

  /** Counts what constant impedances take. */
  void countImpedance(Phasors x) {
    startCount();
    for (int k = 0; k < count; k++) {
      book(k, across2(x, k), false);
    }
  }

  private void startCount() {
    tookMw = 0;
    tookMvar = 0;
    low = 0;
  }

  private void book(int k, double factor, boolean isLow) {
    tookMw += factor * p[k];
    tookMvar += factor * q[k];
    low += isLow ? 1 : 0;
  }

  /** Whether one is an impedance because all are at its voltage, not for a limit of its own. */
  private boolean collapsed(int k, double u2) {
    return u2 < floor2[k] && floor2[k] > least2[k];
  }

  private double across2(Phasors x, int k) {
    double ur = x.v[a[k]] - x.v[b[k]];
    double ui = x.v[a[k] + 1] - x.v[b[k] + 1];
    return ur * ur + ui * ui;
  }

  private static double within(double floor, double ceiling, double value) {
    double atLeast = value < floor ? floor : value;
    return atLeast > ceiling ? ceiling : atLeast;
  }
}
