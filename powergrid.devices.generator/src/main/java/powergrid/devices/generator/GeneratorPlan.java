package powergrid.devices.generator;

import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/**
 * A generator in a convex program, as the package describes it: commitment is relaxed to 0 ≤ u ≤ 1,
 * minimum times are left out.
 */
final class GeneratorPlan {
  private final GeneratorSettings settings;
  private final OperatingCost cost;
  private final Program program;

  GeneratorPlan(GeneratorSettings settings, OperatingCost cost, Program program) {
    this.settings = settings;
    this.cost = cost;
    this.program = program;
  }

  /** Adds all intervals, from a power and a status before the first. */
  void add(Outlook outlook, double powerBefore, boolean onBefore) {
    int p = program.variable(powerBefore, powerBefore);
    double statusBefore = onBefore ? 1 : 0;
    int u = program.variable(statusBefore, statusBefore);
    for (int k = 0; k < outlook.intervals(); k++) {
      double hours = outlook.hours(k);
      int before = p;
      int statusThen = u;
      p = program.variable(0, settings.pMaxMw());
      u = program.variable(0, 1);
      program.inject(k, p, 1);
      atMost(0, p, 1, u, -settings.pMaxMw()); // p ≤ pMax u
      run(p, u, hours);
      change(statusThen, u);
      ramp(before, statusThen, p, u, hours);
    }
  }

  private void run(int p, int u, double hours) {
    program.cost(u, cost.constant() * hours);
    program.cost(p, cost.linear() * hours);
    program.squareCost(p, cost.quadratic() * hours);
    if (!cost.hasPieces()) {
      return;
    }
    int pieces = program.variable(cost.leastOfPieces(), cost.greatestOfPieces());
    program.cost(pieces, hours);
    for (int i = 0; i < cost.pieces(); i++) { // above every piece, taken in proportion to u
      atMost(
          0,
          new int[] {p, u, pieces},
          new double[] {cost.slopeOfPiece(i), cost.offsetOfPiece(i), -1});
    }
  }

  private void change(int before, int now) {
    if (settings.startUpCost() > 0) {
      int start = program.variable(0, 1);
      program.cost(start, settings.startUpCost());
      atMost(0, new int[] {now, before, start}, new double[] {1, -1, -1});
    }
    if (settings.shutDownCost() > 0) {
      int stop = program.variable(0, 1);
      program.cost(stop, settings.shutDownCost());
      atMost(0, new int[] {before, now, stop}, new double[] {1, -1, -1});
    }
  }

  /** What runs may rise by its ramp, what starts to pMin or higher; the same downwards. */
  private void ramp(int before, int statusThen, int p, int u, double hours) {
    double rise = settings.riseLimitMwPerHour() * hours;
    double fall = settings.fallLimitMwPerHour() * hours;
    double start = Math.max(settings.pMinMw(), rise);
    if (start < settings.pMaxMw()) { // p − p' ≤ rise u' + start (1 − u')
      atMost(start, new int[] {p, before, statusThen}, new double[] {1, -1, start - rise});
    }
    if (fall + settings.pMinMw() < settings.pMaxMw()) { // p' − p ≤ fall u + (fall + pMin) (1 − u)
      double stop = fall + settings.pMinMw();
      atMost(stop, new int[] {before, p, u}, new double[] {1, -1, settings.pMinMw()});
    }
  }

  private void atMost(double most, int a, double factorA, int b, double factorB) {
    atMost(most, new int[] {a, b}, new double[] {factorA, factorB});
  }

  private void atMost(double most, int[] variables, double[] factors) {
    program.constrain(Double.NEGATIVE_INFINITY, most, variables, factors);
  }
}
