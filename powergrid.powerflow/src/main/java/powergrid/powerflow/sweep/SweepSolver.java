package powergrid.powerflow.sweep;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.model.Demand;
import powergrid.powerflow.model.PerUnit;
import powergrid.powerflow.model.Phasors;

/**
 * Solves a radial network by sweeping it until another sweep would change no voltage by more than a
 * tolerance, judged from how fast the changes shrink. What is not connected to a source through
 * closed branches has zero voltage and draws nothing. After a solve that diverged, voltages are
 * those of a flat start, currents and totals are zero.
 */
final class SweepSolver implements Solver {
  /** Below this voltage, pu of rated, a load of constant power or current means collapse. */
  static final double COLLAPSE = 0.1;

  /** A change of voltages by 1,000 pu, squared: they are not coming back. */
  private static final double RUNAWAY = 1e6;

  /** The next change is taken to be four times what it looks to be; squared. */
  private static final double CAUTION = 16;

  private final PerUnit net;
  private final double tolerance2;
  private final int maxIterations;
  private final Injections injections;
  private final Solution solution;
  private final Feeder feeder;
  private final Demand demand;
  private final Flows flows;
  private final Phasors x;
  private final Sweep sweep;
  private final boolean[] closed;
  private final boolean[] on;
  private boolean wired;

  SweepSolver(Network network, double tolerancePu, int maxIterations) {
    this.net = new PerUnit(network);
    this.tolerance2 = tolerancePu * tolerancePu;
    this.maxIterations = maxIterations;
    injections = new Injections(network);
    solution = new Solution(network);
    feeder = new Feeder(net);
    demand = new Demand(network, injections);
    flows = new Flows(net, feeder);
    x = new Phasors(Demand.places(network));
    sweep = new Sweep(feeder, x);
    closed = injections.closed().clone();
    on = injections.capacitorOn().clone();
    rewire();
    flatStart();
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
    followSwitches();
    feeder.tap(injections.taps());
    noLoad();
    writeVoltages();
  }

  @Override
  public Status solve() {
    followSwitches();
    feeder.tap(injections.taps());
    demand.update(Math.max(COLLAPSE, injections.impedanceBelowPu()));
    readVoltages();
    boolean converged = false;
    double change = 0;
    int iteration = 0;
    while (!converged && change <= RUNAWAY && iteration < maxIterations) {
      iteration++;
      double previous = change;
      Arrays.fill(x.i, 0, 2 * demand.used(), 0);
      demand.draw(x);
      sweep.backward();
      change = sweep.forward();
      // changes shrink by a constant factor: the next one is about change / previous of this one
      converged = change <= tolerance2 || CAUTION * change * change <= tolerance2 * previous;
    }
    sweep.supply();
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

  @Override
  public void flows() {
    flows.write(x, solution);
  }

  private void followSwitches() {
    if (!wired
        || !Arrays.equals(closed, injections.closed())
        || !Arrays.equals(on, injections.capacitorOn())) {
      System.arraycopy(injections.closed(), 0, closed, 0, closed.length);
      System.arraycopy(injections.capacitorOn(), 0, on, 0, on.length);
      rewire();
    }
  }

  private void rewire() {
    String obstacle = feeder.rewire(closed, on);
    wired = obstacle == null;
    if (!wired) {
      throw new IllegalStateException(obstacle);
    }
    demand.connect(feeder.tree.node, feeder.tree.nodes, on);
    flows.connect(closed, solution);
    Arrays.fill(x.v, 0);
    List<Source> sources = net.network.sources();
    for (int i = 0; i < sources.size(); i++) { // an iterator would be an allocation
      Source source = sources.get(i);
      int bus = net.network.busIndex(source.bus());
      for (int phase = 0; phase < 3; phase++) {
        double angle = Math.toRadians(source.angleDeg() - 120 * phase);
        int n = feeder.tree.node[3 * bus + phase];
        x.v[2 * n] = source.voltagePu() * StrictMath.cos(angle);
        x.v[2 * n + 1] = source.voltagePu() * StrictMath.sin(angle);
      }
    }
  }

  /** The sources' voltages stay as they are. */
  private void readVoltages() {
    double[] re = solution.re();
    double[] im = solution.im();
    int[] terminal = feeder.tree.terminal;
    for (int n = feeder.tree.sourceNodes(); n < feeder.tree.nodes; n++) {
      x.v[2 * n] = re[terminal[n]];
      x.v[2 * n + 1] = im[terminal[n]];
    }
  }

  private void writeVoltages() {
    double[] re = solution.re();
    double[] im = solution.im();
    int[] node = feeder.tree.node;
    for (int i = 0; i < node.length; i++) {
      int n = node[i];
      re[i] = n < 0 ? 0 : x.v[2 * n];
      im[i] = n < 0 ? 0 : x.v[2 * n + 1];
    }
  }

  private void noLoad() {
    Tree tree = feeder.tree;
    for (int n = tree.sourceNodes(); n < tree.nodes; n++) {
      x.v[2 * n] = feeder.ratio[n] * x.v[2 * tree.up[n]];
      x.v[2 * n + 1] = feeder.ratio[n] * x.v[2 * tree.up[n] + 1];
    }
  }

  /**
   * Books power supplied, taken and lost. Active losses are added up over the branches; reactive
   * ones, which contain the lines' charging, are what is left.
   *
   * @return false if that gave no finite numbers
   */
  private boolean writeTotals() {
    Tree tree = feeder.tree;
    double[] sourcesMw = solution.sourcesMw();
    double[] sourcesMvar = solution.sourcesMvar();
    double sourceMw = 0;
    double sourceMvar = 0;
    for (int n = 0; n < tree.sourceNodes(); n++) {
      int re = 2 * n;
      int im = re + 1;
      double mw = x.v[re] * x.i[re] + x.v[im] * x.i[im];
      double mvar = x.v[im] * x.i[re] - x.v[re] * x.i[im];
      sourcesMw[n / 3] = n % 3 == 0 ? mw : sourcesMw[n / 3] + mw;
      sourcesMvar[n / 3] = n % 3 == 0 ? mvar : sourcesMvar[n / 3] + mvar;
      sourceMw += mw;
      sourceMvar += mvar;
    }
    double lossesMw = 0;
    for (int n = tree.sourceNodes(); n < tree.nodes; n++) {
      int re = 2 * n;
      int up = 2 * tree.up[n];
      double dropRe = feeder.ratio[n] * x.v[up] - x.v[re];
      double dropIm = feeder.ratio[n] * x.v[up + 1] - x.v[re + 1];
      lossesMw += dropRe * x.i[re] + dropIm * x.i[re + 1];
    }
    double lossesMvar = sourceMvar + demand.givenMvar() - demand.loadMvar();
    solution.totals(sourceMw, sourceMvar, demand.loadMw(), demand.loadMvar(), lossesMw, lossesMvar);
    return Double.isFinite(sourceMw + sourceMvar + lossesMw + lossesMvar + demand.loadMw());
  }

  private void giveUp(int iterations) {
    noLoad();
    writeVoltages();
    Arrays.fill(solution.currentRe(), 0);
    Arrays.fill(solution.currentIm(), 0);
    solution.totals(0, 0, 0, 0, 0, 0);
    solution.effort(iterations, 0);
  }
}
