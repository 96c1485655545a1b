package powergrid.powerflow.model;

/**
 * Loads of one model, each between two nodes or between a node and ground. With U the voltage
 * across it, a load of rated power S draws {@code conj(S) · U · w}, where w is 1/|U|² for constant
 * power, 1/|U| for constant current and 1 for constant impedance, each in units of its rated
 * voltage. Below a limit and above another, w stays at what it is there: the load is a constant
 * impedance, and its power is continuous.
 *
 * <p>Those to ground fill the arrays from the front, those between nodes from the back.
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
  private final int capacity;
  private int grounded;
  private int between;
  private int last;
  private int flooredCount;
  private double floored2;

  /** Active power they took at the last count, MW. */
  double tookMw;

  /** Reactive power they took at the last count, MVAr. */
  double tookMvar;

  /** How many were below the limit at the last count. */
  int low;

  /** Their rated active power, MW. */
  double ratedMw;

  /** The same, scaled. */
  double scaledMw;

  Draws(int capacity) {
    this.capacity = capacity;
    between = capacity;
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
    grounded = 0;
    between = capacity;
    flooredCount = 0;
    ratedMw = 0;
  }

  /**
   * Adds one.
   *
   * @param from a node
   * @param to another, or ground
   * @param source what it belongs to: the index of its scale
   * @param mw rated active power, already divided by what w is short of
   * @param mvar rated reactive power, likewise
   * @param rated rated voltage squared, in units of a phase's nominal
   */
  void add(int from, int to, int source, double mw, double mvar, double rated) {
    last = to == Slopes.GROUND ? grounded++ : --between;
    a[last] = 2 * from;
    b[last] = 2 * to;
    load[last] = source;
    ratedMw += mw;
    ratedP[last] = mw;
    ratedQ[last] = mvar;
    p[last] = mw;
    q[last] = mvar;
    least2[last] = 0;
    floor2[last] = 0;
    ceiling2[last] = Double.POSITIVE_INFINITY;
    rated2[last] = rated;
  }

  /**
   * Gives the one added last a range of voltages, pu of rated, outside which it is an impedance.
   */
  void limit(double minPu, double maxPu) {
    least2[last] = minPu * minPu * rated2[last];
    ceiling2[last] = maxPu * maxPu * rated2[last];
  }

  /** Takes over factors on power, and the voltage, pu of rated, below which all are impedances. */
  void scale(double[] factor, double lowest) {
    scaledMw = scale(factor, 0, grounded) + scale(factor, between, capacity);
    floor(lowest);
  }

  private double scale(double[] factor, int start, int end) {
    double sum = 0;
    for (int k = start; k < end; k++) {
      double f = factor[load[k]];
      p[k] = f * ratedP[k];
      q[k] = f * ratedQ[k];
      sum += p[k];
    }
    return sum;
  }

  /** Takes over factors of one. */
  void unscale(double lowest) {
    System.arraycopy(ratedP, 0, p, 0, capacity);
    System.arraycopy(ratedQ, 0, q, 0, capacity);
    floor(lowest);
  }

  /** Takes over the voltage, pu of rated, below which all are impedances. */
  void floor(double lowest) {
    double lowest2 = lowest * lowest;
    int count = grounded + capacity - between;
    if (lowest2 == floored2 && flooredCount == count) {
      return;
    }
    floored2 = lowest2;
    flooredCount = count;
    floor(lowest2, 0, grounded);
    floor(lowest2, between, capacity);
  }

  private void floor(double lowest2, int start, int end) {
    for (int k = start; k < end; k++) {
      floor2[k] = Math.max(lowest2 * rated2[k], least2[k]);
    }
  }

  /** Adds the currents of constant powers to those drawn at the nodes. */
  void power(Phasors x) {
    double[] v = x.v;
    double[] i = x.i;
    for (int k = 0; k < grounded; k++) {
      int m = a[k];
      double ur = v[m];
      double ui = v[m + 1];
      double w = 1 / within(floor2[k], ceiling2[k], ur * ur + ui * ui);
      i[m] += w * (p[k] * ur + q[k] * ui);
      i[m + 1] += w * (p[k] * ui - q[k] * ur);
    }
    for (int k = between; k < capacity; k++) {
      double ur = v[a[k]] - v[b[k]];
      double ui = v[a[k] + 1] - v[b[k] + 1];
      draw(i, k, 1 / within(floor2[k], ceiling2[k], ur * ur + ui * ui), ur, ui);
    }
  }

  /** Adds the currents of constant currents to those drawn at the nodes. */
  void current(Phasors x) {
    double[] v = x.v;
    double[] i = x.i;
    for (int k = 0; k < grounded; k++) {
      int m = a[k];
      double ur = v[m];
      double ui = v[m + 1];
      double w = 1 / Math.sqrt(within(floor2[k], ceiling2[k], ur * ur + ui * ui));
      i[m] += w * (p[k] * ur + q[k] * ui);
      i[m + 1] += w * (p[k] * ui - q[k] * ur);
    }
    for (int k = between; k < capacity; k++) {
      double ur = v[a[k]] - v[b[k]];
      double ui = v[a[k] + 1] - v[b[k] + 1];
      draw(i, k, 1 / Math.sqrt(within(floor2[k], ceiling2[k], ur * ur + ui * ui)), ur, ui);
    }
  }

  /** Adds the currents of constant impedances to those drawn at the nodes. */
  void impedance(Phasors x) {
    double[] v = x.v;
    double[] i = x.i;
    for (int k = 0; k < grounded; k++) {
      int m = a[k];
      double ur = v[m];
      double ui = v[m + 1];
      i[m] += p[k] * ur + q[k] * ui;
      i[m + 1] += p[k] * ui - q[k] * ur;
    }
    for (int k = between; k < capacity; k++) {
      draw(i, k, 1, v[a[k]] - v[b[k]], v[a[k] + 1] - v[b[k] + 1]);
    }
  }

  /** Adds a current out of one node and into the other. */
  private void draw(double[] i, int k, double w, double ur, double ui) {
    int m = a[k];
    int n = b[k];
    double re = w * (p[k] * ur + q[k] * ui);
    double im = w * (p[k] * ui - q[k] * ur);
    i[m] += re;
    i[m + 1] += im;
    i[n] -= re;
    i[n + 1] -= im;
  }

  /**
   * Says how fast the currents change. With w a power of |U|², its exponent is −1 for constant
   * power, −½ for constant current and 0 for constant impedance; beyond the limits it is 0.
   */
  void slopes(Phasors x, double exponent, Slopes slopes) {
    for (int k = first(); k < capacity; k = next(k)) {
      boolean toGround = k < grounded;
      double ur = x.v[a[k]] - (toGround ? 0 : x.v[b[k]]);
      double ui = x.v[a[k] + 1] - (toGround ? 0 : x.v[b[k] + 1]);
      double u2 = ur * ur + ui * ui;
      double within = within(floor2[k], ceiling2[k], u2);
      double w = exponent == 0 ? 1 : exponent == -1 ? 1 / within : 1 / Math.sqrt(within);
      // dw / du = 2 u w', with w' = exponent · w / |U|²
      double steep = within == u2 ? 2 * exponent * w / u2 : 0;
      double re = p[k] * ur + q[k] * ui;
      double im = p[k] * ui - q[k] * ur;
      slopes.take(
          a[k] / 2,
          toGround ? Slopes.GROUND : b[k] / 2,
          w * p[k] + steep * ur * re,
          w * q[k] + steep * ui * re,
          -w * q[k] + steep * ur * im,
          w * p[k] + steep * ui * im);
    }
  }

  /** Counts what constant powers take. */
  void countPower(Phasors x) {
    startCount();
    for (int k = first(); k < capacity; k = next(k)) {
      double u2 = across2(x.v, k);
      book(k, u2 / within(floor2[k], ceiling2[k], u2), collapsed(k, u2));
    }
  }

  /** Counts what constant currents take. */
  void countCurrent(Phasors x) {
    startCount();
    for (int k = first(); k < capacity; k = next(k)) {
      double u2 = across2(x.v, k);
      book(k, u2 / Math.sqrt(within(floor2[k], ceiling2[k], u2)), collapsed(k, u2));
    }
  }

  /** Counts what constant impedances take. */
  void countImpedance(Phasors x) {
    startCount();
    for (int k = first(); k < capacity; k = next(k)) {
      book(k, across2(x.v, k), false);
    }
  }

  private int first() {
    return grounded > 0 ? 0 : between;
  }

  private int next(int k) {
    return k + 1 == grounded ? between : k + 1;
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

  private double across2(double[] v, int k) {
    double ur = v[a[k]];
    double ui = v[a[k] + 1];
    if (b[k] >= 0) {
      ur -= v[b[k]];
      ui -= v[b[k] + 1];
    }
    return ur * ur + ui * ui;
  }

  private static double within(double floor, double ceiling, double value) {
    double atLeast = value < floor ? floor : value;
    return atLeast > ceiling ? ceiling : atLeast;
  }
}
