package powergrid.scenario.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.LongFunction;

/**
 * A whole number.
 *
 * @param <T> its class
 */
public final class WholeType<T> extends NumericType<T> {
  private final long least;
  private final long greatest;
  private final LongFunction<T> box;

  private WholeType(long least, long greatest, LongFunction<T> box) {
    this.least = least;
    this.greatest = greatest;
    this.box = box;
  }

  /**
   * Whole numbers of 32 bits.
   *
   * @return the type
   */
  public static WholeType<Integer> ofInt() {
    return new WholeType<>(Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n);
  }

  /**
   * Whole numbers of 64 bits.
   *
   * @return the type
   */
  public static WholeType<Long> ofLong() {
    return new WholeType<>(Long.MIN_VALUE, Long.MAX_VALUE, n -> n);
  }

  @Override
  T checked(BigDecimal number, String written, boolean pure, Bounds bounds) throws BadValue {
    boolean digits = !pure || written.matches("[-+]?[0-9]+");
    BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
    if (!digits || whole.compareTo(number) != 0) {
      throw new BadValue(
          Words.quote(written) + " is not a whole number; write " + expected(bounds));
    }
    bounds.check(number.doubleValue(), written);
    if (whole.compareTo(BigDecimal.valueOf(least)) < 0
        || whole.compareTo(BigDecimal.valueOf(greatest)) > 0) {
      throw new BadValue(
          Words.quote(written) + " is out of range; it must be from " + least + " to " + greatest);
    }
    return box.apply(whole.longValueExact());
  }

  @Override
  public String word() {
    return "whole number";
  }

  @Override
  public String expected(Bounds bounds) {
    return bounds.in("a whole number");
  }
}
