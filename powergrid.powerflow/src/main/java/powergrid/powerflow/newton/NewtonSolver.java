package powergrid.powerflow.newton;

import java.util.Arrays;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/**
 * Solves a balanced network by Newton's method. After a solve that diverged, voltages are those
 * without load; currents and totals are zero.
 */
final class NewtonSolver implements Solver {
  /** Below this voltage, pu of rated, a constant power or current means collapse. */
  private static final double COLLAPSE = 0.1;

  /** What rounding leaves of a node's balance, of the sizes of its admittances. */
  private static final double ROUNDING = 1e-15;

  /** A balance this many times out of tolerance does not come back. */
  private static final double HOPELESS = 1e30;

  private final double tolerance;
  private final int maxIterations;
  private final Injections injections;
  private final Solution solution;

  /** The shortest part of a step that is tried. */
  private static final double SHORTEST = 1.0 / 64;

  private final PositiveSequence net;
  private final Nodes nodes;
  private final SetPoints setPoints;
  private final Admittances admittances;
  private final Taken taken;
  private final NoLoadVoltages noLoad;
  private final Totals totals;
  private final BranchFlows flows;
  private final boolean[] closed;
  private final boolean[] on;
  private final int[] taps;
  private boolean connected;
  private boolean scaled;
  private double[] re = {};
  private double[] im = {};
  private double[] startRe = {};
  private double[] startIm = {};
  private double[] x = {};
  private double[] tolerances = {};
  private PowerBalance balance;
  private Elimination elimination;
  private PivotedLu pivoted;
  private int iterations;

  NewtonSolver(Network network, double toleranceMva, int maxIterations) {
    this.tolerance = toleranceMva / 3;
    this.maxIterations = maxIterations;
    injections = new Injections(network);
    solution = new Solution(network);
    net = new PositiveSequence(network);
    nodes = new Nodes(net);
    setPoints = new SetPoints(nodes);
    admittances = new Admittances(nodes);
    taken = new Taken(nodes, setPoints, injections);
    noLoad = new NoLoadVoltages(nodes, setPoints);
    totals = new Totals(nodes, setPoints, taken);
    flows = new BranchFlows(nodes, setPoints, taken);
    closed = injections.closed().clone();
    on = injections.capacitorOn().clone();
    taps = injections.taps().clone();
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
    follow();
    noLoad.write(re, im);
    writeVoltages();
  }

  @Override
  public Status solve() {
    follow();
    taken.update(Math.max(COLLAPSE, injections.impedanceBelowPu()));
    readVoltages();
    iterations = 0;
    boolean converged = iterate();
    if (!converged) {
      noLoad.write(re, im);
      converged = iterate();
    }
    if (!converged || collapsed()) {
      giveUp();
      return Status.DIVERGED;
    }
    writeVoltages();
    totals.write(balance, on, solution);
    solution.effort(Math.max(1, iterations), taken.lowLoads(balance.square));
    return Status.CONVERGED;
  }

  @Override
  public void flows() {
    flows.write(closed, on, solution);
  }

  /**
   * Newton's method, from the nodes' voltages as they are. A step that does not bring the balance
   * nearer, as from one side of a load's limit to the other, is halved until it does.
   */
  private boolean iterate() {
    int last = iterations + maxIterations;
    double off = balance.evaluate(tolerances);
    while (off > 1 && off < HOPELESS && iterations < last) {
      iterations++;
      if (!direct()) {
        return false;
      }
      double before = balance.squares;
      System.arraycopy(re, 0, startRe, 0, re.length);
      System.arraycopy(im, 0, startIm, 0, im.length);
      move(1);
      off = balance.evaluate(tolerances);
      for (double part = 0.5; !(balance.squares < before) && part >= SHORTEST; part /= 2) {
        move(part);
        off = balance.evaluate(tolerances);
      }
    }
    return off <= 1;
  }

  /** Solves for the angles and relative lengths to move the voltages by. */
  private boolean direct() {
    System.arraycopy(balance.missing, 0, x, 0, x.length);
    if (elimination.solve(x)) {
      return true;
    }
    if (pivoted == null) {
      pivoted = new PivotedLu(balance.jacobian);
    }
    System.arraycopy(balance.missing, 0, x, 0, x.length);
    return pivoted.solve(x);
  }

  /** Moves the voltages by a part of the step from where they were. */
  private void move(double part) {
    int[] first = balance.jacobian.first;
    for (int i = 0; i < nodes.unknown; i++) {
      // a rotation by the angle but for its third power, without trigonometry
      double half = part * x[first[i]] / 2;
      double size = 1 / (1 + half * half);
      double cos = (1 - half * half) * size;
      double sin = 2 * half * size;
      if (!setPoints.isKept[i]) {
        double length = Math.min(Math.max(1 + part * x[first[i] + 1], 0.5), 2);
        cos *= length;
        sin *= length;
      }
      re[i] = cos * startRe[i] - sin * startIm[i];
      im[i] = cos * startIm[i] + sin * startRe[i];
    }
  }

  private boolean collapsed() {
    return injections.impedanceBelowPu() < COLLAPSE
        && taken.lowLoads(balance.square) + taken.lowInjections(balance.square) > 0;
  }

  private void follow() {
    if (!connected || !Arrays.equals(closed, injections.closed())) {
      System.arraycopy(injections.closed(), 0, closed, 0, closed.length);
      connect();
    }
    if (!scaled
        || !Arrays.equals(on, injections.capacitorOn())
        || !Arrays.equals(taps, injections.taps())) {
      System.arraycopy(injections.capacitorOn(), 0, on, 0, on.length);
      System.arraycopy(injections.taps(), 0, taps, 0, taps.length);
      scale();
    }
  }

  private void connect() {
    nodes.connect(closed);
    setPoints.connect();
    admittances.connect(closed, setPoints.isKept);
    taken.connect();
    noLoad.connect(closed);
    re = new double[nodes.nodes];
    im = new double[nodes.nodes];
    startRe = new double[nodes.nodes];
    startIm = new double[nodes.nodes];
    tolerances = new double[nodes.nodes];
    Jacobian jacobian = new Jacobian(nodes.unknown, admittances, setPoints.isKept);
    balance = new PowerBalance(admittances, jacobian, taken, re, im);
    x = new double[jacobian.variables()];
    elimination = new Elimination(jacobian, nodes.later);
    pivoted = null;
    connected = true;
    scaled = false;
  }

  private void scale() {
    scaled = false;
    net.tap(taps);
    String obstacle = nodes.scale();
    obstacle = obstacle == null ? setPoints.scale() : obstacle;
    if (obstacle != null) {
      throw new IllegalStateException(obstacle);
    }
    admittances.assemble(on);
    for (int i = 0; i < tolerances.length; i++) {
      tolerances[i] = Math.max(tolerance, ROUNDING * admittances.size[i]);
    }
    scaled = true;
  }

  /** What had no voltage so far starts without load; the sources' voltages are what they are. */
  private void readVoltages() {
    if (anyWasDark()) {
      noLoad.write(re, im);
    } else {
      noLoad.fix(re, im);
    }
    for (int i = 0; i < nodes.unknown; i++) {
      int a = 3 * nodes.first[i];
      if (!wasDark(a)) {
        re[i] = solution.re()[a];
        im[i] = solution.im()[a];
        noLoad.keep(i, re, im);
      }
    }
  }

  private boolean anyWasDark() {
    for (int i = 0; i < nodes.unknown; i++) {
      if (wasDark(3 * nodes.first[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean wasDark(int a) {
    return solution.re()[a] == 0 && solution.im()[a] == 0;
  }

  private void writeVoltages() {
    for (int bus = 0; bus < nodes.node.length; bus++) {
      int i = nodes.node[bus];
      double kRe = nodes.kRe[bus];
      double kIm = nodes.kIm[bus];
      solution.re()[3 * bus] = i < 0 ? 0 : kRe * re[i] - kIm * im[i];
      solution.im()[3 * bus] = i < 0 ? 0 : kRe * im[i] + kIm * re[i];
      BranchFlows.turn(solution.re(), solution.im(), 3 * bus);
    }
  }

  private void giveUp() {
    noLoad.write(re, im);
    writeVoltages();
    BranchFlows.clear(solution);
    totals.clear(solution);
    solution.effort(Math.max(1, iterations), 0);
  }
}
