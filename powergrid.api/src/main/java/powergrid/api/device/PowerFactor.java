package powergrid.api.device;

/** Reactive power that goes with active power at a constant power factor. */
public final class PowerFactor {
  private PowerFactor() {}

  /**
   * The tangent of the angle whose cosine is the power factor.
   *
   * @param factor above 0, at most 1
   * @return MVAr with every MW
   */
  public static double mvarPerMw(double factor) {
    return Math.sqrt(1 / (factor * factor) - 1);
  }
}
