package powergrid.powerflow.meshed;

import java.util.Arrays;
import powergrid.api.network.Network;
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
 * changes shrink. Where they do not, or where loads alone connect a section to ground, it goes on
 * by Newton's method. After a solve that diverged, voltages are those without load, currents and
 * totals zero.
 */
final class MeshedSolver implements Solver {
  /** Below this voltage, pu of rated, a load of constant power or current means collapse. */
  private static final double COLLAPSE = 0.1;

  /** A change of voltages by 1,000 pu, squared: they are not coming back. */
  private static final double RUNAWAY = 1e6;

  /** The next change is taken to be four times what it looks to be; squared. */
  private static final double CAUTION = 16;

  /** Changes that shrink by less than a half do so too slowly; squared. */
  private static final double SLOW = 0.25;

  /** A change of voltages by 0.01 pu, squared: from there, Newton's method finds the solution. */
  private static final double NEAR = 1e-4;

  /** How many iterations changes have to begin shrinking in. */
  private static final int PATIENCE = 5;

  private final PerUnit net;
  private final double tolerance2;
  private final int maxIterations;
  private final Injections injections;
  private final Solution solution;
  private final Equations equations;
  private final Demand demand;
  private final MeshedFlows flows;
  private final Phasors x;
  private final int[] node;
  private final int[] terminal;
  private final boolean[] closed;
  private final boolean[] on;
  private final int[] taps;
  private final boolean[] noLoadDrawn;
  private Iteration iteration;
  private int nodes;
  private int count;
  private boolean wired;
  private boolean regular;

  MeshedSolver(Network network, double tolerancePu, int maxIterations) {
    net = new PerUnit(network);
    tolerance2 = tolerancePu * tolerancePu;
    this.maxIterations = maxIterations;
    injections = new Injections(network);
    solution = new Solution(network);
    equations = new Equations(net);
    demand = new Demand(network, injections);
    flows = new MeshedFlows(net, equations);
    x = new Phasors(3 * network.buses().size());
    node = new int[3 * network.buses().size()];
    terminal = new int[node.length];
    closed = injections.closed().clone();
    on = injections.capacitorOn().clone();
    taps = injections.taps().clone();
    noLoadDrawn = new boolean[closed.length];
    rewire();
    flatStart();
  }

  /** Why a network cannot be solved; null if it can. */
  static String obstacle(Network network) {
    String fault = Elements.fault(network);
    if (fault == null) {
      fault = Elements.beyondThreePhases(network);
    }
    if (fault != null) {
      return fault;
    }
    Injections first = new Injections(network);
    return new Equations(new PerUnit(network))
        .build(first.closed(), first.capacitorOn(), first.taps());
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
    iteration.noLoad();
    writeVoltages();
  }

  private void follow() {
    if (!wired
        || !Arrays.equals(closed, injections.closed())
        || !Arrays.equals(on, injections.capacitorOn())) {
      System.arraycopy(injections.closed(), 0, closed, 0, closed.length);
      System.arraycopy(injections.capacitorOn(), 0, on, 0, on.length);
      System.arraycopy(injections.taps(), 0, taps, 0, taps.length);
      rewire();
    } else if (!Arrays.equals(taps, injections.taps())) {
      System.arraycopy(injections.taps(), 0, taps, 0, taps.length);
      equations.tap(closed, on, taps);
      regular = iteration.restart();
    }
  }

  private void rewire() {
    String obstacle = equations.build(closed, on, taps);
    wired = obstacle == null;
    if (!wired) {
      throw new IllegalStateException(obstacle);
    }
    nodes = 0;
    for (int i = 0; i < node.length; i++) {
      node[i] = equations.group[i] < 0 ? -1 : nodes;
      if (node[i] >= 0) {
        terminal[nodes++] = i;
      }
    }
    // transformers' no-load admittances are part of the equations: none are to be drawn beside them
    demand.connect(net, node, nodes, noLoadDrawn, on);
    Arrays.fill(x.v, 0);
    iteration = new Iteration(equations, demand, x, terminal, nodes);
    regular = iteration.restart();
  }

  @Override
  public Status solve() {
    follow();
    demand.update(Math.max(COLLAPSE, injections.impedanceBelowPu()));
    readVoltages();
    count = 0;
    boolean converged = regular && (inject() || improve());
    iteration.draw();
    demand.count(x);
    boolean collapsed =
        injections.impedanceBelowPu() < COLLAPSE && demand.lowLoads() + demand.lowInjections() > 0;
    if (!converged || collapsed || !writeTotals()) {
      giveUp();
      return Status.DIVERGED;
    }
    writeVoltages();
    solution.unsupplied(demand.unsuppliedMw());
    solution.effort(count, demand.lowLoads());
    return Status.CONVERGED;
  }

  /** Injects currents until voltages stand still; false if they do not, or too slowly. */
  private boolean inject() {
    double change = 0;
    while (count < maxIterations) {
      count++;
      double previous = change;
      change = iteration.inject();
      if (still(change, previous)) {
        if (iteration.strays()) {
          readVoltages(); // it leads to a network with a ground that is not there
          return false;
        }
        return true;
      }
      boolean slow = count >= PATIENCE && change > SLOW * previous;
      if (slow && change <= NEAR) {
        return false;
      }
      if (slow || !(change <= RUNAWAY)) {
        readVoltages(); // it may lead away: back to where it started
        return false;
      }
    }
    return false;
  }

  /** Goes on by Newton's method until voltages stand still; false if they do not. */
  private boolean improve() {
    double change = 0;
    while (count < maxIterations) {
      count++;
      double previous = change;
      change = iteration.improve();
      if (still(change, previous)) {
        return true;
      }
      if (!(change <= RUNAWAY)) {
        return false;
      }
    }
    return false;
  }

  /** Changes shrink at least by a constant factor: the next is about change² / previous. */
  private boolean still(double change, double previous) {
    return change <= tolerance2 || CAUTION * change * change <= tolerance2 * previous;
  }

  private void readVoltages() {
    for (int n = 0; n < nodes; n++) {
      x.v[2 * n] = solution.re()[terminal[n]];
      x.v[2 * n + 1] = solution.im()[terminal[n]];
    }
    iteration.read();
  }

  private void writeVoltages() {
    for (int i = 0; i < node.length; i++) {
      solution.re()[i] = node[i] < 0 ? 0 : x.v[2 * node[i]];
      solution.im()[i] = node[i] < 0 ? 0 : x.v[2 * node[i] + 1];
    }
  }

  /**
   * Books power supplied, taken and lost. Active losses are what flows into the network less what
   * flows out, over all its groups; reactive ones, without capacitors, are what is left.
   *
   * @return false if that gave no finite numbers
   */
  private boolean writeTotals() {
    iteration.flow();
    Arrays.fill(solution.sourcesMw(), 0);
    Arrays.fill(solution.sourcesMvar(), 0);
    double[] w = iteration.w;
    double[] into = iteration.into;
    double lossesMw = 0;
    for (int g = 0; g < equations.groups; g++) {
      double mw = w[2 * g] * into[2 * g] + w[2 * g + 1] * into[2 * g + 1];
      lossesMw += mw;
      if (g >= equations.unknown) {
        double mvar = w[2 * g + 1] * into[2 * g] - w[2 * g] * into[2 * g + 1];
        supply(g, mw, mvar);
      }
    }
    for (int n = 0; n < nodes; n++) {
      int g = equations.group[terminal[n]];
      if (g >= equations.unknown) {
        double mw = x.v[2 * n] * x.i[2 * n] + x.v[2 * n + 1] * x.i[2 * n + 1];
        double mvar = x.v[2 * n + 1] * x.i[2 * n] - x.v[2 * n] * x.i[2 * n + 1];
        supply(g, mw, mvar);
      }
    }
    double sourceMw = 0;
    double sourceMvar = 0;
    for (int i = 0; i < solution.sourcesMw().length; i++) {
      sourceMw += solution.sourcesMw()[i];
      sourceMvar += solution.sourcesMvar()[i];
    }
    demand.generated(solution.generatorsMvar());
    double lossesMvar = sourceMvar + demand.givenMvar() - demand.loadMvar();
    solution.totals(sourceMw, sourceMvar, demand.loadMw(), demand.loadMvar(), lossesMw, lossesMvar);
    return Double.isFinite(sourceMw + sourceMvar + lossesMw + lossesMvar + demand.loadMw());
  }

  private void supply(int g, double mw, double mvar) {
    solution.sourcesMw()[equations.sourcePhase[g]] += mw;
    solution.sourcesMvar()[equations.sourcePhase[g]] += mvar;
  }

  @Override
  public void flows() {
    flows.write(x, node, closed, on, solution);
  }

  private void giveUp() {
    if (regular) {
      iteration.noLoad();
    } else {
      Arrays.fill(x.v, 0);
    }
    writeVoltages();
    flows.clear(solution);
    Arrays.fill(solution.sourcesMw(), 0);
    Arrays.fill(solution.sourcesMvar(), 0);
    solution.totals(0, 0, 0, 0, 0, 0);
    solution.effort(count, 0);
  }
}
