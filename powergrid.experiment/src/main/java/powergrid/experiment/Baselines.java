package powergrid.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.scenario.ExperimentSetting;
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
  private static final String POLICY = "policy";
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
   * Puts them beside the variants.
   *
   * @param variants of the scenario
   * @param notes gets which of the usual ones cannot drive those who learn
   * @return the variants, then the baselines, by variant, then policy; each knows what it is held
   *     against
   */
  List<Variant> beside(List<Variant> variants, List<String> notes) {
    List<Variant> all = new ArrayList<>(variants);
    all.addAll(of(variants, notes));
    return all.stream()
        .map(variant -> variant.heldAgainst(policies(variant, all), bound(variant, all)))
        .toList();
  }

  private List<String> policies(Variant variant, List<Variant> all) {
    return variant.learns()
        ? all.stream()
            .filter(other -> other.kind() == Variant.Kind.POLICY)
            .filter(other -> alike(variant, other, path -> ofLearner(path) || path.equals(POLICY)))
            .map(Variant::name)
            .toList()
        : List.of();
  }

  private Optional<String> bound(Variant variant, List<Variant> all) {
    return all.stream()
        .filter(other -> other.kind() == Variant.Kind.BOUND)
        .filter(other -> alike(variant, other, Baselines::ofCoordination))
        .map(Variant::name)
        .findFirst();
  }

  /** Whether two variants differ by nothing else than some paths. */
  private boolean alike(Variant one, Variant other, Predicate<String> left) {
    return without(one, left).equals(without(other, left));
  }

  /** Makes them. */
  private List<Variant> of(List<Variant> variants, List<String> notes) {
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
      if (variant.scenario().learn().isEmpty()) {
        continue;
      }
      boolean anew = seen.add(without(variant, Baselines::ofLearner));
      for (PluginSetting policy : policies) {
        if (policy.type().equals(ExperimentSetting.CLAIRVOYANT)) {
          clairvoyant(variant, made);
        } else if (anew) {
          policy(variant, policy, asked, made, notes);
        }
      }
    }
    return made;
  }

  private void policy(
      Variant variant,
      PluginSetting policy,
      boolean asked,
      List<Variant> made,
      List<String> notes) {
    Map<String, Setting> values = new LinkedHashMap<>();
    values.put(POLICY, asSetting(policy));
    values.put(LEARN, new Setting.Scalar(NOWHERE, "none", false));
    Scenario scenario = reader.with(variant.scenario(), values);
    List<Mistake> wrong = environments.check(scenario);
    Map<String, Setting> all = new LinkedHashMap<>(variant.values());
    all.keySet().removeIf(Baselines::ofLearner);
    all.putAll(values);
    String name = name(variant, Baselines::ofLearner, VariantNames.full(policy));
    if (wrong.isEmpty()) {
      made.add(new Variant(name, all, scenario, Variant.Kind.POLICY));
    } else if (asked) {
      mistakes.addAll(wrong);
    } else {
      notes.add("no baseline " + name + ": " + wrong.get(0).message());
    }
  }

  /** Whatever learns or coordinates, the clairvoyant day is the same: it is there once. */
  private void clairvoyant(Variant variant, List<Variant> made) {
    String name = name(variant, Baselines::ofCoordination, ExperimentSetting.CLAIRVOYANT);
    if (made.stream().noneMatch(other -> other.name().equals(name))) {
      Map<String, Setting> values = new LinkedHashMap<>(variant.values());
      values.keySet().removeIf(Baselines::ofCoordination);
      Setting.Scalar none = new Setting.Scalar(NOWHERE, "none", false);
      Scenario scenario = reader.with(variant.scenario(), Map.of(LEARN, none));
      made.add(new Variant(name, values, scenario, Variant.Kind.CLAIRVOYANT));
      made.add(new Variant(name + "-bound", values, scenario, Variant.Kind.BOUND));
    }
  }

  /** What a variant differs by, but for some of its paths. */
  private Map<String, String> without(Variant variant, Predicate<String> left) {
    Map<String, String> values = new LinkedHashMap<>();
    variant
        .values()
        .forEach(
            (path, value) -> {
              if (!left.test(path)) {
                values.put(path, reader.write(value));
              }
            });
    return values;
  }

  /** Whether a path is of what a policy takes the place of, or only says how that is called. */
  private static boolean ofLearner(String path) {
    return path.equals(LEARN) || path.startsWith(LEARN + ".") || path.equals(VariantNames.NAME);
  }

  /** Whether a path is of what the clairvoyant day leaves out. */
  private static boolean ofCoordination(String path) {
    List<String> parts = List.of(path.split("\\.", -1));
    return ofLearner(path)
        || parts.contains("protocol")
        || parts.contains("channel")
        || parts.contains("policy")
        || parts.get(0).equals("deciders");
  }

  private String name(Variant variant, Predicate<String> left, String last) {
    List<String> parts = new ArrayList<>();
    variant
        .values()
        .forEach(
            (path, value) -> {
              if (!left.test(path)) {
                parts.add(VariantNames.label(base, path, value));
              }
            });
    parts.add(last);
    return String.join("/", parts);
  }

  private static Setting asSetting(PluginSetting policy) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("type", new Setting.Scalar(policy.place(), policy.type(), true));
    fields.putAll(policy.configuration().fields());
    return new Setting.Mapping(policy.place(), fields);
  }

  private static Setting.Mapping none() {
    return new Setting.Mapping(NOWHERE, Map.of());
  }
}
