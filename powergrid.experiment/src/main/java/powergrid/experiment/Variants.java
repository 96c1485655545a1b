package powergrid.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.Variation;

/** All combinations of what an experiment varies; the value written last changes fastest. */
final class Variants {
  private Variants() {}

  /**
   * Makes the variants of a scenario and checks each against the plug-ins that are installed.
   *
   * @param base the scenario
   * @param reader puts values into it
   * @param environments checks what comes out
   * @param mistakes gets every mistake, each once, in the order of the variants
   * @param notes gets what else there is to say
   * @return those without a mistake of form, then the baselines of those that learn; the scenario
   *     itself, by its name, if nothing is varied
   */
  static List<Variant> of(
      Scenario base,
      ScenarioReader reader,
      EnvironmentFactory environments,
      List<Mistake> mistakes,
      List<String> notes) {
    Set<Mistake> found = new LinkedHashSet<>();
    List<Variant> variants = new ArrayList<>();
    List<Map<String, Setting>> combinations = combinations(base.experiment().vary());
    List<String> names = VariantNames.of(base);
    for (int i = 0; i < combinations.size(); i++) {
      try {
        Map<String, Setting> values = combinations.get(i);
        Scenario scenario = values.isEmpty() ? base : reader.with(base, values);
        found.addAll(environments.check(scenario));
        variants.add(new Variant(names.get(i), values, scenario, Variant.Kind.COMPARED));
      } catch (ScenarioException e) {
        found.addAll(e.mistakes());
      }
    }
    if (found.isEmpty()) {
      variants = new Baselines(base, reader, environments, found).beside(variants, notes);
    }
    mistakes.addAll(found);
    return List.copyOf(variants);
  }

  static List<Map<String, Setting>> combinations(List<Variation> vary) {
    List<Map<String, Setting>> combinations = List.of(Map.of());
    for (Variation variation : vary) {
      List<Map<String, Setting>> longer = new ArrayList<>();
      for (Map<String, Setting> combination : combinations) {
        for (Map<String, Setting> choice : variation.choices()) {
          Map<String, Setting> extended = new LinkedHashMap<>(combination);
          extended.putAll(choice);
          longer.add(extended);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
