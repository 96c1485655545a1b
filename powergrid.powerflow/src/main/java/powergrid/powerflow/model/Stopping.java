package powergrid.powerflow.model;

/** When a method may stop: checks of its settings. */
public final class Stopping {
  private Stopping() {}

  /**
   * Checks the settings of an iteration.
   *
   * @param name of the tolerance's setting
   * @param tolerance in the setting's unit
   * @param maxIterations how many iterations a solve may take
   * @throws IllegalArgumentException unless the tolerance is from 1e-13, which rounding allows, to
   *     below 1 and there may be an iteration
   */
  public static void check(String name, double tolerance, int maxIterations) {
    if (!(tolerance >= 1e-13 && tolerance < 1)) {
      throw new IllegalArgumentException(
          name + " is " + tolerance + "; it must be from 1e-13 to below 1");
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations is " + maxIterations + ", less than 1");
    }
  }
}
