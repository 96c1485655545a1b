package powergrid.devices.storage;

/**
 * The exact solution of ds/dt = −λ s − c over a step in which c is constant: s(Δt) = s(0) (1 − λ g)
 * − c g with g = (1 − e^(−λ Δt)) / λ, which is Δt without self-discharge.
 */
final class SelfDischarge {
  /** The first term that the series leaves out, x⁷/8!, is below 1e-16 here. */
  private static final double SMALL = 0.02;

  private final double rate;

  /** At a share of the stored energy a day. */
  SelfDischarge(double shareADay) {
    rate = -Math.log1p(-shareADay) / 24;
  }

  /** The hours g for which a constant power counts at the end of a step. */
  double countingHours(double hours) {
    double x = rate * hours;
    return x < SMALL ? hours * series(x) : -Math.expm1(-x) / rate;
  }

  /** (1 − e^(−x)) / x = 1 − x/2! + x²/3! − …: exact to 1e-16 for small x, and fast. */
  private static double series(double x) {
    return 1 - x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5 * (1 - x / 6 * (1 - x / 7)))));
  }

  /** The share of what is stored that is left, given these hours. */
  double kept(double countingHours) {
    return 1 - rate * countingHours;
  }
}
