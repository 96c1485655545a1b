package powergrid.api.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an experiment varies at once: one path, or several that change together.
 *
 * @param choices one a variant: paths such as {@code microgrids.MG1.protocol}, and what each is set
 *     to
 */
public record Variation(List<Map<String, Setting>> choices) {
  /** Copies the lists, in their order. */
  public Variation {
    choices =
        choices.stream()
            .map(choice -> Collections.unmodifiableMap(new LinkedHashMap<>(choice)))
            .toList();
  }

  /**
   * The variation of one path.
   *
   * @param path of what is varied
   * @param values one a variant
   * @return it
   */
  public static Variation of(String path, List<Setting> values) {
    return new Variation(values.stream().map(value -> Map.of(path, value)).toList());
  }

  /**
   * What is varied.
   *
   * @return all paths, each once, in the order in which they first occur
   */
  public List<String> paths() {
    return choices.stream().flatMap(choice -> choice.keySet().stream()).distinct().toList();
  }

  /**
   * What a path is set to.
   *
   * @param path one of {@link #paths}
   * @return its values, one a choice that has it
   */
  public List<Setting> values(String path) {
    return choices.stream().map(choice -> choice.get(path)).filter(Objects::nonNull).toList();
  }
}
