package powergrid.api.network;

/**
 * A number for each phase; for delta equipment a is a–b, b is b–c and c is c–a.
 *
 * @param a of phase a
 * @param b of phase b
 * @param c of phase c
 */
public record PhaseValues(double a, double b, double c) {
  /** All zeros. */
  public static final PhaseValues ZERO = new PhaseValues(0, 0, 0);

  /**
   * The number of a phase.
   *
   * @param phase 0 for a, 1 for b, 2 for c
   * @return its value
   */
  public double get(int phase) {
    return phase == 0 ? a : phase == 1 ? b : c;
  }

  /**
   * These numbers times another.
   *
   * @param k the other
   * @return new values
   */
  public PhaseValues times(double k) {
    return new PhaseValues(k * a, k * b, k * c);
  }

  /**
   * Their sum.
   *
   * @return a + b + c
   */
  public double sum() {
    return a + b + c;
  }
}
