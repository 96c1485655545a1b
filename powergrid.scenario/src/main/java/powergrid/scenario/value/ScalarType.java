package powergrid.scenario.value;

import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;

/**
 * A kind of value that is written as one scalar.
 *
 * @param <T> what it becomes
 */
abstract class ScalarType<T> implements ValueType<T> {
  @Override
  public final Optional<T> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (!(setting instanceof Setting.Scalar scalar) || Words.nothing(scalar)) {
      String message = Words.wrongShape(setting, expected(bounds));
      mistakes.add(new Mistake(setting.place(), message));
      return Optional.empty();
    }
    try {
      return Optional.of(parse(scalar, bounds));
    } catch (BadValue e) {
      mistakes.add(new Mistake(setting.place(), e.getMessage()));
      return Optional.empty();
    }
  }

  /** Reads a scalar that is not null. */
  abstract T parse(Setting.Scalar scalar, Bounds bounds) throws BadValue;

  /** That a scalar is not of this kind. */
  final BadValue not(Setting.Scalar scalar, String what, Bounds bounds) {
    return new BadValue(Words.quote(scalar.text()) + " is " + what + "; write " + expected(bounds));
  }
}
