package powergrid.scenario.binding;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;
import powergrid.scenario.path.SettingPath;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.NumberType;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.yaml.Origin;
import powergrid.scenario.yaml.YamlTree;

/** A component of a record as a field of a mapping. */
final class RecordField {
  private final String name;
  private final ValueType<?> type;
  private final Bounds bounds;
  private final String written;
  private final String example;
  private final boolean optional;
  private final String help;
  private final Object absent;

  /** A component; the record's class and those around it are given to find circles. */
  RecordField(RecordComponent component, List<Class<?>> around) {
    Field field = component.getAnnotation(Field.class);
    name = component.getName();
    type = ComponentTypes.of(component, around);
    bounds = field == null ? Bounds.NONE : new Bounds(field.unit(), field.min(), field.max());
    written = field == null ? "" : field.value();
    example = field == null ? "" : field.example();
    help = field == null ? "" : field.help();
    optional = type instanceof OptionalType || (field != null && field.optional());
    absent = absent(component);
    check(component, "default", written);
    check(component, "example", example);
  }

  String name() {
    return name;
  }

  boolean required() {
    return !optional && written.isEmpty();
  }

  /** The value where the field is given. */
  Optional<?> read(Setting setting, List<Mistake> mistakes) {
    return type.read(setting, bounds, mistakes);
  }

  /** The value where the field is left out; null is a value. */
  Object absent(Place parent) {
    return written.isEmpty()
        ? absent
        : type.read(setting(written, parent), bounds, new ArrayList<>()).orElseThrow();
  }

  /** The setting with all defaults in it; empty where the field has no value. */
  Optional<Setting> complete(Setting given, Place parent) {
    if (given == null && written.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(type.complete(given == null ? setting(written, parent) : given));
  }

  /** The setting to show where there is no default. */
  Optional<Setting> example(Place parent) {
    return written.isEmpty() && !example.isEmpty()
        ? Optional.of(setting(example, parent))
        : Optional.empty();
  }

  String missing() {
    return "missing field '"
        + name
        + "': "
        + (help.isEmpty() ? "" : help + "; ")
        + "write "
        + type.expected(bounds);
  }

  FieldDescription describe() {
    return new FieldDescription(
        name,
        type.word(),
        bounds.unit(),
        bounds.min(),
        bounds.max(),
        written,
        example,
        required(),
        help,
        type.fields());
  }

  private Setting setting(String text, Place parent) {
    Place place = SettingPath.part(parent, name);
    List<Mistake> mistakes = new ArrayList<>();
    Setting parsed =
        YamlTree.parse(text, Origin.value(place.file(), place.path()), mistakes)
            .orElseThrow(() -> new IllegalArgumentException(words(mistakes)));
    return parsed instanceof Setting.Scalar scalar
        ? new Setting.Scalar(place, scalar.text(), scalar.quoted())
        : parsed;
  }

  /** Checks a value that the annotation gives. */
  private void check(RecordComponent component, String what, String text) {
    if (text.isEmpty()) {
      return;
    }
    List<Mistake> mistakes = new ArrayList<>();
    String wrong =
        ComponentTypes.name(component) + ": the " + what + " \"" + text + "\" is wrong: ";
    try {
      type.read(setting(text, new Place("", 0, 0, "")), bounds, mistakes);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(wrong + e.getMessage(), e);
    }
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(wrong + words(mistakes));
    }
  }

  private static String words(List<Mistake> mistakes) {
    return String.join("; ", mistakes.stream().map(Mistake::message).toList());
  }

  private Object absent(RecordComponent component) {
    if (type instanceof OptionalType) {
      return Optional.empty();
    }
    if (type instanceof ListType) {
      return List.of();
    }
    if (type instanceof NumberType) {
      return Double.NaN;
    }
    if (optional && component.getType().isPrimitive() && written.isEmpty()) {
      throw new IllegalArgumentException(
          ComponentTypes.name(component)
              + " cannot be left out without a default; make it an Optional");
    }
    return null;
  }
}
