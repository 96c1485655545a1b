package powergrid.powerflow.sweep;

import java.util.Arrays;
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

  /** Voltages that changed by no more than four times the tolerance; squared. */
  private static final double NEAR = 16;

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
  private final Ladder ladder;
  private final SlowModes slowModes;
  private final int[] firstTaps;
  private final boolean[] firstOn;
  private final Floating floating;
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
    x = new Phasors(3 * network.buses().size());
    sweep = new Sweep(feeder, x);
    ladder = new Ladder(demand, sweep, x);
    slowModes = new SlowModes(ladder, 3 * network.buses().size());
    firstTaps = injections.taps().clone();
    firstOn = injections.capacitorOn().clone();
    floating = new Floating(net, feeder.tree);
    closed = injections.closed().clone();
    on = injections.capacitorOn().clone();
    rewire(true);
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
    floating.check(injections);
    demand.update(Math.max(COLLAPSE, injections.impedanceBelowPu()));
    slowModes.load(demand.share());
    readVoltages();
    boolean converged = false;
    boolean shrinking = true;
    double change = 0;
    int iteration = 0;
    while (!converged && change <= RUNAWAY && iteration < maxIterations) {
      iteration++;
      double previous = change;
      slowModes.look();
      change = ladder.sweep();
      double left = slowModes.left();
      shrinking &= iteration == 1 || change < previous;
      // changes shrink by a constant factor: the next one is about change / previous of this one
      // and what currents are is as near to what they will be as voltages were before the sweep
      converged =
          change <= tolerance2
              || (change <= NEAR * tolerance2
                  && left <= tolerance2
                  && CAUTION * change * change <= tolerance2 * previous);
      if (!converged && shrinking) {
        slowModes.correct();
      }
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
    boolean switched = !wired || !Arrays.equals(closed, injections.closed());
    if (switched || !Arrays.equals(on, injections.capacitorOn())) {
      System.arraycopy(injections.closed(), 0, closed, 0, closed.length);
      System.arraycopy(injections.capacitorOn(), 0, on, 0, on.length);
      rewire(switched);
    }
  }

  /** What is found once a position of the switches is found with the first capacitors. */
  private void rewire(boolean switched) {
    if (switched) {
      wire(firstOn);
      findSlowModes();
    }
    if (!switched || !Arrays.equals(on, firstOn)) {
      wire(on);
    }
  }

  private void wire(boolean[] capacitors) {
    String obstacle = feeder.rewire(closed, capacitors);
    if (obstacle == null) {
      obstacle = floating.find();
    }
    wired = obstacle == null;
    if (!wired) {
      throw new IllegalStateException(obstacle);
    }
    demand.connect(net, feeder.tree.node, feeder.tree.nodes, closed, capacitors);
    flows.connect(closed);
    Arrays.fill(x.v, 0);
    for (int i = 0; i < feeder.tree.node.length; i++) {
      if (feeder.tree.node[i] < 0) {
        solution.re()[i] = 0;
        solution.im()[i] = 0;
      }
    }
    for (int k = 0; k < feeder.tree.roots; k++) {
      Source source = net.network.sources().get(feeder.tree.source[k]);
      for (int phase = 0; phase < 3; phase++) {
        double angle = Math.toRadians(source.angleDeg() - 120 * phase);
        int n = feeder.tree.first[k] + phase;
        x.v[2 * n] = source.voltagePu() * StrictMath.cos(angle);
        x.v[2 * n + 1] = source.voltagePu() * StrictMath.sin(angle);
      }
    }
  }

  /** At nominal loads, first taps and capacitors, so that they depend on the switches alone. */
  private void findSlowModes() {
    feeder.tap(firstTaps);
    demand.nominal(COLLAPSE);
    noLoad();
    ladder.sweep();
    ladder.sweep();
    slowModes.find(feeder.tree.sourceNodes(), feeder.tree.nodes);
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
    int[] terminal = feeder.tree.terminal;
    for (int n = 0; n < feeder.tree.nodes; n++) {
      re[terminal[n]] = x.v[2 * n];
      im[terminal[n]] = x.v[2 * n + 1];
    }
  }

  private void noLoad() {
    Tree tree = feeder.tree;
    for (int k = tree.roots; k < tree.buses; k++) {
      for (int n = tree.first[k]; n < tree.first[k] + tree.phases[k]; n++) {
        x.v[2 * n] = sweep.fed(k, n, 0);
        x.v[2 * n + 1] = sweep.fed(k, n, 1);
      }
    }
  }

  /**
   * Books power supplied, taken and lost. Active losses are added up over the branches; reactive
   * ones, which contain the lines' charging, are what is left.
   *
   * @return false if that gave no finite numbers
   */
  private boolean writeTotals() {
    double sourceMw = 0;
    double sourceMvar = 0;
    Arrays.fill(solution.sourcesMw(), 0);
    Arrays.fill(solution.sourcesMvar(), 0);
    for (int k = 0; k < feeder.tree.roots; k++) {
      double mwOfRoot = 0;
      double mvarOfRoot = 0;
      for (int phase = 0; phase < 3; phase++) {
        int re = 2 * (feeder.tree.first[k] + phase);
        int im = re + 1;
        double mw = x.v[re] * x.i[re] + x.v[im] * x.i[im];
        double mvar = x.v[im] * x.i[re] - x.v[re] * x.i[im];
        solution.sourcesMw()[3 * feeder.tree.source[k] + phase] = mw;
        solution.sourcesMvar()[3 * feeder.tree.source[k] + phase] = mvar;
        mwOfRoot += mw;
        mvarOfRoot += mvar;
      }
      sourceMw += mwOfRoot;
      sourceMvar += mvarOfRoot;
    }
    double lossesMw = seriesLossesMw() + demand.noLoadMw();
    double lossesMvar = sourceMvar + demand.givenMvar() - demand.loadMvar();
    solution.totals(sourceMw, sourceMvar, demand.loadMw(), demand.loadMvar(), lossesMw, lossesMvar);
    demand.generated(solution.generatorsMvar());
    return Double.isFinite(sourceMw + sourceMvar + lossesMw + lossesMvar + demand.loadMw());
  }

  private double seriesLossesMw() {
    Tree tree = feeder.tree;
    double[] v = x.v;
    double[] i = x.i;
    double re = 0;
    double im = 0;
    for (int n = tree.sourceNodes(); n < tree.nodes; n++) {
      int up = 2 * tree.up[n];
      re += (feeder.ratio[n] * v[up] - v[2 * n]) * i[2 * n];
      im += (feeder.ratio[n] * v[up + 1] - v[2 * n + 1]) * i[2 * n + 1];
    }
    return re + im + (feeder.anyCoupled ? coupledLossesMw() : 0);
  }

  /** What the ratios of single phases got wrong where phases are coupled. */
  private double coupledLossesMw() {
    Tree tree = feeder.tree;
    double mw = 0;
    for (int k = tree.roots; k < tree.threeEnd(); k++) {
      for (int n = tree.first[k]; feeder.coupled[k] && n < tree.first[k] + 3; n++) {
        for (int part = 0; part < 2; part++) {
          double single = feeder.ratio[n] * x.v[2 * tree.up[n] + part];
          mw += (sweep.fed(k, n, part) - single) * x.i[2 * n + part];
        }
      }
    }
    return mw;
  }

  private void giveUp(int iterations) {
    noLoad();
    writeVoltages();
    Arrays.fill(solution.currentRe(), 0);
    Arrays.fill(solution.currentIm(), 0);
    Arrays.fill(solution.toCurrentRe(), 0);
    Arrays.fill(solution.toCurrentIm(), 0);
    solution.totals(0, 0, 0, 0, 0, 0);
    solution.effort(iterations, 0);
  }
}
