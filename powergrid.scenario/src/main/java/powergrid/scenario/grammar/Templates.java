package powergrid.scenario.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.path.SettingPath;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.WholeType;
import powergrid.scenario.value.Words;
import powergrid.scenario.yaml.YamlTree;

/**
 * Templates of microgrids: an element of {@code microgrids} with a {@code count} stands for so many
 * microgrids, numbered from {@code first}. They are put in its place before anything else is read,
 * so that a copy is like a microgrid that was written out; only its places are the template's. See
 * {@link Copy} for what may differ between copies.
 */
public final class Templates {
  static final String COUNT = "count";
  static final String FIRST = "first";

  private static final String LIST = "microgrids";
  private static final String ID = "id";
  private static final int MOST = 10_000;
  private static final Bounds COUNTS = new Bounds("", 1, MOST);
  private static final Bounds NUMBERS = new Bounds("", 0, 1e6);
  private static final WholeType<Integer> WHOLE = WholeType.ofInt();

  private final List<Mistake> mistakes;
  private long values;

  private Templates(List<Mistake> mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * Puts copies in the place of templates.
   *
   * @param root a scenario
   * @param mistakes gets what is wrong with its templates
   * @return the scenario without templates; one that is wrong has a single copy, in which to look
   *     for other mistakes
   */
  public static Setting expand(Setting root, List<Mistake> mistakes) {
    return list(root)
        .map(list -> with((Setting.Mapping) root, new Templates(mistakes).expand(list)))
        .orElse(root);
  }

  /**
   * The values that are for templates or for the list of microgrids as a whole, and so are to be
   * set before copies are made.
   *
   * @param root the scenario with its templates
   * @param values by path
   * @return a part of them, in order
   */
  public static Map<String, Setting> forTemplates(Setting root, Map<String, Setting> values) {
    Map<String, Setting> found = new LinkedHashMap<>();
    values.forEach(
        (path, value) -> {
          if (path.equals(LIST) || leadsIntoTemplate(root, path)) {
            found.put(path, value);
          }
        });
    return found;
  }

  private static boolean leadsIntoTemplate(Setting root, String path) {
    String[] parts = path.split("\\.", -1);
    return parts.length > 2
        && parts[0].equals(LIST)
        && list(root)
            .map(list -> list.items().stream().anyMatch(i -> named(i, parts[1])))
            .orElse(false);
  }

  private static boolean named(Setting item, String id) {
    return id.contains(SettingPath.NUMBER) && id(item).filter(s -> s.text().equals(id)).isPresent();
  }

  private static Optional<Setting.Sequence> list(Setting root) {
    return root instanceof Setting.Mapping mapping
            && mapping.fields().get(LIST) instanceof Setting.Sequence list
        ? Optional.of(list)
        : Optional.empty();
  }

  private static Setting with(Setting.Mapping root, Setting.Sequence list) {
    Map<String, Setting> fields = new LinkedHashMap<>(root.fields());
    fields.put(LIST, list);
    return new Setting.Mapping(root.place(), fields, root.names());
  }

  private static Optional<Setting.Scalar> id(Setting item) {
    return item instanceof Setting.Mapping mapping
            && mapping.fields().get(ID) instanceof Setting.Scalar id
        ? Optional.of(id)
        : Optional.empty();
  }

  private Setting.Sequence expand(Setting.Sequence list) {
    List<Setting> items = new ArrayList<>();
    for (Setting item : list.items()) {
      if (item instanceof Setting.Mapping mapping && isTemplate(mapping)) {
        copies(mapping, items);
      } else {
        items.add(item);
      }
    }
    return new Setting.Sequence(list.place(), items);
  }

  private static boolean isTemplate(Setting.Mapping item) {
    return item.fields().containsKey(COUNT)
        || item.fields().containsKey(FIRST)
        || id(item).filter(id -> id.text().contains(SettingPath.NUMBER)).isPresent();
  }

  private void copies(Setting.Mapping template, List<Setting> items) {
    int before = mistakes.size();
    int count = number(template, COUNT, COUNTS);
    int first = number(template, FIRST, NUMBERS);
    Setting.Mapping written = template.without(List.of(COUNT, FIRST));
    check(template, count);
    // where it is not known how many copies there are, no number of values is too great
    Copy.check(written, mistakes.size() == before ? count : MOST, mistakes);
    if (mistakes.size() == before) {
      checkSize(template, count, Copy.size(written));
    }
    int copies = mistakes.size() == before ? count : 1;
    for (int k = 0; k < copies; k++) {
      items.add(Copy.of(written, k, first + k));
    }
  }

  /** A number of a template; 1 where it is not there or wrong. */
  private int number(Setting.Mapping template, String name, Bounds bounds) {
    Setting written = template.fields().get(name);
    return written == null ? 1 : WHOLE.read(written, bounds, mistakes).orElse(1);
  }

  private void check(Setting.Mapping template, int count) {
    Optional<Setting.Scalar> id = id(template);
    boolean numbered = id.filter(s -> s.text().contains(SettingPath.NUMBER)).isPresent();
    if (!template.fields().containsKey(COUNT)) {
      mistakes.add(
          new Mistake(
              numbered ? id.get().place() : template.fields().get(FIRST).place(),
              "is for copies, but there is no count; write how many there are, e.g. count: 100"));
    } else if (count > 1 && id.isPresent() && !numbered) {
      mistakes.add(
          new Mistake(
              id.get().place(),
              String.format(
                  Locale.ROOT,
                  "%s is the id of %d microgrids; write %s for the number of each, e.g. %s%3$s",
                  Words.quote(id.get().text()),
                  count,
                  SettingPath.NUMBER,
                  id.get().text())));
    }
  }

  /** A short text must not fill the memory. */
  private void checkSize(Setting.Mapping template, int count, int size) {
    values += (long) count * size;
    if (values > YamlTree.MAX_VALUES) {
      mistakes.add(
          new Mistake(
              template.fields().get(COUNT).place(),
              String.format(
                  Locale.ROOT,
                  "%d copies with %d values each make more than %,d values; use fewer",
                  count,
                  size,
                  YamlTree.MAX_VALUES)));
    }
  }
}
