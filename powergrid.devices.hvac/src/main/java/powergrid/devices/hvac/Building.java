package powergrid.devices.hvac;

/**
 * The two masses of a building, solved exactly over a step: with temperatures relative to outdoors,
 * x(Δt) = Φ x(0) + Q k, where Φ = exp(A Δt) and k = (Φ − I) A⁻¹ (1 / C, 0). Its coefficients depend
 * on the length of a step only.
 */
final class Building {
  private final double airToAir;
  private final double airToEnvelope;
  private final double envelopeToAir;
  private final double envelopeToEnvelope;
  private final double airMwhPerK;
  private double hours = Double.NaN;
  private double phi11;
  private double phi12;
  private double phi21;
  private double phi22;
  private double k1;
  private double k2;

  Building(HvacSettings settings) {
    airMwhPerK = settings.airMwhPerK();
    double inside = settings.airToEnvelopeMwPerK();
    airToEnvelope = inside / airMwhPerK;
    airToAir = -(inside + settings.infiltrationMwPerK()) / airMwhPerK;
    envelopeToAir = inside / settings.envelopeMwhPerK();
    envelopeToEnvelope =
        -(inside + settings.envelopeToOutdoorMwPerK()) / settings.envelopeMwhPerK();
  }

  /** Makes ready for steps of a length. */
  void prepare(double length) {
    if (length == hours) {
      return;
    }
    hours = length;
    double mean = (airToAir + envelopeToEnvelope) / 2;
    double half = (airToAir - envelopeToEnvelope) / 2;
    double delta = Math.sqrt(half * half + airToEnvelope * envelopeToAir);
    double slow = StrictMath.exp((mean + delta) * length);
    double fast = StrictMath.exp((mean - delta) * length);
    double even = (slow + fast) / 2;
    double odd = (slow - fast) / (2 * delta);
    phi11 = even + odd * half;
    phi12 = odd * airToEnvelope;
    phi21 = odd * envelopeToAir;
    phi22 = even - odd * half;
    // A⁻¹ (1 / C, 0)
    double determinant = airToAir * envelopeToEnvelope - airToEnvelope * envelopeToAir;
    double g1 = envelopeToEnvelope / determinant / airMwhPerK;
    double g2 = -envelopeToAir / determinant / airMwhPerK;
    k1 = (phi11 - 1) * g1 + phi12 * g2;
    k2 = phi21 * g1 + (phi22 - 1) * g2;
  }

  /** The air at the end of a step, K above outdoors, with heat in MW. */
  double air(double air, double envelope, double heat) {
    return phi11 * air + phi12 * envelope + k1 * heat;
  }

  /** The envelope at the end of a step, K above outdoors, with heat in MW. */
  double envelope(double air, double envelope, double heat) {
    return phi21 * air + phi22 * envelope + k2 * heat;
  }

  /** By how many kelvins a MW over the step warms the air. */
  double kelvinsPerMw() {
    return k1;
  }
}
