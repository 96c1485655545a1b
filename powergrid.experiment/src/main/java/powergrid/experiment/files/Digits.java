package powergrid.experiment.files;

import tools.jackson.core.io.NumberOutput;

/** Numbers as text. */
public final class Digits {
  private Digits() {}

  /**
   * The shortest text that reads back as the same bits, whatever the JDK or the locale.
   *
   * @param value any; −0 counts as 0
   * @return e.g. {@code 0.1}, {@code 3}, {@code 1E-7}, {@code NaN}
   */
  public static String shortest(double value) {
    // + 0.0 turns −0 into 0; Double.toString is not the shortest before JDK 19
    String digits = NumberOutput.toString(value + 0.0, true);
    return digits.endsWith(".0")
        ? digits.substring(0, digits.length() - 2)
        : digits.replace(".0E", "E");
  }
}
