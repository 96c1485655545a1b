package powergrid.api.space;

/**
 * One scalar of a {@link Space}: continuous within bounds, or a choice.
 *
 * @param name unique within its space, e.g. {@code p} or {@code storage.soc}
 * @param unit as written, e.g. {@code MW}; empty for a pure number
 * @param low the least value; may be infinite for observations
 * @param high the greatest value, not below {@code low}
 * @param choices 0 for a continuous axis, else the number of choices 0 to choices − 1
 */
public record Axis(String name, String unit, double low, double high, int choices) {
  /** Checks the bounds. */
  public Axis {
    if (!(low <= high)) {
      throw new IllegalArgumentException(name + ": bounds [" + low + ", " + high + "] are empty");
    }
    if (choices < 0) {
      throw new IllegalArgumentException(name + ": " + choices + " choices");
    }
  }

  /**
   * A continuous axis.
   *
   * @param name unique within its space
   * @param unit as written
   * @param low the least value
   * @param high the greatest value
   * @return the axis
   */
  public static Axis real(String name, String unit, double low, double high) {
    return new Axis(name, unit, low, high, 0);
  }

  /**
   * An axis of choices 0 to choices − 1.
   *
   * @param name unique within its space
   * @param choices how many, at least one
   * @return the axis
   */
  public static Axis choice(String name, int choices) {
    return new Axis(name, "", 0, choices - 1, choices);
  }

  /**
   * Whether this axis is continuous.
   *
   * @return false for choices
   */
  public boolean continuous() {
    return choices == 0;
  }

  /**
   * The nearest value that lies on this axis.
   *
   * @param value any number but NaN
   * @return within the bounds; rounded where the axis is a choice
   */
  public double clamp(double value) {
    double within = Math.max(low, Math.min(high, value));
    return choices == 0 ? within : Math.rint(within);
  }

  Axis under(String prefix) {
    return new Axis(prefix + name, unit, low, high, choices);
  }
}
