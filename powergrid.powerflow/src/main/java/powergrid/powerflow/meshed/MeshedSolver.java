package powergrid.powerflow.meshed;

import java.util.Arrays;
import powergrid.api.network.Branch;
import powergrid.api.network.Network;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.model.Demand;
import powergrid.powerflow.model.Elements;
import powergrid.powerflow.model.PerUnit;
import powergrid.powerflow.model.Phasors;

/**
 * Injects the currents that are drawn at the voltages of the iteration before, {@code V = Y⁻¹
 * (−I(V) − Y_s V_s)}, until no voltage changes by more than a tolerance, judged from how fast the
 * changes shrink. After a solve that diverged, voltages are those without load, currents and totals
 * zero.
 */
final class MeshedSolver implements Solver {
  /** Below this voltage, pu of rated, a load of constant power or current means collapse. */
  private static final double COLLAPSE = 0.1;

  private static final double RUNAWAY = 1e6;

  /** The next change is taken to be four times what it looks to be; squared. */
  private static final double CAUTION = 16;

  private final PerUnit net;
  private final double tolerance2;
  private final int maxIterations;
  private final Injections injections;
  private final Solution solution;
  private final Nodal nodal;
  private final Demand demand;
  private final MeshedFlows flows;
  private final Phasors x;
  private final int[] node;
  private final int[] terminal;
  private final boolean[] closed;
  private final boolean[] on;
  private final int[] taps;
  private double[] w = {};
  private double[] given = {};
  private int nodes;
  private boolean wired;

  MeshedSolver(Network network, double tolerancePu, int maxIterations) {
    net = new PerUnit(network);
    tolerance2 = tolerancePu * tolerancePu;
    this.maxIterations = maxIterations;
    injections = new Injections(network);
    solution = new Solution(network);
    nodal = new Nodal(net);
    demand = new Demand(network, injections);
    flows = new MeshedFlows(net, nodal);
    x = new Phasors(3 * network.buses().size());
    node = new int[3 * network.buses().size()];
    terminal = new int[node.length];
    closed = injections.closed().clone();
    on = injections.capacitorOn().clone();
    taps = injections.taps().clone();
    rewire();
    flatStart();
  }

  /** Why a network cannot be solved; null if it can. */
  static String obstacle(Network network) {
    String fault = Elements.fault(network);
    if (fault == null) {
      fault = Elements.beyondThreePhases(network);
    }
    if (fault == null) {
      fault = floatingNoLoad(network);
    }
    if (fault != null) {
      return fault;
    }
    Injections first = new Injections(network);
    return new Nodal(new PerUnit(network)).build(first.closed(), first.capacitorOn(), first.taps());
  }

  private static String floatingNoLoad(Network network) {
    for (Branch branch : network.branches()) {
      if (branch instanceof Transformer t
          && (t.gPu() != 0 || t.bPu() != 0)
          && (t.fromWinding() == Winding.WYE || t.toWinding() == Winding.WYE)) {
        return "branch "
            + t.id()
            + " has a no-load admittance at a floating neutral; leave it out or ground the neutral";
      }
    }
    return null;
  }

  @Override
  public Injections injections() {
    return injections;
  }

  @Override
  public Solution solution() {
    return solution;
  }

  @Override
  public void flatStart() {
    follow();
    noLoad();
    writeVoltages();
  }

  private void follow() {
    if (!wired
        || !Arrays.equals(closed, injections.closed())
        || !Arrays.equals(on, injections.capacitorOn())
        || !Arrays.equals(taps, injections.taps())) {
      System.arraycopy(injections.closed(), 0, closed, 0, closed.length);
      System.arraycopy(injections.capacitorOn(), 0, on, 0, on.length);
      System.arraycopy(injections.taps(), 0, taps, 0, taps.length);
      rewire();
    }
  }

  private void rewire() {
    String obstacle = nodal.build(closed, on, taps);
    wired = obstacle == null;
    if (!wired) {
      throw new IllegalStateException(obstacle);
    }
    nodes = 0;
    for (int i = 0; i < node.length; i++) {
      node[i] = nodal.group[i] < 0 ? -1 : nodes;
      if (nodal.group[i] >= 0) {
        terminal[nodes++] = i;
      }
    }
    demand.connect(net, node, nodes, closed, on);
    flows.connect(closed, on);
    Arrays.fill(x.v, 0);
    w = new double[2 * nodal.groups];
    given = new double[2 * nodal.unknown];
    for (int k = 0; k < nodal.unknown; k++) {
      int[] columns = nodal.columns[k];
      double[] entries = nodal.entries[k];
      for (int j = 0; j < columns.length; j++) {
        int column = columns[j];
        if (column >= nodal.unknown) {
          double re = nodal.known[2 * column];
          double im = nodal.known[2 * column + 1];
          given[2 * k] -= entries[2 * j] * re - entries[2 * j + 1] * im;
          given[2 * k + 1] -= entries[2 * j] * im + entries[2 * j + 1] * re;
        }
      }
    }
  }

  @Override
  public Status solve() {
    follow();
    demand.update(Math.max(COLLAPSE, injections.impedanceBelowPu()));
    readVoltages();
    boolean converged = false;
    double change = 0;
    int iteration = 0;
    while (!converged && change <= RUNAWAY && iteration < maxIterations) {
      iteration++;
      double previous = change;
      Arrays.fill(x.i, 0, 2 * demand.nodes(), 0);
      demand.draw(x);
      change = inject();
      // changes shrink by a constant factor: the next one is about change / previous of this one
      converged = change <= tolerance2 || CAUTION * change * change <= tolerance2 * previous;
    }
    Arrays.fill(x.i, 0, 2 * demand.nodes(), 0);
    demand.draw(x);
    demand.count(x);
    boolean collapsed =
        injections.impedanceBelowPu() < COLLAPSE && demand.lowLoads() + demand.lowInjections() > 0;
    if (!converged || collapsed || !writeTotals()) {
      giveUp(iteration);
      return Status.DIVERGED;
    }
    writeVoltages();
    solution.unsupplied(demand.unsuppliedMw());
    solution.effort(iteration, demand.lowLoads());
    return Status.CONVERGED;
  }

  /** Injects what is drawn; the greatest change of a voltage, squared. */
  private double inject() {
    double[] right = nodal.factors.right();
    System.arraycopy(given, 0, right, 0, given.length);
    for (int n = 0; n < nodes; n++) {
      int k = nodal.group[terminal[n]];
      if (k < nodal.unknown) {
        double factor = nodal.factor[terminal[n]];
        right[2 * k] -= factor * x.i[2 * n];
        right[2 * k + 1] -= factor * x.i[2 * n + 1];
      }
    }
    takeOver();
    double change = 0;
    for (int n = 0; n < nodes; n++) {
      int k = nodal.group[terminal[n]];
      double factor = nodal.factor[terminal[n]];
      double re = factor * w[2 * k];
      double im = factor * w[2 * k + 1];
      double dRe = re - x.v[2 * n];
      double dIm = im - x.v[2 * n + 1];
      change = Math.max(change, dRe * dRe + dIm * dIm);
      x.v[2 * n] = re;
      x.v[2 * n + 1] = im;
    }
    return change;
  }

  private void takeOver() {
    double[] found = nodal.factors.solve();
    System.arraycopy(found, 0, w, 0, 2 * nodal.unknown);
    System.arraycopy(
        nodal.known, 2 * nodal.unknown, w, 2 * nodal.unknown, w.length - 2 * nodal.unknown);
  }

  private void noLoad() {
    System.arraycopy(given, 0, nodal.factors.right(), 0, given.length);
    takeOver();
    for (int n = 0; n < nodes; n++) {
      int k = nodal.group[terminal[n]];
      x.v[2 * n] = nodal.factor[terminal[n]] * w[2 * k];
      x.v[2 * n + 1] = nodal.factor[terminal[n]] * w[2 * k + 1];
    }
  }

  private void readVoltages() {
    for (int n = 0; n < nodes; n++) {
      x.v[2 * n] = solution.re()[terminal[n]];
      x.v[2 * n + 1] = solution.im()[terminal[n]];
    }
  }

  private void writeVoltages() {
    for (int i = 0; i < node.length; i++) {
      solution.re()[i] = node[i] < 0 ? 0 : x.v[2 * node[i]];
      solution.im()[i] = node[i] < 0 ? 0 : x.v[2 * node[i] + 1];
    }
  }

  /** What flows into the network at the sources; losses are what is left. */
  private boolean writeTotals() {
    Arrays.fill(solution.sourcesMw(), 0);
    Arrays.fill(solution.sourcesMvar(), 0);
    double[] known = nodal.known;
    double sourceMw = 0;
    double sourceMvar = 0;
    for (int k = nodal.unknown; k < nodal.groups; k++) {
      double re = 0;
      double im = 0;
      int[] columns = nodal.columns[k];
      double[] entries = nodal.entries[k];
      for (int j = 0; j < columns.length; j++) {
        double vr = w[2 * columns[j]];
        double vi = w[2 * columns[j] + 1];
        re += entries[2 * j] * vr - entries[2 * j + 1] * vi;
        im += entries[2 * j] * vi + entries[2 * j + 1] * vr;
      }
      double mw = known[2 * k] * re + known[2 * k + 1] * im;
      double mvar = known[2 * k + 1] * re - known[2 * k] * im;
      solution.sourcesMw()[nodal.sourcePhase[k] / 3] += mw;
      solution.sourcesMvar()[nodal.sourcePhase[k] / 3] += mvar;
    }
    for (int n = 0; n < nodes; n++) {
      int k = nodal.group[terminal[n]];
      if (k >= nodal.unknown) {
        double mw = x.v[2 * n] * x.i[2 * n] + x.v[2 * n + 1] * x.i[2 * n + 1];
        double mvar = x.v[2 * n + 1] * x.i[2 * n] - x.v[2 * n] * x.i[2 * n + 1];
        solution.sourcesMw()[nodal.sourcePhase[k] / 3] += mw;
        solution.sourcesMvar()[nodal.sourcePhase[k] / 3] += mvar;
      }
    }
    for (int i = 0; i < solution.sourcesMw().length; i++) {
      sourceMw += solution.sourcesMw()[i];
      sourceMvar += solution.sourcesMvar()[i];
    }
    demand.generated(solution.generatorsMvar());
    double lossesMw = sourceMw + demand.givenMw() - demand.loadMw();
    double lossesMvar = sourceMvar + demand.givenMvar() - demand.loadMvar();
    solution.totals(sourceMw, sourceMvar, demand.loadMw(), demand.loadMvar(), lossesMw, lossesMvar);
    return Double.isFinite(sourceMw + sourceMvar + lossesMw + lossesMvar);
  }

  @Override
  public void flows() {
    flows.write(x, node, taps, solution);
  }

  private void giveUp(int iterations) {
    noLoad();
    writeVoltages();
    flows.clear(solution);
    Arrays.fill(solution.sourcesMw(), 0);
    Arrays.fill(solution.sourcesMvar(), 0);
    solution.totals(0, 0, 0, 0, 0, 0);
    solution.effort(iterations, 0);
  }
}
