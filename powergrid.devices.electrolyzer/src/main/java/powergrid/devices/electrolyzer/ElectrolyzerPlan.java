package powergrid.devices.electrolyzer;

import powergrid.api.planning.Program;

/**
 * An electrolyzer in a convex program. Whether it runs is relaxed to 0 ≤ u ≤ 1; the power that a
 * flow takes, which is convex in it, to what lies above some of its tangents, each in proportion to
 * u:
 *
 * <pre>x ≥ standby (1 − u) + x(m_i) u + x'(m_i) (m − m_i u)</pre>
 */
final class ElectrolyzerPlan {
  private static final int TANGENTS = 8;

  private final ElectrolyzerSettings settings;
  private final Stack stack;
  private final Program program;
  private final double leastKgPerHour;
  private final double mostKgPerHour;
  private int stored;

  ElectrolyzerPlan(ElectrolyzerSettings settings, Stack stack, Program program) {
    this.settings = settings;
    this.stack = stack;
    this.program = program;
    leastKgPerHour = stack.flow(settings.minConsumptionMw());
    mostKgPerHour = stack.flow(settings.maxConsumptionMw());
  }

  /** Sets what is stored before the first interval, kg. */
  void start(double kg) {
    stored = program.variable(kg, kg);
  }

  /** Adds an interval. */
  void add(int k, double hours) {
    int power = program.variable(0, settings.maxConsumptionMw());
    int runs = program.variable(0, 1);
    int flow = program.variable(0, mostKgPerHour);
    program.inject(k, power, -1);
    atMost(0, new int[] {flow, runs}, new double[] {1, -mostKgPerHour});
    for (int i = 0; i <= TANGENTS; i++) {
      tangent(power, runs, flow, leastKgPerHour + (mostKgPerHour - leastKgPerHour) * i / TANGENTS);
    }
    double demand = settings.demandKgPerHour() * hours;
    int delivered = program.variable(0, demand);
    int next = program.variable(0, settings.storeKg());
    // what finds no room is not made: made ≤ flow · hours
    atMost(0, new int[] {next, stored, delivered, flow}, new double[] {1, -1, 1, -hours});
    program.cost(settings.shortfallCost() * demand);
    program.cost(delivered, -settings.shortfallCost() - settings.hydrogenPrice());
    stored = next;
  }

  private void tangent(int power, int runs, int flow, double at) {
    double slope = 1 / stack.marginal(stack.power(at));
    double standby = settings.standbyMw();
    double offset = stack.power(at) - slope * at;
    atMost(-standby, new int[] {power, runs, flow}, new double[] {-1, offset - standby, slope});
  }

  private void atMost(double most, int[] variables, double[] factors) {
    program.constrain(Double.NEGATIVE_INFINITY, most, variables, factors);
  }
}
