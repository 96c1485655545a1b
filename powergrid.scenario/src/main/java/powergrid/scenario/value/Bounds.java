package powergrid.scenario.value;

/**
 * What a field allows of the numbers in it.
 *
 * @param unit as written; empty for pure numbers
 * @param min the least, inclusive; −∞ for no bound
 * @param max the greatest, inclusive; ∞ for no bound
 */
public record Bounds(String unit, double min, double max) {
  /** Everything, without a unit. */
  public static final Bounds NONE =
      new Bounds("", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * Pure numbers from some number on.
   *
   * @param min the least
   * @return the bounds
   */
  public static Bounds atLeast(double min) {
    return new Bounds("", min, Double.POSITIVE_INFINITY);
  }

  /**
   * Checks a number.
   *
   * @param value in the unit
   * @param written as the user wrote it
   * @throws BadValue if it is out of bounds
   */
  public void check(double value, String written) throws BadValue {
    if (value < min || value > max) {
      throw new BadValue(Words.quote(written) + " is out of range; it must be " + range());
    }
  }

  /**
   * The unit behind a word.
   *
   * @param word to append to
   * @return e.g. {@code a number in MW}
   */
  public String in(String word) {
    return unit.isEmpty() ? word : word + " in " + unit;
  }

  private String range() {
    String suffix = unit.isEmpty() ? "" : " " + unit;
    if (min == Double.NEGATIVE_INFINITY) {
      return "at most " + Words.number(max) + suffix;
    }
    if (max == Double.POSITIVE_INFINITY) {
      return "at least " + Words.number(min) + suffix;
    }
    return "from " + Words.number(min) + " to " + Words.number(max) + suffix;
  }
}
