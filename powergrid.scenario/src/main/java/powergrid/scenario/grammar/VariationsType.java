package powergrid.scenario.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.Variation;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.Words;

/**
 * {@code vary}: for each path the values that it takes in turn; or a list of what several paths are
 * set to together.
 */
final class VariationsType implements ValueType<List<Variation>> {
  private static final String CHOICE =
      "paths with a value each, e.g. {microgrids.MG1.protocol: none, learn.gamma: 0.9}";

  @Override
  public Optional<List<Variation>> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    int before = mistakes.size();
    List<Variation> variations = new ArrayList<>();
    if (setting instanceof Setting.Mapping mapping) {
      mapping
          .fields()
          .forEach((path, values) -> variation(path, values, mistakes).ifPresent(variations::add));
    } else if (setting instanceof Setting.Sequence sequence) {
      variations.add(together(sequence, mistakes));
    } else {
      wrongShape(setting, expected(bounds), mistakes);
    }
    return mistakes.size() == before ? Optional.of(variations) : Optional.empty();
  }

  private static Optional<Variation> variation(
      String path, Setting values, List<Mistake> mistakes) {
    if (!(values instanceof Setting.Sequence sequence)) {
      wrongShape(values, "a list of the values to compare, e.g. [a, b]", mistakes);
      return Optional.empty();
    }
    if (sequence.items().isEmpty()) {
      String message = "the list is empty; write the values to compare, e.g. [a, b]";
      mistakes.add(new Mistake(values.place(), message));
      return Optional.empty();
    }
    return Optional.of(Variation.of(path, sequence.items()));
  }

  private static Variation together(Setting.Sequence sequence, List<Mistake> mistakes) {
    List<Map<String, Setting>> choices = new ArrayList<>();
    for (Setting item : sequence.items()) {
      if (item instanceof Setting.Mapping choice && !choice.fields().isEmpty()) {
        choices.add(choice.fields());
      } else {
        wrongShape(item, CHOICE, mistakes);
      }
    }
    if (sequence.items().isEmpty()) {
      mistakes.add(new Mistake(sequence.place(), "the list is empty; write " + CHOICE));
    }
    return new Variation(choices);
  }

  private static void wrongShape(Setting setting, String expected, List<Mistake> mistakes) {
    mistakes.add(new Mistake(setting.place(), Words.wrongShape(setting, expected)));
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
