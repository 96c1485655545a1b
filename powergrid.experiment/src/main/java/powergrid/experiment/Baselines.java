package powergrid.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioReader;
import powergrid.api.scenario.Setting;

/**
 * What learners are held against: the same scenario with a policy in place of those who learn. Of
 * variants that differ by their learner alone there is one for each policy.
 */
final class Baselines {
  /** What drives without having learnt, where the scenario does not say. */
  private static final List<String> USUAL = List.of("random", "rule", "best-response");

  private static final String LEARN = "learn";
  private static final Place NOWHERE = new Place("", 0, 0, "");

  private final Scenario base;
  private final ScenarioReader reader;
  private final EnvironmentFactory environments;
  private final Collection<Mistake> mistakes;

  /**
   * The baselines of a scenario.
   *
   * @param base the scenario
   * @param reader puts values into it
   * @param environments checks what comes out
   * @param mistakes gets those of baselines that the scenario asks for
   */
  Baselines(
      Scenario base,
      ScenarioReader reader,
      EnvironmentFactory environments,
      Collection<Mistake> mistakes) {
    this.base = base;
    this.reader = reader;
    this.environments = environments;
    this.mistakes = mistakes;
  }

  /**
   * Makes them.
   *
   * @param variants of the scenario
   * @param notes gets which of the usual ones cannot drive those who learn
   * @return variants of their own, by variant, then policy
   */
  List<Variant> of(List<Variant> variants, List<String> notes) {
    List<PluginSetting> policies =
        base.experiment()
            .baselines()
            .orElseGet(
                () ->
                    USUAL.stream().map(type -> new PluginSetting(type, NOWHERE, none())).toList());
    boolean asked = base.experiment().baselines().isPresent();
    Set<Map<String, String>> seen = new HashSet<>();
    List<Variant> made = new ArrayList<>();
    for (Variant variant : variants) {
      if (variant.scenario().learn().isEmpty() || !seen.add(withoutLearner(variant))) {
        continue;
      }
      for (PluginSetting policy : policies) {
        Map<String, Setting> values = new LinkedHashMap<>();
        values.put("policy", asSetting(policy));
        values.put(LEARN, new Setting.Scalar(NOWHERE, "none", false));
        Scenario scenario = reader.with(variant.scenario(), values);
        List<Mistake> wrong = environments.check(scenario);
        Map<String, Setting> all = new LinkedHashMap<>(variant.values());
        all.keySet().removeIf(Baselines::ofLearner);
        all.putAll(values);
        String name = name(variant, policy);
        if (wrong.isEmpty()) {
          made.add(new Variant(name, all, scenario, true));
        } else if (asked) {
          mistakes.addAll(wrong);
        } else {
          notes.add("no baseline " + name + ": " + wrong.get(0).message());
        }
      }
    }
    return made;
  }

  /** What a variant differs by beside its learner. */
  private Map<String, String> withoutLearner(Variant variant) {
    Map<String, String> values = new LinkedHashMap<>();
    variant
        .values()
        .forEach(
            (path, value) -> {
              if (!ofLearner(path)) {
                values.put(path, reader.write(value));
              }
            });
    return values;
  }

  private static boolean ofLearner(String path) {
    return path.equals(LEARN) || path.startsWith(LEARN + ".");
  }

  private String name(Variant variant, PluginSetting policy) {
    List<String> parts = new ArrayList<>();
    variant
        .values()
        .forEach(
            (path, value) -> {
              if (!ofLearner(path)) {
                parts.add(VariantNames.label(base, path, value));
              }
            });
    parts.add(VariantNames.full(policy));
    return String.join("/", parts);
  }

  private static Setting asSetting(PluginSetting policy) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("type", new Setting.Scalar(NOWHERE, policy.type(), true));
    fields.putAll(policy.configuration().fields());
    return new Setting.Mapping(NOWHERE, fields);
  }

  private static Setting.Mapping none() {
    return new Setting.Mapping(NOWHERE, Map.of());
  }
}
