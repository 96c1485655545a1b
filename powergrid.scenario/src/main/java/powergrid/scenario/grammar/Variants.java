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
    if (VARY.find(root).orElse(null) instanceof Setting.Mapping vary) {
      Set<Mistake> known = new HashSet<>(mistakes);
      vary.fields().forEach((path, values) -> variation(root, path, values, known, mistakes));
    }
  }

  private static void variation(
      Setting root, String written, Setting values, Set<Mistake> known, List<Mistake> mistakes) {
    if (!(values instanceof Setting.Sequence sequence)) {
      return;
    }
    if (written.equals("experiment") || written.startsWith("experiment.")) {
      mistakes.add(
          new Mistake(values.place(), "the experiment cannot vary itself; use another path"));
      return;
    }
    try {
      SettingPath path = SettingPath.of(written);
      for (Setting value : sequence.items()) {
        List<Mistake> found = new ArrayList<>();
        ScenarioType.read(path.replace(root, value), found);
        found.stream().filter(known::add).forEach(mistakes::add);
      }
    } catch (NoSuchPath e) {
      mistakes.add(new Mistake(values.place(), e.getMessage()));
    }
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
