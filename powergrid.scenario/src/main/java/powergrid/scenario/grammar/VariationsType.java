package powergrid.scenario.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.Variation;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.Words;

/** {@code vary}: for each path the values that it takes in turn. */
final class VariationsType implements ValueType<List<Variation>> {
  @Override
  public Optional<List<Variation>> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (!(setting instanceof Setting.Mapping mapping)) {
      String message = Words.wrongShape(setting, expected(bounds));
      mistakes.add(new Mistake(setting.place(), message));
      return Optional.empty();
    }
    int before = mistakes.size();
    List<Variation> variations = new ArrayList<>();
    mapping
        .fields()
        .forEach((path, values) -> variation(path, values, mistakes).ifPresent(variations::add));
    return mistakes.size() == before ? Optional.of(variations) : Optional.empty();
  }

  private static Optional<Variation> variation(
      String path, Setting values, List<Mistake> mistakes) {
    if (!(values instanceof Setting.Sequence sequence)) {
      String message = Words.wrongShape(values, "a list of the values to compare, e.g. [a, b]");
      mistakes.add(new Mistake(values.place(), message));
      return Optional.empty();
    }
    if (sequence.items().isEmpty()) {
      String message = "the list is empty; write the values to compare, e.g. [a, b]";
      mistakes.add(new Mistake(values.place(), message));
      return Optional.empty();
    }
    return Optional.of(new Variation(path, sequence.items()));
  }

  @Override
  public String word() {
    return "fields";
  }

  @Override
  public String expected(Bounds bounds) {
    return "paths with lists of values, e.g. {microgrids.MG1.protocol: [none, setpoint]}";
  }
}
