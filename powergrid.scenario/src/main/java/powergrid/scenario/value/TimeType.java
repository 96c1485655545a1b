package powergrid.scenario.value;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import powergrid.api.scenario.Setting;

/** A date with a time of day, ISO 8601 without a zone. */
public final class TimeType extends ScalarType<LocalDateTime> {
  @Override
  LocalDateTime parse(Setting.Scalar scalar, Bounds bounds) throws BadValue {
    try {
      return LocalDateTime.parse(scalar.text().strip());
    } catch (DateTimeParseException e) {
      throw not(scalar, "not a time", bounds);
    }
  }

  @Override
  public String word() {
    return "time";
  }

  @Override
  public String expected(Bounds bounds) {
    return "a date and time such as 2023-07-01T00:00";
  }
}
