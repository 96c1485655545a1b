package powergrid.powerflow.newton;

/**
 * The balance of power at the nodes. With T_ij = V_i · conj(Y_ij · V_j), node i feeds S_i = Σ T_ij
 * into the network; turning V_j changes that by −j · T_ij times the angle, and lengthening it by
 * T_ij times the relative length, which is what the Jacobian's columns stand for. V_i itself adds j
 * · S_i and S_i.
 */
final class PowerBalance {
  private final Admittances y;
  final Jacobian jacobian;
  private final Taken taken;
  private final double[] re;
  private final double[] im;

  /** By node: the voltage's magnitude squared. */
  final double[] square;

  /** By node: what it feeds into the network. */
  final double[] p;

  final double[] q;

  /** By variable: what is missing from the balance. */
  final double[] missing;

  /** The sum of the squares of what is missing. */
  double squares;

  PowerBalance(Admittances y, Jacobian jacobian, Taken taken, double[] re, double[] im) {
    this.y = y;
    this.jacobian = jacobian;
    this.taken = taken;
    this.re = re;
    this.im = im;
    square = new double[re.length];
    p = new double[re.length];
    q = new double[re.length];
    missing = new double[jacobian.variables()];
  }

  /**
   * Works out balance and derivatives at the nodes' voltages.
   *
   * @param tolerance by node: what may be missing
   * @return the greatest of what is missing, in units of what may be; may be no number
   */
  double evaluate(double[] tolerance) {
    for (int i = 0; i < square.length; i++) {
      square[i] = re[i] * re[i] + im[i] * im[i];
    }
    taken.at(square);
    double worst = 0;
    squares = 0;
    for (int i = 0; i < jacobian.nodes; i++) {
      int row = jacobian.first[i];
      double off;
      if (jacobian.rows(i) == 2) {
        both(i);
        missing[row] = -(p[i] + taken.p[i]);
        missing[row + 1] = -(q[i] + taken.q[i]);
        off = Math.max(Math.abs(missing[row]), Math.abs(missing[row + 1]));
        squares += missing[row] * missing[row] + missing[row + 1] * missing[row + 1];
      } else {
        active(i);
        missing[row] = -(p[i] + taken.p[i]);
        off = Math.abs(missing[row]);
        squares += off * off;
      }
      worst = Math.max(worst, off / tolerance[i]);
    }
    return worst;
  }

  private void both(int i) {
    double vr = re[i];
    double vi = im[i];
    double[] value = jacobian.value;
    int pAt = jacobian.at[i];
    int qAt = pAt + jacobian.start[i + 1] - jacobian.start[i];
    double ownP = y.ownG[i] * square[i];
    double ownQ = -y.ownB[i] * square[i];
    double sumP = ownP;
    double sumQ = ownQ;
    int m = pAt + 2;
    int n = qAt + 2;
    for (int k = y.start[i]; k < y.keptStart[i]; k++) {
      int j = y.column[k];
      double cr = y.g[k] * re[j] - y.b[k] * im[j];
      double ci = y.g[k] * im[j] + y.b[k] * re[j];
      double tp = vr * cr + vi * ci;
      double tq = vi * cr - vr * ci;
      sumP += tp;
      sumQ += tq;
      value[m] = tq;
      value[m + 1] = tp;
      value[n] = -tp;
      value[n + 1] = tq;
      m += 2;
      n += 2;
    }
    for (int k = y.keptStart[i]; k < y.start[i + 1]; k++) {
      int j = y.column[k];
      double cr = y.g[k] * re[j] - y.b[k] * im[j];
      double ci = y.g[k] * im[j] + y.b[k] * re[j];
      double tp = vr * cr + vi * ci;
      double tq = vi * cr - vr * ci;
      sumP += tp;
      sumQ += tq;
      if (k < y.fixedStart[i]) {
        value[m++] = tq;
        value[n++] = -tp;
      }
    }
    value[pAt] = ownQ - sumQ;
    value[pAt + 1] = sumP + ownP + taken.growthP[i];
    value[qAt] = sumP - ownP;
    value[qAt + 1] = sumQ + ownQ + taken.growthQ[i];
    p[i] = sumP;
    q[i] = sumQ;
  }

  private void active(int i) {
    double vr = re[i];
    double vi = im[i];
    double[] value = jacobian.value;
    int m = jacobian.at[i] + 1;
    double ownQ = -y.ownB[i] * square[i];
    double sumP = y.ownG[i] * square[i];
    double sumQ = ownQ;
    for (int k = y.start[i]; k < y.start[i + 1]; k++) {
      int j = y.column[k];
      double cr = y.g[k] * re[j] - y.b[k] * im[j];
      double ci = y.g[k] * im[j] + y.b[k] * re[j];
      double tp = vr * cr + vi * ci;
      double tq = vi * cr - vr * ci;
      sumP += tp;
      sumQ += tq;
      if (k < y.keptStart[i]) {
        value[m++] = tq;
        value[m++] = tp;
      } else if (k < y.fixedStart[i]) {
        value[m++] = tq;
      }
    }
    value[jacobian.at[i]] = ownQ - sumQ;
    p[i] = sumP;
    q[i] = sumQ;
  }

  /** Works out what the nodes feed in whose voltage sources fix. */
  void fixed() {
    for (int i = jacobian.nodes; i < p.length; i++) {
      double sumP = y.ownG[i] * square[i];
      double sumQ = -y.ownB[i] * square[i];
      for (int k = y.start[i]; k < y.start[i + 1]; k++) {
        int j = y.column[k];
        double cr = y.g[k] * re[j] - y.b[k] * im[j];
        double ci = y.g[k] * im[j] + y.b[k] * re[j];
        sumP += re[i] * cr + im[i] * ci;
        sumQ += im[i] * cr - re[i] * ci;
      }
      p[i] = sumP;
      q[i] = sumQ;
    }
  }
}
