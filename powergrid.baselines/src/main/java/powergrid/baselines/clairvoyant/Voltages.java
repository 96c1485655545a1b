package powergrid.baselines.clairvoyant;

import powergrid.api.environment.FeederView;
import powergrid.api.network.Bus;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/** The voltages that a bound is proven for, and what loads draw at the least within them. */
final class Voltages {
  /** Supply voltage is within 10 % of nominal: EN 50160, 4.2.2.2 and 5.2.2.2. */
  static final double LEAST_PU = 0.9;

  static final double GREATEST_PU = 1.1;

  /** What the engine puts in place of a load's own lowest voltage where that is lower. */
  private static final double IMPEDANCE_BELOW_PU = 0.8;

  private static final double ROUNDING = 1e-9;

  private Voltages() {}

  /** Whether all of a feeder has supply, at voltages within the range. */
  static boolean within(FeederView feeder) {
    if (feeder.blackout() || feeder.notServedMwh() > 0) {
      return false;
    }
    Network network = feeder.network();
    Solution solution = feeder.solution();
    for (int b = 0; b < network.buses().size(); b++) {
      Bus bus = network.buses().get(b);
      for (int phase = 0; phase < 3; phase++) {
        int next = (phase + 1) % 3;
        if (bus.phases().has(phase)
            && !(within(solution.magnitude(3 * b + phase))
                && (!bus.phases().has(next)
                    || within(between(solution, 3 * b + phase, 3 * b + next))))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean within(double pu) {
    return pu >= LEAST_PU - ROUNDING && pu <= GREATEST_PU + ROUNDING;
  }

  /** Between two phases, pu of the voltage between phases. */
  private static double between(Solution solution, int a, int b) {
    double re = solution.re()[a] - solution.re()[b];
    double im = solution.im()[a] - solution.im()[b];
    return Math.sqrt((re * re + im * im) / 3);
  }

  /** What a load draws at the least, at a scale of 1, MW. */
  static double leastMw(Load load) {
    double mw = 0;
    for (int phase = 0; phase < 3; phase++) {
      double rated = load.mw().get(phase);
      mw += rated * share(load, rated > 0 ? LEAST_PU : GREATEST_PU);
    }
    return mw;
  }

  /**
   * The share of its rated power that a load draws at a voltage, pu: rises with it in all models,
   * also beyond the voltages between which the load's own holds.
   */
  static double share(Load load, double pu) {
    double low = Math.max(load.minPu(), IMPEDANCE_BELOW_PU);
    double held = Math.max(low, Math.min(load.maxPu(), pu));
    double beyond = pu / held;
    return share(load.model(), held) * beyond * beyond;
  }

  private static double share(LoadModel model, double pu) {
    return switch (model) {
      case POWER -> 1;
      case CURRENT -> pu;
      case IMPEDANCE -> pu * pu;
    };
  }
}
