package powergrid.scenario.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;
import powergrid.scenario.path.SettingPath;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.FieldNames;
import powergrid.scenario.value.Nearest;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.Words;

/**
 * A mapping whose fields are taken by name. Whoever has taken all that there may be closes it, and
 * what is left over, or is missing, becomes a mistake.
 */
final class Section {
  private final Setting.Mapping mapping;
  private final List<Mistake> mistakes;
  private final int before;
  private final List<String> known = new ArrayList<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  private Section(Setting.Mapping mapping, List<Mistake> mistakes) {
    this.mapping = mapping;
    this.mistakes = mistakes;
    this.before = mistakes.size();
  }

  /** Opens a setting; empty, with a mistake, where it is no mapping. */
  static Optional<Section> open(Setting setting, String expected, List<Mistake> mistakes) {
    if (setting instanceof Setting.Mapping mapping) {
      return Optional.of(new Section(mapping, mistakes));
    }
    mistakes.add(new Mistake(setting.place(), Words.wrongShape(setting, expected)));
    return Optional.empty();
  }

  Place place() {
    return mapping.place();
  }

  /** The place of a field; the section's own, with the field's path, where it is not there. */
  Place place(String name) {
    Setting field = mapping.fields().get(name);
    return field == null ? SettingPath.part(place(), name) : field.place();
  }

  /** What a field was given, in quotes; nothing where it is not there or has fields of its own. */
  String written(String name) {
    return mapping.fields().get(name) instanceof Setting.Scalar scalar
        ? Words.quote(scalar.text())
        : "";
  }

  /** Takes a field that may be left out; empty also where its value is wrong. */
  <T> Optional<T> optional(String name, ValueType<T> type, Bounds bounds) {
    known.add(name);
    Setting setting = mapping.fields().get(name);
    return setting == null ? Optional.empty() : type.read(setting, bounds, mistakes);
  }

  <T> Optional<T> optional(String name, ValueType<T> type) {
    return optional(name, type, Bounds.NONE);
  }

  /** Takes a field of a field that is taken beside it. */
  <T> Optional<T> within(String name, String inner, ValueType<T> type) {
    return mapping.fields().get(name) instanceof Setting.Mapping outer
            && outer.fields().get(inner) != null
        ? type.read(outer.fields().get(inner), Bounds.NONE, mistakes)
        : Optional.empty();
  }

  /** Takes a field that must be there; {@code what} completes "missing field 'x': write". */
  <T> Optional<T> required(String name, ValueType<T> type, Bounds bounds, String what) {
    if (!mapping.fields().containsKey(name)) {
      missing.put(name, what);
    }
    return optional(name, type, bounds);
  }

  <T> Optional<T> required(String name, ValueType<T> type, String what) {
    return required(name, type, Bounds.NONE, what);
  }

  /** Says that nothing else may be there. */
  void close() {
    FieldNames names = new FieldNames(known);
    names.check(mapping, mistakes);
    missing.forEach(
        (name, what) -> {
          if (!names.meant(name)) {
            mistakes.add(new Mistake(place(), missing(name, what)));
          }
        });
  }

  /** Gives what has not been taken to somebody else, who will know its names. */
  Setting.Mapping rest() {
    Setting.Mapping rest = mapping.without(known);
    missing.forEach(
        (name, what) -> {
          Optional<String> slip = Nearest.slip(name, rest.fields().keySet());
          mistakes.add(
              slip.map(
                      field ->
                          new Mistake(
                              rest.placeOfName(field),
                              "unknown field '" + field + "'; did you mean '" + name + "'?"))
                  .orElseGet(() -> new Mistake(place(), missing(name, what))));
        });
    return rest;
  }

  /** Adds a mistake at one of its fields. */
  void mistake(String name, String message) {
    mistakes.add(new Mistake(place(name), message));
  }

  /** Whether no mistake was found in it so far. */
  boolean good() {
    return mistakes.size() == before;
  }

  private static String missing(String name, String what) {
    return "missing field '" + name + "': write " + what;
  }
}
