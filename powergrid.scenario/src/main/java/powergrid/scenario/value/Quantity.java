package powergrid.scenario.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decimal number with or without a unit after it.
 *
 * @param number as written
 * @param unit as written; empty for none
 */
public record Quantity(String number, String unit) {
  private static final Pattern FORM =
      Pattern.compile(
          "([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)\\s*((?:[\\p{L}%°€$].*)?)");
  // beyond this the digits of a number, written out, are a burden and no double holds it
  private static final int MAX_EXPONENT = 400;

  /**
   * Reads one.
   *
   * @param text as written
   * @return empty where it does not begin with a number, or something else than a unit follows
   */
  public static Optional<Quantity> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Quantity(matcher.group(1), matcher.group(2).strip()))
        : Optional.empty();
  }

  /**
   * The number, exactly.
   *
   * @return its value
   * @throws BadValue if it is too large or too small for any use
   */
  public BigDecimal value() throws BadValue {
    try {
      BigDecimal value = new BigDecimal(number);
      if (Math.abs((long) value.precision() - value.scale()) <= MAX_EXPONENT) {
        return value;
      }
    } catch (NumberFormatException e) {
      // its exponent is beyond even BigDecimal: said below
    }
    throw new BadValue(Words.quote(number) + " is too large or too small a number");
  }
}
