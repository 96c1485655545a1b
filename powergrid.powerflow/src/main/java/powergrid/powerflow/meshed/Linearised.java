package powergrid.powerflow.meshed;

import java.util.Arrays;

/**
 * The unknown groups' equations as a factorised real matrix: the admittances; in Newton's method
 * also the slopes of what is drawn; and a reactor from what the phases of each floating section
 * have in common to ground. As nothing else lets a current to ground there, the reactor carries
 * none and only makes that voltage zero. Where loads between phase and ground are connected to such
 * a section, they do let one, and the reactor is made small.
 */
final class Linearised {
  /** Of a reactor that carries nothing, pu. */
  private static final double HOLD = 1;

  /** Of a reactor beside loads, pu: 1 var at nominal voltage. */
  private static final double LEAST = 1e-6;

  private final Equations equations;
  private final double[] block;
  private final double[] reactor;
  private final Factors factors;

  Linearised(Equations equations) {
    this.equations = equations;
    block = new double[4 * equations.column.length];
    reactor = new double[equations.sections.size()];
    factors = new Factors(equations.unknown, equations.start, equations.column);
    clear();
  }

  /** Starts again from the admittances. */
  void clear() {
    Arrays.fill(reactor, HOLD);
    for (int k = 0; k < equations.column.length; k++) {
      block[4 * k] = equations.re[k];
      block[4 * k + 1] = -equations.im[k];
      block[4 * k + 2] = equations.im[k];
      block[4 * k + 3] = equations.re[k];
    }
  }

  /** Adds to what a node's current depends on a node's voltage by: real by real part and so on. */
  void add(int node, int by, double rr, double ri, double ir, double ii) {
    int row = equations.group[node];
    int column = equations.group[by];
    if (row < equations.unknown && column < equations.unknown) {
      double both = equations.joined.factor[node] * equations.joined.factor[by];
      int k = 4 * equations.entry(row, column);
      block[k] += both * rr;
      block[k + 1] += both * ri;
      block[k + 2] += both * ir;
      block[k + 3] += both * ii;
    }
  }

  /** Says that a load is connected between a node and ground. */
  void grounded(int node) {
    for (int s = 0; s < reactor.length; s++) {
      if (equations.together(node, equations.sections.get(s)[0])) {
        reactor[s] = LEAST;
      }
    }
  }

  /**
   * Factorises.
   *
   * @return false if the matrix is singular
   */
  boolean factorise() {
    for (int s = 0; s < reactor.length; s++) {
      int[] nodes = equations.sections.get(s);
      double share = reactor[s] / nodes.length;
      for (int node : nodes) {
        for (int other : nodes) {
          add(node, other, 0, share, -share, 0);
        }
      }
    }
    return factors.factorise(equations, block);
  }

  /** Adds what the reactors draw at the groups' voltages. */
  void addReactors(double[] w, double[] drawn) {
    for (int s = 0; s < reactor.length; s++) {
      double share = reactor[s] / equations.sections.get(s).length;
      double sumRe = common(s, w, 0);
      double sumIm = common(s, w, 1);
      for (int node : equations.sections.get(s)) {
        int g = 2 * equations.group[node];
        double factor = equations.joined.factor[node];
        drawn[g] += factor * share * sumIm;
        drawn[g + 1] -= factor * share * sumRe;
      }
    }
  }

  /** The greatest current through a reactor, pu. */
  double strayed(double[] w) {
    double greatest = 0;
    for (int s = 0; s < reactor.length; s++) {
      double voltage = Math.hypot(common(s, w, 0), common(s, w, 1));
      greatest = Math.max(greatest, reactor[s] * voltage);
    }
    return greatest;
  }

  private double common(int s, double[] w, int part) {
    double sum = 0;
    for (int node : equations.sections.get(s)) {
      sum += equations.joined.factor[node] * w[2 * equations.group[node] + part];
    }
    return sum;
  }

  /** Solves for a right-hand side of 2 · unknown numbers, in its place. */
  void solve(double[] x) {
    factors.solve(x);
  }
}
