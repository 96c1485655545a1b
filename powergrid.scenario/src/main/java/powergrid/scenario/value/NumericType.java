package powergrid.scenario.value;

import java.math.BigDecimal;
import java.util.Set;
import powergrid.api.scenario.Setting;

/**
 * A number with or without a unit.
 *
 * @param <T> what it becomes
 */
abstract class NumericType<T> extends ScalarType<T> {
  private static final Set<String> NOT_FINITE =
      Set.of(".nan", ".inf", "+.inf", "-.inf", "nan", "inf", "infinity", "+infinity", "-infinity");

  @Override
  final T parse(Setting.Scalar scalar, Bounds bounds) throws BadValue {
    String text = scalar.text().strip();
    if (NOT_FINITE.contains(text.toLowerCase(java.util.Locale.ROOT))) {
      throw not(scalar, "not a finite number", bounds);
    }
    Quantity quantity = Quantity.of(text).orElseThrow(() -> not(scalar, "not a number", bounds));
    if (quantity.unit().isEmpty() && scalar.quoted()) {
      throw not(scalar, "a text, because of its quotes", bounds);
    }
    return checked(converted(quantity, scalar, bounds), text, quantity.unit().isEmpty(), bounds);
  }

  /** Makes the value, in the field's unit. */
  abstract T checked(BigDecimal number, String written, boolean pure, Bounds bounds)
      throws BadValue;

  private BigDecimal converted(Quantity quantity, Setting.Scalar scalar, Bounds bounds)
      throws BadValue {
    String written = quantity.unit();
    if (written.isEmpty() || written.equals(bounds.unit())) {
      return quantity.value();
    }
    if (bounds.unit().isEmpty()) {
      throw not(scalar, Unit.known(written) ? "a number with a unit" : "not a number", bounds);
    }
    Unit unit = Unit.of(written);
    Unit own = Unit.of(bounds.unit());
    if (!unit.converts(own)) {
      throw not(scalar, "in the wrong unit", bounds);
    }
    return unit.convert(quantity.value(), own);
  }
}
