package powergrid.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.Variation;

/**
 * Names variants by what makes them differ: a plug-in by its type, a number or text by itself, and
 * by all its fields only what would otherwise be called the same.
 */
final class VariantNames {
  /** The path by which a choice says what its variant is called. */
  static final String NAME = "name";

  private VariantNames() {}

  /**
   * Names the combinations of a scenario's variations.
   *
   * @param scenario whose variations are combined
   * @return unique names, in the order of {@link Variants#combinations}; the scenario's own if
   *     nothing is varied
   */
  static List<String> of(Scenario scenario) {
    List<Variation> vary = scenario.experiment().vary();
    if (vary.isEmpty()) {
      return List.of(scenario.name());
    }
    List<String> names = List.of("");
    for (Variation variation : vary) {
      List<String> labels = labels(variation);
      List<String> longer = new ArrayList<>();
      for (String name : names) {
        for (String label : labels) {
          longer.add(name.isEmpty() ? label : name + "/" + label);
        }
      }
      names = longer;
    }
    return numbered(names);
  }

  /**
   * A choice of several paths is called as it says; else by all their values, by one where they are
   * the same.
   */
  private static List<String> labels(Variation variation) {
    Map<String, Iterator<String>> labels = new HashMap<>();
    for (String path : variation.paths()) {
      labels.put(path, labels(variation.values(path)).iterator());
    }
    return variation.choices().stream()
        .map(
            choice -> {
              List<String> each =
                  choice.keySet().stream().map(path -> labels.get(path).next()).distinct().toList();
              return choice.containsKey(NAME) ? full(choice.get(NAME)) : String.join("/", each);
            })
        .toList();
  }

  private static List<String> labels(List<Setting> values) {
    List<String> brief = values.stream().map(VariantNames::brief).toList();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < brief.size(); i++) {
      String label = brief.get(i);
      boolean shared = brief.indexOf(label) != brief.lastIndexOf(label);
      labels.add(shared ? full(values.get(i)) : label);
    }
    return labels;
  }

  /** How a variant's name has a value of one of the paths that are varied. */
  static String label(Scenario scenario, String path, Setting value) {
    for (Variation variation : scenario.experiment().vary()) {
      List<Setting> values = variation.values(path);
      if (values.contains(value)) {
        return labels(values).get(values.indexOf(value));
      }
    }
    throw new IllegalArgumentException(path + " is not varied");
  }

  /** The same value listed twice is still two variants. */
  private static List<String> numbered(List<String> names) {
    Set<String> taken = new HashSet<>();
    List<String> unique = new ArrayList<>();
    for (String name : names) {
      String candidate = name;
      for (int i = 2; !taken.add(candidate); i++) {
        candidate = name + "#" + i;
      }
      unique.add(candidate);
    }
    return unique;
  }

  private static String brief(Setting value) {
    if (value instanceof Setting.Sequence several
        && several.items().stream().anyMatch(item -> type(item).isPresent())) {
      return several.items().stream().map(VariantNames::brief).collect(Collectors.joining("+"));
    }
    return type(value).orElseGet(() -> full(value));
  }

  /** The type of a plug-in that is written with fields. */
  private static Optional<String> type(Setting value) {
    return value instanceof Setting.Mapping mapping
            && mapping.fields().get("type") instanceof Setting.Scalar type
        ? Optional.of(type.text())
        : Optional.empty();
  }

  private static String full(Setting value) {
    if (value instanceof Setting.Scalar scalar) {
      return scalar.text().isEmpty() && !scalar.quoted() ? "null" : scalar.text();
    }
    if (value instanceof Setting.Sequence sequence) {
      return sequence.items().stream()
          .map(VariantNames::full)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    Setting.Mapping mapping = (Setting.Mapping) value;
    if (mapping.fields().get("type") instanceof Setting.Scalar type) {
      Setting.Mapping rest = mapping.without(List.of("type"));
      return rest.fields().isEmpty() ? type.text() : type.text() + fields(rest, "(", ")");
    }
    return fields(mapping, "{", "}");
  }

  /** A plug-in by all its fields. */
  static String full(PluginSetting plugin) {
    Setting.Mapping own = plugin.configuration();
    return own.fields().isEmpty() ? plugin.type() : plugin.type() + fields(own, "(", ")");
  }

  private static String fields(Setting.Mapping mapping, String open, String close) {
    return mapping.fields().entrySet().stream()
        .map((Map.Entry<String, Setting> e) -> e.getKey() + "=" + full(e.getValue()))
        .collect(Collectors.joining(", ", open, close));
  }
}
