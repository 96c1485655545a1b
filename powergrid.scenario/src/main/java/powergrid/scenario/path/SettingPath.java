package powergrid.scenario.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Nearest;
import powergrid.scenario.value.Words;

/**
 * A way into settings, e.g. {@code microgrids.MG1.devices.ess1.pMaxMw}: names of fields, and ids of
 * elements or their numbers from 0. A field's name may itself have dots, as under {@code
 * experiment.vary}.
 *
 * <p>Where values are replaced, {@code *} stands for all elements of a list and {@code MG{n}} for
 * all with such an id and any number; those that have not got what the rest of the path leads to
 * are left alone, but one must have it.
 */
public final class SettingPath {
  /** What stands for the number of a copy. */
  public static final String NUMBER = "{n}";

  private static final String ALL = "*";
  private static final String VARY = "experiment.vary";

  /**
   * Parts of every scenario that may be left out, and so come into being when a path needs them.
   */
  private static final Set<String> OPTIONAL_PARTS =
      Set.of("data", "experiment", VARY, "experiment.evaluate");

  private final String written;
  private final List<String> parts;

  private SettingPath(String written, List<String> parts) {
    this.written = written;
    this.parts = parts;
  }

  /**
   * Reads a path.
   *
   * @param written with dots between its parts
   * @return the path
   * @throws NoSuchPath if a part is empty
   */
  public static SettingPath of(String written) throws NoSuchPath {
    List<String> parts = List.of(written.split("\\.", -1));
    if (parts.stream().anyMatch(String::isBlank)) {
      throw new NoSuchPath(Words.quote(written) + " is no path; write one such as clock.steps");
    }
    return new SettingPath(written, parts);
  }

  /**
   * What stands there.
   *
   * @param root where the path begins
   * @return empty where nothing does
   */
  public Optional<Setting> find(Setting root) {
    return find(root, 0);
  }

  private Optional<Setting> find(Setting setting, int from) {
    if (from == parts.size()) {
      return Optional.of(setting);
    }
    if (setting instanceof Setting.Mapping mapping) {
      int to = field(mapping, from);
      return to < 0 ? Optional.empty() : find(mapping.fields().get(joined(from, to)), to);
    }
    if (setting instanceof Setting.Sequence sequence) {
      int index = element(sequence, parts.get(from));
      return index < 0 ? Optional.empty() : find(sequence.items().get(index), from + 1);
    }
    return Optional.empty();
  }

  /**
   * Settings with another value there. The last field need not be there yet.
   *
   * @param root where the path begins
   * @param value to put there
   * @return a copy that shares what is not changed
   * @throws NoSuchPath if what the value would be a part of is not there
   */
  public Setting replace(Setting root, Setting value) throws NoSuchPath {
    return replace(root, 0, value);
  }

  private Setting replace(Setting setting, int from, Setting value) throws NoSuchPath {
    if (from == parts.size()) {
      return value;
    }
    if (setting instanceof Setting.Mapping mapping) {
      return replaceField(mapping, from, value);
    }
    if (setting instanceof Setting.Sequence sequence) {
      return element(sequence, parts.get(from)) < 0 && forMany(parts.get(from))
          ? replaceElements(sequence, from, value)
          : replaceElement(sequence, from, value);
    }
    throw new NoSuchPath(noFields(((Setting.Scalar) setting).text(), from));
  }

  private Setting replaceField(Setting.Mapping mapping, int from, Setting value) throws NoSuchPath {
    int to = field(mapping, from);
    Setting old;
    if (to >= 0) {
      old = mapping.fields().get(joined(from, to));
    } else if (from + 1 == parts.size() || joined(0, from).equals(VARY)) {
      to = parts.size();
      old = value;
    } else if (OPTIONAL_PARTS.contains(joined(0, from + 1))) {
      to = from + 1;
      old = new Setting.Mapping(value.place(), Map.of());
    } else {
      throw new NothingThere(missing(from, mapping.fields().keySet()));
    }
    Map<String, Setting> fields = new LinkedHashMap<>(mapping.fields());
    fields.put(joined(from, to), replace(old, to, value));
    return new Setting.Mapping(mapping.place(), fields, mapping.names());
  }

  private Setting replaceElement(Setting.Sequence sequence, int from, Setting value)
      throws NoSuchPath {
    int index = element(sequence, parts.get(from));
    if (index < 0) {
      throw new NothingThere(missing(from, names(sequence)));
    }
    List<Setting> items = new ArrayList<>(sequence.items());
    items.set(index, replace(items.get(index), from + 1, value));
    return new Setting.Sequence(sequence.place(), items);
  }

  private Setting replaceElements(Setting.Sequence sequence, int from, Setting value)
      throws NoSuchPath {
    String part = parts.get(from);
    Pattern ids = Pattern.compile(Pattern.quote(part).replace(NUMBER, "\\E[0-9]+\\Q"));
    List<Setting> items = new ArrayList<>(sequence.items());
    NothingThere nothing = new NothingThere(missing(from, names(sequence)));
    boolean replaced = false;
    for (int i = 0; i < items.size(); i++) {
      if (part.equals(ALL) || id(items.get(i)).filter(ids.asMatchPredicate()).isPresent()) {
        try {
          items.set(i, replace(items.get(i), from + 1, value));
          replaced = true;
        } catch (NothingThere e) {
          nothing = e;
        }
      }
    }
    if (!replaced) {
      throw nothing;
    }
    return new Setting.Sequence(sequence.place(), items);
  }

  private static boolean forMany(String part) {
    return part.equals(ALL) || part.contains(NUMBER);
  }

  private static List<String> names(Setting.Sequence sequence) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      names.add(id(sequence.items().get(i)).orElse(Integer.toString(i)));
    }
    return names;
  }

  /** Where the longest name ends that is a field's; -1 where none is. */
  private int field(Setting.Mapping mapping, int from) {
    for (int to = parts.size(); to > from; to--) {
      if (mapping.fields().containsKey(joined(from, to))) {
        return to;
      }
    }
    return -1;
  }

  private static int element(Setting.Sequence sequence, String part) {
    List<Setting> items = sequence.items();
    for (int i = 0; i < items.size(); i++) {
      if (id(items.get(i)).filter(part::equals).isPresent()) {
        return i;
      }
    }
    if (!part.matches("[0-9]{1,9}")) {
      return -1;
    }
    int index = Integer.parseInt(part);
    return index < items.size() ? index : -1;
  }

  private static Optional<String> id(Setting item) {
    return item instanceof Setting.Mapping mapping
            && mapping.fields().get("id") instanceof Setting.Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private String missing(int at, Iterable<String> there) {
    List<String> names = new ArrayList<>();
    there.forEach(names::add);
    String otherwise = names.isEmpty() ? " is empty" : " has " + Words.list(names);
    String part = parts.get(at);
    return "there is no "
        + Words.quote(joined(0, at + 1))
        + Nearest.ask(part, names, "; " + where(at) + otherwise);
  }

  private String noFields(String text, int from) {
    String message = where(from) + " is " + Words.quote(text) + ", which has no fields";
    return text.matches("[a-z][a-z0-9-]*") && !parts.get(from - 1).equals("type")
        ? message + "; to give it some, write " + joined(0, from) + "={type: " + text + ", …}"
        : message;
  }

  private String where(int to) {
    return to == 0 ? "the scenario" : Words.quote(joined(0, to));
  }

  private String joined(int from, int to) {
    return String.join(".", parts.subList(from, to));
  }

  /**
   * The place of a part.
   *
   * @param parent of what it is a part
   * @param part its name
   * @return the parent's place with a longer path
   */
  public static Place part(Place parent, String part) {
    String path = parent.path().isEmpty() ? part : parent.path() + "." + part;
    return new Place(parent.file(), parent.line(), parent.column(), path);
  }

  @Override
  public String toString() {
    return written;
  }

  /** That what a path leads to is not there, rather than nothing that could have it. */
  private static final class NothingThere extends NoSuchPath {
    private static final long serialVersionUID = 1L;

    NothingThere(String message) {
      super(message);
    }
  }
}
