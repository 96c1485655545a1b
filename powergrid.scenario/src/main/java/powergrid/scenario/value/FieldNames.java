package powergrid.scenario.value;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;

/** The names that a mapping's fields may have. Finds those that it has instead. */
public final class FieldNames {
  private final List<String> known;
  private final Set<String> meant = new HashSet<>();

  /**
   * The names of a kind of mapping.
   *
   * @param known in order
   */
  public FieldNames(List<String> known) {
    this.known = List.copyOf(known);
  }

  /**
   * Finds the fields that are not known.
   *
   * @param mapping to check
   * @param mistakes gets one for each, with the nearest name
   */
  public void check(Setting.Mapping mapping, List<Mistake> mistakes) {
    List<String> free = known.stream().filter(k -> !mapping.fields().containsKey(k)).toList();
    for (Map.Entry<String, Setting> field : mapping.fields().entrySet()) {
      if (!known.contains(field.getKey())) {
        Optional<String> nearest =
            Nearest.of(field.getKey(), free).or(() -> Nearest.of(field.getKey(), known));
        nearest.ifPresent(meant::add);
        String end =
            nearest
                .map(name -> "; did you mean '" + name + "'?")
                .orElse(
                    known.isEmpty()
                        ? "; there are none here"
                        : "; the fields here are " + Words.list(known));
        mistakes.add(
            new Mistake(
                mapping.placeOfName(field.getKey()),
                "unknown field " + Words.quote(field.getKey()) + end));
      }
    }
  }

  /**
   * Whether an unknown field was probably meant to be this one, so that it is not missing too.
   *
   * @param name a known name
   * @return true if so
   */
  public boolean meant(String name) {
    return meant.contains(name);
  }
}
