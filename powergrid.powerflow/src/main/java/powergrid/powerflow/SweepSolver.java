package powergrid.powerflow;

import java.util.Arrays;
import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/**
 * Solves a radial network by sweeping it until no voltage changes by more than a tolerance. What is
 * not connected to a source through closed branches has zero voltage and draws nothing. After a solve
 * that diverged, voltages are those of a flat start, currents and totals are zero.
 */
final class SweepSolver implements Solver {
  /** Below this voltage, pu of rated, a load of constant power or current means collapse. */
  static final double COLLAPSE = 0.1;

  /** A change of voltages by 1,000 pu, squared: they are not coming back. */
  private static final double RUNAWAY = 1e6;

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
    demand = new Demand(network, feeder.tree, injections);
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
    demand.update();
    readVoltages();
    double lowest = Math.max(COLLAPSE, injections.impedanceBelowPu());
    double limit2 = lowest * lowest;
    double change = Double.POSITIVE_INFINITY;
    int iteration = 0;
    while (change > tolerance2 && iteration < maxIterations) {
      iteration++;
      Arrays.fill(x.ir, 0, demand.used(), 0);
      Arrays.fill(x.ii, 0, demand.used(), 0);
      demand.draw(x, limit2);
      sweep.backward();
      change = sweep.forward();
      if (change > RUNAWAY) {
        break;
      }
    }
    demand.count(x, limit2);
    boolean collapsed =
        injections.impedanceBelowPu() < COLLAPSE && demand.lowLoads() + demand.lowInjections() > 0;
    if (change > tolerance2 || collapsed || !writeTotals()) {
      giveUp(iteration);
      return Status.DIVERGED;
    }
    writeVoltages();
    flows.write(x, solution);
    solution.effort(iteration, demand.lowLoads());
    return Status.CONVERGED;
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
    demand.connect(on);
    flows.connect(closed, solution);
    Arrays.fill(x.vr, 0);
    Arrays.fill(x.vi, 0);
    for (Source source : net.network.sources()) {
      int bus = net.network.busIndex(source.bus());
      for (int phase = 0; phase < 3; phase++) {
        double angle = Math.toRadians(source.angleDeg() - 120 * phase);
        x.vr[feeder.tree.node[3 * bus + phase]] = source.voltagePu() * Math.cos(angle);
        x.vi[feeder.tree.node[3 * bus + phase]] = source.voltagePu() * Math.sin(angle);
      }
    }
  }

  /** The sources' voltages stay as they are. */
  private void readVoltages() {
    double[] re = solution.re();
    double[] im = solution.im();
    int[] terminal = feeder.tree.terminal;
    for (int n = feeder.tree.sourceNodes(); n < feeder.tree.nodes; n++) {
      x.vr[n] = re[terminal[n]];
      x.vi[n] = im[terminal[n]];
    }
  }

  private void writeVoltages() {
    double[] re = solution.re();
    double[] im = solution.im();
    int[] node = feeder.tree.node;
    for (int i = 0; i < node.length; i++) {
      int n = node[i];
      re[i] = n < 0 ? 0 : x.vr[n];
      im[i] = n < 0 ? 0 : x.vi[n];
    }
  }

  private void noLoad() {
    Tree tree = feeder.tree;
    for (int n = tree.sourceNodes(); n < tree.nodes; n++) {
      x.vr[n] = feeder.ratio[n] * x.vr[tree.up[n]];
      x.vi[n] = feeder.ratio[n] * x.vi[tree.up[n]];
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
    double sourceMw = 0;
    double sourceMvar = 0;
    for (int n = 0; n < tree.sourceNodes(); n++) {
      sourceMw += x.vr[n] * x.ir[n] + x.vi[n] * x.ii[n];
      sourceMvar += x.vi[n] * x.ir[n] - x.vr[n] * x.ii[n];
    }
    double lossesMw = 0;
    for (int n = tree.sourceNodes(); n < tree.nodes; n++) {
      double dropRe = feeder.ratio[n] * x.vr[tree.up[n]] - x.vr[n];
      double dropIm = feeder.ratio[n] * x.vi[tree.up[n]] - x.vi[n];
      lossesMw += dropRe * x.ir[n] + dropIm * x.ii[n];
    }
    double lossesMvar = sourceMvar + demand.givenMvar() - demand.loadMvar();
    solution.totals(
        sourceMw, sourceMvar, demand.loadMw(), demand.loadMvar(), lossesMw, lossesMvar);
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
