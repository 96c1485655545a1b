package powergrid.scenario.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import powergrid.api.scenario.Setting;

/**
 * A duration: a number with {@code ms}, {@code s}, {@code min}, {@code h} or {@code d}, or ISO 8601
 * as in {@code PT15M}. Never negative. Bounds hold in the field's unit, seconds where it has none.
 */
public final class DurationType extends ScalarType<Duration> {
  private static final Set<String> UNITS = Set.of("ms", "s", "min", "h", "d");
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  @Override
  Duration parse(Setting.Scalar scalar, Bounds bounds) throws BadValue {
    Optional<Quantity> quantity = Quantity.of(scalar.text().strip());
    Duration duration =
        quantity.isPresent() ? decimal(scalar, quantity.get(), bounds) : iso(scalar, bounds);
    if (duration.isNegative()) {
      throw not(scalar, "negative", bounds);
    }
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    Unit own = Unit.of(bounds.unit().isEmpty() ? "s" : bounds.unit());
    Bounds named = bounds.unit().isEmpty() ? new Bounds("s", bounds.min(), bounds.max()) : bounds;
    named.check(Unit.of("s").convert(seconds, own).doubleValue(), scalar.text());
    return duration;
  }

  private Duration decimal(Setting.Scalar scalar, Quantity quantity, Bounds bounds)
      throws BadValue {
    if (quantity.unit().isEmpty()) {
      throw not(scalar, "a number without a unit", bounds);
    }
    if (!UNITS.contains(quantity.unit())) {
      throw not(scalar, "not a duration", bounds);
    }
    BigDecimal seconds = Unit.of(quantity.unit()).convert(quantity.value(), Unit.of("s"));
    try {
      BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE, MathContext.UNLIMITED);
      return Duration.ofSeconds(parts[0].longValueExact())
          .plusNanos(parts[1].multiply(NANOS).longValue());
    } catch (ArithmeticException e) {
      throw not(scalar, "too long", bounds);
    }
  }

  private Duration iso(Setting.Scalar scalar, Bounds bounds) throws BadValue {
    try {
      return Duration.parse(scalar.text().strip());
    } catch (DateTimeParseException e) {
      throw not(scalar, "not a duration", bounds);
    }
  }

  @Override
  public String word() {
    return "duration";
  }

  @Override
  public String expected(Bounds bounds) {
    return "a duration such as 200ms, 30s, 15min, 1h, 1d or PT15M";
  }
}
