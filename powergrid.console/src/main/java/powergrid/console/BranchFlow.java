package powergrid.console;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Transformer;
import powergrid.api.powerflow.Solution;

/** What flows through a branch of a solved network. */
final class BranchFlow {
  private static final double TOLERANCE = 1e-6;

  private final double[] ampere;
  private final double mw;
  private final double mvar;
  private final double lossesMw;
  private final double loading;

  private BranchFlow(double[] ampere, double mw, double mvar, double lossesMw, double loading) {
    this.ampere = ampere;
    this.mw = mw;
    this.mvar = mvar;
    this.lossesMw = lossesMw;
    this.loading = loading;
  }

  static BranchFlow of(Network network, Solution solution, int branch) {
    Branch named = network.branches().get(branch);
    Bus from = network.bus(named.from());
    Bus to = network.bus(named.to());
    double[] ampere = new double[3];
    double[] power = new double[3]; // MW and MVAr into the from end, MW into the to end
    double fromAmpere = 0;
    double toAmpere = 0;
    for (int phase = 0; phase < 3; phase++) {
      int i = 3 * branch + phase;
      double here = Math.hypot(solution.currentRe()[i], solution.currentIm()[i]);
      ampere[phase] = named.fromPhases().has(phase) ? here : Double.NaN;
      fromAmpere = Math.max(fromAmpere, here);
      toAmpere =
          Math.max(toAmpere, Math.hypot(solution.toCurrentRe()[i], solution.toCurrentIm()[i]));
      int at = 3 * network.busIndex(from.id()) + phase;
      int far = 3 * network.busIndex(to.id()) + phase;
      double fromVolts = from.kv() / Math.sqrt(3) * 1e-3;
      double toVolts = to.kv() / Math.sqrt(3) * 1e-3;
      double re = solution.currentRe()[i];
      double im = solution.currentIm()[i];
      power[0] += fromVolts * (solution.re()[at] * re + solution.im()[at] * im);
      power[1] += fromVolts * (solution.im()[at] * re - solution.re()[at] * im);
      power[2] +=
          toVolts
              * (solution.re()[far] * solution.toCurrentRe()[i]
                  + solution.im()[far] * solution.toCurrentIm()[i]);
    }
    return new BranchFlow(
        ampere,
        power[0],
        power[1],
        power[0] + power[2],
        Math.max(fromAmpere, toAmpere * turns(named)) / named.ratingA());
  }

  /** Amperes at the from end a rated ampere at the to end. */
  private static double turns(Branch branch) {
    return branch instanceof Transformer t ? t.toKv() / t.fromKv() : 1;
  }

  /** Magnitude of a phase's current at the from end, A; NaN where there is none. */
  double ampere(int phase) {
    return ampere[phase];
  }

  /** Active power into the from end. */
  double mw() {
    return mw;
  }

  /** Reactive power into the from end. */
  double mvar() {
    return mvar;
  }

  /** Active power into both ends together. */
  double lossesMw() {
    return lossesMw;
  }

  /**
   * Greatest current of a phase over the rating, at the end where that is more; NaN without a
   * rating.
   */
  double loading() {
    return loading;
  }

  boolean overloaded() {
    return loading > 1 + TOLERANCE;
  }
}
