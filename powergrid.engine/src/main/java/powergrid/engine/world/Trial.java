package powergrid.engine.world;

import powergrid.api.network.Branch;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/**
 * A feeder's state after its last solve, to be solved once more with some powers changed. Taps,
 * capacitors and what follows voltages stay as they are.
 */
final class Trial {
  private static final double LEAST_PU = 0.95;
  private static final double GREATEST_PU = 1.05;

  private final Network network;
  private final Solver solver;
  private final Injections actual;
  private final Solution last;
  private final DeviceTerminal[] terminals;

  Trial(
      Network network,
      Solver solver,
      Injections actual,
      Solution last,
      DeviceTerminal[] terminals) {
    this.network = network;
    this.solver = solver;
    this.actual = actual;
    this.last = last;
    this.terminals = terminals;
    solver.injections().reset(network);
    solver.injections().impedanceBelowPu(actual.impedanceBelowPu());
  }

  /** Takes over the state as it is. */
  void begin() {
    Injections in = solver.injections();
    copy(actual.loadScale(), in.loadScale());
    System.arraycopy(actual.taps(), 0, in.taps(), 0, in.taps().length);
    System.arraycopy(actual.capacitorOn(), 0, in.capacitorOn(), 0, in.capacitorOn().length);
    System.arraycopy(actual.closed(), 0, in.closed(), 0, in.closed().length);
    for (DeviceTerminal terminal : terminals) {
      terminal.clear(in);
    }
    for (DeviceTerminal terminal : terminals) {
      terminal.applyRealised(in);
    }
    copy(last.re(), solver.solution().re());
    copy(last.im(), solver.solution().im());
  }

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  /** Has a device inject more than it did. */
  void inject(DeviceTerminal terminal, double mw) {
    terminal.add(solver.injections(), mw);
  }

  /** Multiplies all loads. */
  void scaleLoads(double factor) {
    double[] scale = solver.injections().loadScale();
    for (int i = 0; i < scale.length; i++) {
      scale[i] *= factor;
    }
  }

  /** Injects more, in equal parts on the three nodes of a bus. */
  void inject(int firstNode, double mw) {
    for (int phase = 0; phase < 3; phase++) {
      solver.injections().pMw()[firstNode + phase] += mw / 3;
    }
  }

  /** Solves, flows too; false without solution. */
  boolean solve() {
    if (solver.solve() == Status.DIVERGED) {
      return false;
    }
    solver.flows();
    return true;
  }

  /** What was solved last; live. */
  Solution solution() {
    return solver.solution();
  }

  /**
   * Solves, and sums up how far voltages lie outside their limits, in pu, and currents beyond
   * ratings, per unit of the rating; infinity without solution.
   */
  double severity() {
    if (!solve()) {
      return Double.POSITIVE_INFINITY;
    }
    Solution s = solver.solution();
    double sum = 0;
    for (int node = 0; node < s.re().length; node++) {
      double pu = s.magnitude(node);
      if (pu > 0) {
        sum += Math.max(0, LEAST_PU - pu) + Math.max(0, pu - GREATEST_PU);
      }
    }
    for (int e = 0; e < network.branches().size(); e++) {
      Branch branch = network.branches().get(e);
      if (!Double.isNaN(branch.ratingA())) {
        for (int i = 3 * e; i < 3 * e + 3; i++) {
          double ampere = Math.hypot(s.currentRe()[i], s.currentIm()[i]);
          sum += Math.max(0, ampere / branch.ratingA() - 1);
        }
      }
    }
    return sum;
  }
}
