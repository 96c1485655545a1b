package powergrid.baselines.convex;

import powergrid.api.space.Axis;

/** What to ask of a device so that it does what is planned. */
public final class SetPoint {
  private static final double NEARLY_MW = 1e-9;

  private SetPoint() {}

  /**
   * A planned power; but the end of what may be asked where the plan is at the end of what the
   * device can do. So a limit that the sun or a demand sets is left to them.
   *
   * @param injected the device's power in the plan
   * @param program that it is of
   * @param optimum the plan
   * @param axis what may be asked, MW injected
   * @return MW injected
   */
  public static double of(Expression injected, ConvexProgram program, Optimum optimum, Axis axis) {
    double planned = optimum.value(injected);
    boolean most = planned >= injected.greatest(program) - NEARLY_MW;
    boolean least = planned <= injected.least(program) + NEARLY_MW;
    if (most && least) { // nothing to choose now: no limit, should there be more
      return axis.high() > 0 ? axis.high() : axis.low();
    }
    return most ? axis.high() : least ? axis.low() : axis.clamp(planned);
  }
}
