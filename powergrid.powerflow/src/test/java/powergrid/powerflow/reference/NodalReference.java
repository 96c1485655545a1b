package powergrid.powerflow.reference;

import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;

/**
 * An independent solution to compare with: modified nodal analysis in volts and amperes with one
 * dense matrix (nodes' voltages, branches' and sources' currents as unknowns), and a fixed point on
 * the loads' currents. Knows nothing of trees, orders or per unit. Closed branches only.
 */
public final class NodalReference {
  private static final double SQRT3 = Math.sqrt(3);

  private final Network network;
  private final Injections injections;
  private final int nodes;
  private final int neutrals;
  private final int size;
  private final double[][] matrix;
  private final double[] fixed;
  private final double[] unknown;

  public double sourceMw;
  public double sourceMvar;
  public double loadMw;
  public double loadMvar;
  public double lossesMw;
  public double lossesMvar;

  public NodalReference(Network network, Injections injections) {
    this.network = network;
    this.injections = injections;
    nodes = 3 * network.buses().size();
    neutrals = nodes + 3 * network.branches().size();
    size = neutrals + 2 * network.branches().size() + 3 * network.sources().size();
    matrix = new double[2 * size][2 * size];
    fixed = new double[2 * size];
    unknown = new double[2 * size];
    assemble();
    DenseSolver lu = new DenseSolver(matrix);
    double change = 1;
    for (int iteration = 0; change > 1e-13 && iteration < 500; iteration++) {
      double[] next = lu.solve(rightHandSide());
      change = 0;
      for (int i = 0; i < nodes; i++) {
        double kv = network.buses().get(i / 3).kv();
        change =
            Math.max(
                change,
                Math.hypot(next[i] - unknown[i], next[size + i] - unknown[size + i]) / (1000 * kv));
      }
      System.arraycopy(next, 0, unknown, 0, next.length);
    }
    if (change > 1e-13) {
      throw new IllegalStateException("the reference did not converge: " + change);
    }
    total();
  }

  private double volts(int bus) {
    return 1000 * network.buses().get(bus).kv() / SQRT3;
  }

  public double re(int node) {
    return unknown[node] / volts(node / 3);
  }

  public double im(int node) {
    return unknown[size + node] / volts(node / 3);
  }

  private void entry(int row, int column, double re, double im) {
    matrix[row][column] += re;
    matrix[row][size + column] -= im;
    matrix[size + row][column] += im;
    matrix[size + row][size + column] += re;
  }

  private void assemble() {
    for (int e = 0; e < network.branches().size(); e++) {
      Branch branch = network.branches().get(e);
      int from = 3 * network.busIndex(branch.from());
      int to = 3 * network.busIndex(branch.to());
      for (int p = 0; p < 3; p++) {
        int row = nodes + 3 * e + p;
        if (!branch.phases().has(p)) {
          entry(row, row, 1, 0);
          continue;
        }
        double ratio = ratio(e, p);
        tie(row, start(e, p, true), -ratio);
        tie(row, finish(e, p, true), ratio);
        tie(row, start(e, p, false), 1);
        tie(row, finish(e, p, false), -1);
        for (int q = 0; q < 3; q++) {
          if (branch.phases().has(q)) {
            impedance(branch, row, nodes + 3 * e + q, p, q);
            if (branch instanceof Line line) {
              double b = line.bSiemens().get(p, q) / 2;
              entry(from + p, from + q, 0, b);
              entry(to + p, to + q, 0, b);
            }
          }
        }
      }
    }
    for (int i = 0; i < 2 * network.branches().size(); i++) {
      boolean floats =
          network.branches().get(i / 2) instanceof Transformer t
              && (i % 2 == 0 ? t.fromWinding() : t.toWinding()) == Winding.WYE;
      if (!floats) {
        entry(neutrals + i, neutrals + i, 1, 0);
      }
    }
    for (int bus = 0; bus < network.buses().size(); bus++) {
      for (int p = 0; p < 3; p++) {
        if (!network.buses().get(bus).phases().has(p)) {
          entry(3 * bus + p, 3 * bus + p, 1, 0);
        }
      }
    }
    capacitors();
    sources();
  }

  /** A voltage's part in a branch's equation, and the branch's current's in the node's. */
  private void tie(int row, int node, double factor) {
    if (node >= 0) {
      entry(row, node, factor, 0);
      entry(node, row, -factor, 0);
    }
  }

  /** Where a branch's phase, or a transformer's unit, starts at an end. */
  private int start(int e, int unit, boolean from) {
    Branch branch = network.branches().get(e);
    int bus = 3 * network.busIndex(from ? branch.from() : branch.to());
    if (branch instanceof Transformer t) {
      return bus + (from ? t.fromStart(unit) : t.toStart(unit));
    }
    return bus + unit;
  }

  /** Where it ends there; −1 for ground. */
  private int finish(int e, int unit, boolean from) {
    if (network.branches().get(e) instanceof Transformer t) {
      Winding winding = from ? t.fromWinding() : t.toWinding();
      int phase = from ? t.fromFinish(unit) : t.toFinish(unit);
      int bus = 3 * network.busIndex(from ? t.from() : t.to());
      return winding == Winding.DELTA
          ? bus + phase
          : winding == Winding.WYE ? neutrals + 2 * e + (from ? 0 : 1) : -1;
    }
    return -1;
  }

  private static double windingKv(Winding winding, double kv) {
    return winding == Winding.DELTA ? kv : kv / SQRT3;
  }

  private double ratio(int e, int phase) {
    Branch branch = network.branches().get(e);
    if (branch instanceof Transformer t) {
      return (t.reversed() ? -1 : 1)
          * windingKv(t.toWinding(), t.toKv())
          / windingKv(t.fromWinding(), t.fromKv());
    }
    return branch instanceof Regulator r ? 1 + r.step() * injections.taps()[3 * e + phase] : 1;
  }

  private void impedance(Branch branch, int row, int column, int p, int q) {
    if (branch instanceof Line line) {
      entry(row, column, line.rOhm().get(p, q), line.xOhm().get(p, q));
    } else if (branch instanceof Transformer t && p == q) {
      double kv = windingKv(t.toWinding(), t.toKv());
      double base = kv * kv / (t.mva() / t.phases().count());
      entry(row, column, t.rPu() * base, t.xPu() * base);
    }
  }

  private void capacitors() {
    for (int i = 0; i < network.capacitors().size(); i++) {
      Capacitor c = network.capacitors().get(i);
      int bus = network.busIndex(c.bus());
      for (int p = 0; p < 3 && injections.capacitorOn()[i]; p++) {
        boolean wye = c.connection() == Connection.WYE;
        double rated = wye ? volts(bus) : SQRT3 * volts(bus);
        double b = 1e6 * c.mvar().get(p) / (rated * rated);
        int m = 3 * bus + p;
        int n = 3 * bus + (p + 1) % 3;
        entry(m, m, 0, b);
        if (!wye) {
          entry(n, n, 0, b);
          entry(m, n, 0, -b);
          entry(n, m, 0, -b);
        }
      }
    }
  }

  private void sources() {
    for (int i = 0; i < network.sources().size(); i++) {
      Source source = network.sources().get(i);
      int bus = network.busIndex(source.bus());
      for (int p = 0; p < 3; p++) {
        int row = size - 3 * network.sources().size() + 3 * i + p;
        entry(row, 3 * bus + p, 1, 0);
        entry(3 * bus + p, row, -1, 0);
        double angle = Math.toRadians(source.angleDeg() - 120 * p);
        fixed[row] = source.voltagePu() * volts(bus) * Math.cos(angle);
        fixed[size + row] = source.voltagePu() * volts(bus) * Math.sin(angle);
      }
    }
  }

  private double[] rightHandSide() {
    double[] b = fixed.clone();
    loadMw = 0;
    loadMvar = 0;
    for (int i = 0; i < network.loads().size(); i++) {
      Load load = network.loads().get(i);
      int bus = network.busIndex(load.bus());
      double scale = injections.loadScale()[i];
      boolean wye = load.connection() == Connection.WYE;
      for (int p = 0; p < 3; p++) {
        double v = across(bus, p, wye);
        double low = injections.impedanceBelowPu();
        double factor =
            switch (load.model()) {
              case POWER -> v < low ? v * v / (low * low) : 1;
              case CURRENT -> v < low ? v * v / low : v;
              case IMPEDANCE -> v * v;
            };
        double mw = factor * scale * load.mw().get(p);
        double mvar = factor * scale * load.mvar().get(p);
        loadMw += mw;
        loadMvar += mvar;
        draw(b, bus, p, wye, mw, mvar);
      }
    }
    for (int n = 0; n < nodes; n++) {
      draw(b, n / 3, n % 3, true, -injections.pMw()[n], -injections.qMvar()[n]);
      draw(b, n / 3, n % 3, false, -injections.deltaMw()[n], -injections.deltaMvar()[n]);
    }
    return b;
  }

  /** Magnitude of the voltage across a load, pu of its rated; 1 before the first solution. */
  private double across(int bus, int p, boolean wye) {
    double re = unknown[3 * bus + p];
    double im = unknown[size + 3 * bus + p];
    if (!wye) {
      re -= unknown[3 * bus + (p + 1) % 3];
      im -= unknown[size + 3 * bus + (p + 1) % 3];
    }
    double v = Math.hypot(re, im) / (wye ? volts(bus) : SQRT3 * volts(bus));
    return v == 0 ? 1 : v;
  }

  private void draw(double[] b, int bus, int p, boolean wye, double mw, double mvar) {
    int m = 3 * bus + p;
    int n = 3 * bus + (p + 1) % 3;
    double re = unknown[m] - (wye ? 0 : unknown[n]);
    double im = unknown[size + m] - (wye ? 0 : unknown[size + n]);
    double square = re * re + im * im;
    if (square == 0 || (mw == 0 && mvar == 0)) {
      return;
    }
    double currentRe = 1e6 * (mw * re + mvar * im) / square;
    double currentIm = 1e6 * (mw * im - mvar * re) / square;
    b[m] -= currentRe;
    b[size + m] -= currentIm;
    if (!wye) {
      b[n] += currentRe;
      b[size + n] += currentIm;
    }
  }

  /** Current into a branch's from end, A: real part, imaginary part. */
  public double[] current(int e, int p) {
    int from = 3 * network.busIndex(network.branches().get(e).from());
    double[] series = series(e, from + p, true);
    return charging(e, p, from, series[0], series[1], 1);
  }

  /** Current into a branch's to end, A: real part, imaginary part. */
  public double[] toCurrent(int e, int p) {
    int to = 3 * network.busIndex(network.branches().get(e).to());
    double[] series = series(e, to + p, false);
    return charging(e, p, to, series[0], series[1], 1);
  }

  /** What a branch's phases, or a transformer's units, draw from a node. */
  private double[] series(int e, int node, boolean from) {
    double[] sum = new double[2];
    for (int unit = 0; unit < 3; unit++) {
      if (network.branches().get(e).phases().has(unit)) {
        double sign = start(e, unit, from) == node ? 1 : finish(e, unit, from) == node ? -1 : 0;
        double factor = sign * (from ? ratio(e, unit) : -1);
        sum[0] += factor * unknown[nodes + 3 * e + unit];
        sum[1] += factor * unknown[size + nodes + 3 * e + unit];
      }
    }
    return sum;
  }

  private double[] charging(int e, int p, int at, double re, double im, int sign) {
    double[] current = {re, im};
    if (network.branches().get(e) instanceof Line line) {
      for (int q = 0; q < 3; q++) {
        double b = line.phases().has(q) ? sign * line.bSiemens().get(p, q) / 2 : 0;
        current[0] -= b * unknown[size + at + q];
        current[1] += b * unknown[at + q];
      }
    }
    return current;
  }

  private void total() {
    rightHandSide();
    for (int e = 0; e < network.branches().size(); e++) {
      Branch branch = network.branches().get(e);
      int from = 3 * network.busIndex(branch.from());
      int to = 3 * network.busIndex(branch.to());
      for (int p = 0; p < 3; p++) {
        double[] into = current(e, p);
        double[] back = toCurrent(e, p);
        lossesMw += mw(from + p, into) + mw(to + p, back);
        lossesMvar += mvar(from + p, into) + mvar(to + p, back);
      }
    }
    for (int i = 0; i < network.sources().size(); i++) {
      int bus = network.busIndex(network.sources().get(i).bus());
      for (int p = 0; p < 3; p++) {
        int at = size - 3 * network.sources().size() + 3 * i + p;
        double[] current = {unknown[at], unknown[size + at]};
        sourceMw += mw(3 * bus + p, current);
        sourceMvar += mvar(3 * bus + p, current);
      }
    }
  }

  private double mw(int node, double[] current) {
    return 1e-6 * (unknown[node] * current[0] + unknown[size + node] * current[1]);
  }

  private double mvar(int node, double[] current) {
    return 1e-6 * (unknown[size + node] * current[0] - unknown[node] * current[1]);
  }

  /** What all injections give, MW: constant powers above the limit. */
  public static double injectedMw(Injections injections) {
    double sum = 0;
    for (int i = 0; i < injections.pMw().length; i++) {
      sum += injections.pMw()[i] + injections.deltaMw()[i];
    }
    return sum;
  }
}
