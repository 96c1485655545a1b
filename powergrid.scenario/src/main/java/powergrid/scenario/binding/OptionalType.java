package powergrid.scenario.binding;

import java.util.List;
import java.util.Optional;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ValueType;

/** A value that may be left out. */
record OptionalType<T>(ValueType<T> value) implements ValueType<Optional<T>> {
  @Override
  public Optional<Optional<T>> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    Optional<T> given = value.read(setting, bounds, mistakes);
    return given.isPresent() ? Optional.of(given) : Optional.empty();
  }

  @Override
  public String word() {
    return value.word();
  }

  @Override
  public String expected(Bounds bounds) {
    return value.expected(bounds);
  }

  @Override
  public List<FieldDescription> fields() {
    return value.fields();
  }

  @Override
  public Setting complete(Setting setting) {
    return value.complete(setting);
  }
}
