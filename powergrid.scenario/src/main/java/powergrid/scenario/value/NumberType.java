package powergrid.scenario.value;

import java.math.BigDecimal;

/** A real number. */
public final class NumberType extends NumericType<Double> {
  @Override
  Double checked(BigDecimal number, String written, boolean pure, Bounds bounds) throws BadValue {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      throw new BadValue(Words.quote(written) + " is too large or too small a number");
    }
    bounds.check(value, written);
    return value;
  }

  @Override
  public String word() {
    return "number";
  }

  @Override
  public String expected(Bounds bounds) {
    return bounds.unit().isEmpty()
        ? "a number"
        : "a number in " + bounds.unit() + ", e.g. 0.5 or 0.5 " + bounds.unit();
  }
}
