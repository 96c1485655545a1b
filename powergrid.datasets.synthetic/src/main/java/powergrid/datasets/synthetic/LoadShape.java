package powergrid.datasets.synthetic;

/** How residential load goes through the day and with the weather. */
final class LoadShape {
  /** Load at every full hour of a mild weekday, pu: a morning and an evening hump. */
  private static final double[] WEEKDAY = {
    0.53, 0.50, 0.48, 0.47, 0.47, 0.50, 0.56, 0.63, 0.66, 0.65, 0.63, 0.62,
    0.62, 0.61, 0.61, 0.63, 0.67, 0.73, 0.79, 0.81, 0.78, 0.72, 0.65, 0.58
  };

  /** The same for weekends: a later, flatter morning. */
  private static final double[] WEEKEND = {
    0.55, 0.52, 0.49, 0.47, 0.47, 0.48, 0.50, 0.54, 0.59, 0.63, 0.65, 0.66,
    0.65, 0.64, 0.63, 0.64, 0.66, 0.70, 0.75, 0.77, 0.75, 0.70, 0.64, 0.58
  };

  private static final double HEATING_BELOW_C = 15;
  private static final double HEATING_PER_DEGREE = 0.007;
  private static final double COOLING_ABOVE_C = 22;
  private static final double COOLING_PER_DEGREE = 0.011;
  private static final double MOST_WEATHER = 0.25;

  private LoadShape() {}

  /**
   * Load of a mild day.
   *
   * @param weekend or weekday
   * @param hour 0 to 24
   * @return pu, linear between full hours
   */
  static double of(boolean weekend, double hour) {
    double[] shape = weekend ? WEEKEND : WEEKDAY;
    int from = (int) hour;
    double share = hour - from;
    return shape[from % 24] * (1 - share) + shape[(from + 1) % 24] * share;
  }

  /**
   * What heating and cooling add.
   *
   * @param temperature °C
   * @return pu
   */
  static double weather(double temperature) {
    double cold = Math.max(0, HEATING_BELOW_C - temperature) * HEATING_PER_DEGREE;
    double heat = Math.max(0, temperature - COOLING_ABOVE_C) * COOLING_PER_DEGREE;
    return Math.min(MOST_WEATHER, cold + heat);
  }
}
