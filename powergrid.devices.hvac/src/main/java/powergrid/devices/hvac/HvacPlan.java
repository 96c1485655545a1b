package powergrid.devices.hvac;

import powergrid.api.planning.Program;

/** A building in a convex program: its temperatures are linear in what it consumes. */
final class HvacPlan {
  private static final double LEAST_C = -100;
  private static final double GREATEST_C = 200;
  private static final double FURTHEST_K = GREATEST_C - LEAST_C;

  private final HvacSettings settings;
  private final Building building;
  private final Program program;
  private int air;
  private int envelope;

  HvacPlan(HvacSettings settings, Building building, Program program) {
    this.settings = settings;
    this.building = building;
    this.program = program;
  }

  /** Sets the temperatures before the first interval, °C. */
  void start(double airC, double envelopeC) {
    air = program.variable(airC, airC);
    envelope = program.variable(envelopeC, envelopeC);
  }

  /** Adds an interval. */
  void add(int k, double hours, double outdoorC, double gainMw) {
    building.prepare(hours);
    int heat = power(k, settings.mode() != HvacSettings.Mode.COOLING);
    int cool = power(k, settings.mode() != HvacSettings.Mode.HEATING);
    program.constrain(
        Double.NEGATIVE_INFINITY,
        settings.maxConsumptionMw(),
        new int[] {heat, cool},
        new double[] {1, 1});
    int nextAir = program.variable(LEAST_C, GREATEST_C);
    int nextEnvelope = program.variable(LEAST_C, GREATEST_C);
    int[] variables = {nextAir, air, envelope, heat, cool};
    // temperatures are linear in their starts and the heat, relative to outdoors
    temperature(
        variables,
        outdoorC,
        building.air(1, 0, 0),
        building.air(0, 1, 0),
        building.air(0, 0, 1),
        gainMw);
    variables[0] = nextEnvelope;
    temperature(
        variables,
        outdoorC,
        building.envelope(1, 0, 0),
        building.envelope(0, 1, 0),
        building.envelope(0, 0, 1),
        gainMw);
    air = nextAir;
    envelope = nextEnvelope;
    comfort(hours);
  }

  private int power(int k, boolean possible) {
    int power = program.variable(0, possible ? settings.maxConsumptionMw() : 0);
    program.inject(k, power, -1);
    return power;
  }

  /**
   * next = outdoor + a (air − outdoor) + e (envelope − outdoor) + q (COP heat − COP cool + gain)
   */
  private void temperature(
      int[] variables, double outdoorC, double a, double e, double q, double gainMw) {
    double constant = outdoorC * (1 - a - e) + q * gainMw;
    program.constrain(
        constant,
        constant,
        variables,
        new double[] {1, -a, -e, -q * settings.heatingCop(), q * settings.coolingCop()});
  }

  private void comfort(double hours) {
    int beyond = program.variable(0, FURTHEST_K);
    program.cost(beyond, settings.discomfortCost() * hours);
    program.constrain(
        Double.NEGATIVE_INFINITY, settings.maxC(), new int[] {air, beyond}, new double[] {1, -1});
    program.constrain(
        settings.minC(), Double.POSITIVE_INFINITY, new int[] {air, beyond}, new double[] {1, 1});
  }
}
