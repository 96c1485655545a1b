package powergrid.console;

import java.util.Locale;
import tools.jackson.core.io.NumberOutput;

/** Writes numbers, the same in every locale. */
final class Numbers {
  private Numbers() {}

  /** With so many decimals; never a negative zero. */
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero && text.startsWith("-") ? text.substring(1) : text;
  }

  /** The shortest text that reads back as the same number. */
  static String shortest(double value) {
    // + 0.0 turns −0 into 0; Double.toString is not the shortest before JDK 19
    String digits = NumberOutput.toString(value + 0.0, true);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }
}
