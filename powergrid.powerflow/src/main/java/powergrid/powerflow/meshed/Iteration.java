package powergrid.powerflow.meshed;

import java.util.Arrays;
import powergrid.powerflow.model.Demand;
import powergrid.powerflow.model.Phasors;
import powergrid.powerflow.model.Slopes;

/**
 * Steps towards the voltages at which what flows into the network is what is drawn, the other way
 * round: {@code Y V + I(V) = 0}. Voltages are kept by group; those of nodes follow.
 */
final class Iteration implements Slopes {
  private final Equations equations;
  private final Demand demand;
  private final Phasors x;
  private final int[] terminal;
  private final double[] right;
  private final double[] given;
  private final Linearised fixed;
  private final int nodes;
  private Linearised newton;

  /** Voltages by group. */
  final double[] w;

  /** What flows into the network, by group, after a call of {@link #flow}. */
  final double[] into;

  /**
   * For equations as they are set up.
   *
   * @param x voltages by node
   * @param terminal by node, 3 · bus + phase
   * @param nodes how many
   */
  Iteration(Equations equations, Demand demand, Phasors x, int[] terminal, int nodes) {
    this.equations = equations;
    this.demand = demand;
    this.x = x;
    this.terminal = terminal;
    this.nodes = nodes;
    right = new double[2 * equations.groups];
    given = new double[2 * equations.groups];
    into = new double[2 * equations.groups];
    w = new double[2 * equations.groups];
    fixed = new Linearised(equations);
  }

  /**
   * Takes the equations' numbers over.
   *
   * @return false if they are singular
   */
  boolean restart() {
    equations.flow(equations.known, given);
    fixed.clear();
    return fixed.factorise();
  }

  /** The voltages that groups have where nothing is drawn. */
  void noLoad() {
    for (int k = 0; k < 2 * equations.unknown; k++) {
      w[k] = -given[k];
    }
    fixed.solve(w);
    spread();
  }

  /** Takes over the nodes' voltages, sources' excepted. */
  void read() {
    for (int n = 0; n < nodes; n++) {
      int g = 2 * equations.group[terminal[n]];
      double factor = equations.joined.factor[terminal[n]];
      w[g] = x.v[2 * n] / factor;
      w[g + 1] = x.v[2 * n + 1] / factor;
    }
    spread();
  }

  /** Sets sources' voltages and those of all nodes; the greatest change at a node, squared. */
  private double spread() {
    System.arraycopy(
        equations.known,
        2 * equations.unknown,
        w,
        2 * equations.unknown,
        w.length - 2 * equations.unknown);
    double change = 0;
    for (int n = 0; n < nodes; n++) {
      int g = 2 * equations.group[terminal[n]];
      double factor = equations.joined.factor[terminal[n]];
      double re = factor * w[g];
      double im = factor * w[g + 1];
      double dRe = re - x.v[2 * n];
      double dIm = im - x.v[2 * n + 1];
      change = Math.max(change, dRe * dRe + dIm * dIm);
      x.v[2 * n] = re;
      x.v[2 * n + 1] = im;
    }
    return change;
  }

  /** Works out what is drawn at the nodes. */
  void draw() {
    Arrays.fill(x.i, 0, 2 * demand.nodes(), 0);
    demand.draw(x);
  }

  /** Injects what is drawn at the voltages; the greatest change of one, squared. */
  double inject() {
    draw();
    for (int k = 0; k < 2 * equations.unknown; k++) {
      w[k] = -given[k];
    }
    for (int n = 0; n < nodes; n++) {
      int g = equations.group[terminal[n]];
      if (g < equations.unknown) {
        double factor = equations.joined.factor[terminal[n]];
        w[2 * g] -= factor * x.i[2 * n];
        w[2 * g + 1] -= factor * x.i[2 * n + 1];
      }
    }
    fixed.solve(w);
    return spread();
  }

  /**
   * Whether current finds its way to ground through a load in a section that only a reactor holds.
   */
  boolean strays() {
    return !(fixed.strayed(w) <= 1e-9);
  }

  /** One step of Newton's method; the greatest change of a voltage, squared; NaN if singular. */
  double improve() {
    if (newton == null) {
      newton = new Linearised(equations);
    }
    draw();
    newton.clear();
    demand.slopes(x, this);
    if (!newton.factorise()) {
      return Double.NaN;
    }
    equations.flow(w, right);
    newton.addReactors(w, right);
    for (int n = 0; n < nodes; n++) {
      int g = equations.group[terminal[n]];
      double factor = equations.joined.factor[terminal[n]];
      right[2 * g] += factor * x.i[2 * n];
      right[2 * g + 1] += factor * x.i[2 * n + 1];
    }
    newton.solve(right);
    for (int k = 0; k < 2 * equations.unknown; k++) {
      w[k] -= right[k];
    }
    return spread();
  }

  @Override
  public void take(int node, int other, double rr, double ri, double ir, double ii) {
    int a = terminal[node];
    newton.add(a, a, rr, ri, ir, ii);
    if (other == GROUND) {
      newton.grounded(a);
    } else {
      int b = terminal[other];
      newton.add(b, b, rr, ri, ir, ii);
      newton.add(a, b, -rr, -ri, -ir, -ii);
      newton.add(b, a, -rr, -ri, -ir, -ii);
    }
  }

  /** Works out what flows into the network at its groups. */
  void flow() {
    equations.flow(w, into);
  }
}
