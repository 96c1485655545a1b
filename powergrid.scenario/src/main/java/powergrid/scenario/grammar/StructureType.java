package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ValueType;

/**
 * A part of a scenario that is written as fields.
 *
 * @param <T> what it becomes
 */
abstract class StructureType<T> implements ValueType<T> {
  private final String expected;

  StructureType(String expected) {
    this.expected = expected;
  }

  @Override
  public Optional<T> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    return Section.open(setting, expected, mistakes).flatMap(this::read);
  }

  /** Reads its fields; empty where there was a mistake. */
  abstract Optional<T> read(Section section);

  @Override
  public final String word() {
    return "fields";
  }

  @Override
  public final String expected(Bounds bounds) {
    return expected;
  }
}
