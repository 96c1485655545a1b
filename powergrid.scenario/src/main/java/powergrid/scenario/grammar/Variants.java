package powergrid.scenario.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.path.NoSuchPath;
import powergrid.scenario.path.SettingPath;

/**
 * Checks what an experiment varies, so that a run does not fail at its last variant: every path
 * must lead somewhere and every value make a scenario of good form, one variation at a time.
 */
public final class Variants {
  private static final SettingPath VARY = path("experiment.vary");

  private Variants() {}

  /**
   * Checks them.
   *
   * @param root the scenario
   * @param mistakes those of the scenario itself; gets those that only its variants have
   */
  public static void check(Setting root, List<Mistake> mistakes) {
    Set<Mistake> known = new HashSet<>(mistakes);
    Setting vary = VARY.find(root).orElse(null);
    if (vary instanceof Setting.Mapping one) {
      one.fields()
          .forEach(
              (path, values) -> {
                if (values instanceof Setting.Sequence several
                    && leads(root, path, values, mistakes)) {
                  several.items().forEach(v -> check(root, Map.of(path, v), known, mistakes));
                }
              });
    } else if (vary instanceof Setting.Sequence together) {
      for (Setting choice : together.items()) {
        if (choice instanceof Setting.Mapping paths
            && paths.fields().entrySet().stream()
                .allMatch(each -> leads(root, each.getKey(), each.getValue(), mistakes))) {
          check(root, paths.fields(), known, mistakes);
        }
      }
    }
  }

  /** Whether a path leads somewhere that may be varied. */
  private static boolean leads(Setting root, String path, Setting value, List<Mistake> mistakes) {
    if (path.equals("experiment") || path.startsWith("experiment.")) {
      mistakes.add(
          new Mistake(value.place(), "the experiment cannot vary itself; use another path"));
      return false;
    }
    int before = mistakes.size();
    replace(root, Map.of(path, value), mistakes);
    return mistakes.size() == before;
  }

  private static void check(
      Setting root, Map<String, Setting> choice, Set<Mistake> known, List<Mistake> mistakes) {
    List<Mistake> found = new ArrayList<>();
    ScenarioType.read(replace(root, choice, found), found);
    found.stream().filter(known::add).forEach(mistakes::add);
  }

  /**
   * A scenario with some values replaced.
   *
   * @param root the scenario
   * @param values by path
   * @param mistakes gets the paths that lead nowhere
   * @return a copy
   */
  public static Setting replace(Setting root, Map<String, Setting> values, List<Mistake> mistakes) {
    Setting replaced = root;
    for (Map.Entry<String, Setting> value : values.entrySet()) {
      try {
        replaced = SettingPath.of(value.getKey()).replace(replaced, value.getValue());
      } catch (NoSuchPath e) {
        mistakes.add(new Mistake(value.getValue().place(), e.getMessage()));
      }
    }
    return replaced;
  }

  private static SettingPath path(String written) {
    try {
      return SettingPath.of(written);
    } catch (NoSuchPath e) {
      throw new AssertionError(e);
    }
  }
}
