package powergrid.devices.electrolyzer;

/** Power and the hydrogen it makes, one from the other. */
final class Stack {
  private static final double KILOWATTS = 1000;

  private final double auxiliaryMw;

  /** kWh/kg. */
  private final double alpha;

  /** kWh h/kg². */
  private final double beta;

  Stack(ElectrolyzerSettings settings) {
    double most = settings.maxConsumptionMw();
    auxiliaryMw = settings.auxiliaryShare() * most;
    alpha = settings.idleKwhPerKg();
    double full = KILOWATTS * most / settings.fullKwhPerKg();
    beta = (KILOWATTS * (most - auxiliaryMw) / full - alpha) / full;
  }

  /** Hydrogen made at a power, kg/h. */
  double flow(double megawatts) {
    double stack = KILOWATTS * (megawatts - auxiliaryMw);
    if (stack <= 0) {
      return 0;
    }
    // the root of α m + β m² = stack in a form that also holds for β = 0
    return 2 * stack / (alpha + Math.sqrt(alpha * alpha + 4 * beta * stack));
  }

  /** Power that makes a flow, MW. */
  double power(double kgPerHour) {
    return auxiliaryMw + (alpha + beta * kgPerHour) * kgPerHour / KILOWATTS;
  }

  /** Hydrogen that one more MWh makes at a power, kg. */
  double marginal(double megawatts) {
    return KILOWATTS / (alpha + 2 * beta * flow(megawatts));
  }
}
