package powergrid.scenario.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;
import powergrid.scenario.path.SettingPath;
import powergrid.scenario.value.Words;

/**
 * A copy of a template. Its number stands where the template has {@code {n}} in a text, and in
 * paths. Where the template has {@code {each: [a, b, c]}}, the first copy has a, the next b, and
 * after the last value the first one follows again.
 *
 * @param k which copy, from 0
 * @param number of the copy
 */
record Copy(int k, String number) {
  private static final String EACH = "each";

  /** Makes a copy of a template. */
  static Setting of(Setting template, int k, int number) {
    Copy copy = new Copy(k, Integer.toString(number));
    return copy.of(template, copy::numbered);
  }

  /** Finds what is wrong with the values that copies take in turn. */
  static void check(Setting template, int count, List<Mistake> mistakes) {
    if (template instanceof Setting.Sequence sequence) {
      sequence.items().forEach(item -> check(item, count, mistakes));
    } else if (template instanceof Setting.Mapping mapping) {
      if (inTurn(mapping)) {
        checkInTurn(mapping.fields().get(EACH), count, mistakes);
      }
      mapping.fields().values().forEach(field -> check(field, count, mistakes));
    }
  }

  private static void checkInTurn(Setting each, int count, List<Mistake> mistakes) {
    if (!(each instanceof Setting.Sequence sequence)) {
      mistakes.add(
          new Mistake(
              each.place(),
              Words.wrongShape(each, "a list of the values that copies take in turn")));
    } else if (sequence.items().isEmpty()) {
      mistakes.add(
          new Mistake(
              each.place(),
              "the list is empty; write the values that copies take in turn, e.g. [1, 2, 3]"));
    } else if (sequence.items().size() > count) {
      mistakes.add(
          new Mistake(
              each.place(),
              String.format(
                  Locale.ROOT,
                  "has %d values, but there %s; write as many at most",
                  sequence.items().size(),
                  count == 1 ? "is 1 copy" : "are " + count + " copies")));
    }
  }

  /** How many values a copy of a template has at most. */
  static int size(Setting template) {
    int size = 1;
    if (template instanceof Setting.Sequence sequence) {
      for (Setting item : sequence.items()) {
        size += size(item);
      }
    } else if (template instanceof Setting.Mapping mapping && inTurn(mapping)) {
      for (Setting value : ((Setting.Sequence) mapping.fields().get(EACH)).items()) {
        size = Math.max(size, size(value));
      }
    } else if (template instanceof Setting.Mapping mapping) {
      for (Setting field : mapping.fields().values()) {
        size += size(field);
      }
    }
    return size;
  }

  private static boolean inTurn(Setting.Mapping mapping) {
    return mapping.fields().size() == 1 && mapping.fields().containsKey(EACH);
  }

  private String numbered(String text) {
    return text.replace(SettingPath.NUMBER, number);
  }

  private Setting of(Setting setting, UnaryOperator<String> path) {
    Place place = of(setting.place(), path);
    if (setting instanceof Setting.Scalar scalar) {
      return new Setting.Scalar(place, numbered(scalar.text()), scalar.quoted());
    }
    if (setting instanceof Setting.Sequence sequence) {
      List<Setting> items = new ArrayList<>();
      sequence.items().forEach(item -> part(item, path).ifPresent(items::add));
      return new Setting.Sequence(place, items);
    }
    Setting.Mapping mapping = (Setting.Mapping) setting;
    Map<String, Setting> fields = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach((name, field) -> part(field, path).ifPresent(value -> fields.put(name, value)));
    Map<String, Place> names = new HashMap<>();
    mapping.names().forEach((name, at) -> names.put(name, of(at, path)));
    return new Setting.Mapping(place, fields, names);
  }

  private Optional<Setting> part(Setting part, UnaryOperator<String> path) {
    return part instanceof Setting.Mapping mapping && inTurn(mapping)
        ? taken(mapping, path)
        : Optional.of(of(part, path));
  }

  /**
   * The value whose turn it is: it stands where it was written, and is called as its field is.
   * Nothing where that is a mistake, which has been found.
   */
  private Optional<Setting> taken(Setting.Mapping mapping, UnaryOperator<String> path) {
    if (!(mapping.fields().get(EACH) instanceof Setting.Sequence each) || each.items().isEmpty()) {
      return Optional.empty();
    }
    Setting value = each.items().get(k % each.items().size());
    String field = mapping.place().path();
    String own = value.place().path();
    return part(
        value, at -> path.apply(at.startsWith(own) ? field + at.substring(own.length()) : at));
  }

  private static Place of(Place place, UnaryOperator<String> path) {
    return new Place(place.file(), place.line(), place.column(), path.apply(place.path()));
  }
}
