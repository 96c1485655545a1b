package powergrid.scenario.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.Words;

/**
 * A list of at least one thing with an id, each with another.
 *
 * @param <T> what its elements become
 */
record UniqueIds<T>(ListType<T> list) implements ValueType<List<T>> {
  static <T> UniqueIds<T> of(ValueType<T> element) {
    return new UniqueIds<>(ListType.nonEmpty(element));
  }

  @Override
  public Optional<List<T>> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    int before = mistakes.size();
    if (setting instanceof Setting.Sequence sequence) {
      check(sequence, mistakes);
    }
    Optional<List<T>> elements = list.read(setting, bounds, mistakes);
    return mistakes.size() == before ? elements : Optional.empty();
  }

  private static void check(Setting.Sequence sequence, List<Mistake> mistakes) {
    Map<String, Place> taken = new HashMap<>();
    for (Setting item : sequence.items()) {
      if (item instanceof Setting.Mapping mapping
          && mapping.fields().get("id") instanceof Setting.Scalar id) {
        Place first = taken.putIfAbsent(id.text(), id.place());
        if (first != null) {
          String where = first.line() > 0 ? " on line " + first.line() : "";
          mistakes.add(
              new Mistake(
                  id.place(),
                  "the id " + Words.quote(id.text()) + " is taken" + where + "; use another"));
        }
      }
    }
  }

  @Override
  public String word() {
    return list.word();
  }

  @Override
  public String expected(Bounds bounds) {
    return list.expected(bounds);
  }
}
