package powergrid.devices.storage;

/**
 * The exact solution of ds/dt = −λ s − c over a step in which c is constant: s(Δt) = s(0) (1 − λ g)
 * − c g with g = (1 − e^(−λ Δt)) / λ, which is Δt without self-discharge.
 */
final class SelfDischarge {
  private final double rate;

  /** At a share of the stored energy a day. */
  SelfDischarge(double shareADay) {
    rate = -Math.log1p(-shareADay) / 24;
  }

  /** The hours g for which a constant power counts at the end of a step. */
  double countingHours(double hours) {
    return rate == 0 ? hours : -Math.expm1(-rate * hours) / rate;
  }

  /** The share of what is stored that is left, given these hours. */
  double kept(double countingHours) {
    return 1 - rate * countingHours;
  }
}
