package powergrid.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;
import powergrid.api.scenario.Setting;
import powergrid.scenario.grammar.ScenarioType;
import powergrid.scenario.grammar.Templates;
import powergrid.scenario.grammar.Variants;
import powergrid.scenario.value.Words;
import powergrid.scenario.yaml.Origin;
import powergrid.scenario.yaml.YamlFile;
import powergrid.scenario.yaml.YamlTree;
import powergrid.scenario.yaml.YamlWriter;

/** Reads scenarios as YAML 1.2. */
@Component
public final class YamlScenarioReader implements ScenarioReader {
  private static final Comparator<Mistake> BY_POSITION =
      Comparator.comparing((Mistake mistake) -> mistake.place().line() == 0)
          .thenComparing(mistake -> mistake.place().line())
          .thenComparing(mistake -> mistake.place().column());

  @Override
  public Scenario read(Path file, Map<String, String> overrides) {
    return scenario(YamlFile.read(file), file.toString(), overrides);
  }

  @Override
  public Scenario parse(String text, String name) {
    return scenario(text, name, Map.of());
  }

  @Override
  public Scenario parse(String text, String name, Map<String, String> overrides) {
    return scenario(text, name, overrides);
  }

  @Override
  public Scenario with(Scenario base, Map<String, Setting> values) {
    List<Mistake> mistakes = new ArrayList<>();
    Setting root = Variants.replace(base.root(), values, mistakes);
    return orThrow(ScenarioType.read(root, mistakes), mistakes);
  }

  @Override
  public String write(Setting setting) {
    return YamlWriter.write(setting);
  }

  private static Scenario scenario(String text, String name, Map<String, String> overrides) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Setting> values = values(overrides, mistakes);
    Optional<Setting> tree =
        YamlTree.parse(text, Origin.file(name), mistakes)
            .filter(root -> !(root instanceof Setting.Scalar scalar && Words.nothing(scalar)));
    if (tree.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(new Mistake(Origin.file(name).whole(), "is empty; write a scenario"));
    }
    return orThrow(tree.flatMap(written -> scenario(written, values, mistakes)), mistakes);
  }

  private static Optional<Scenario> scenario(
      Setting written, Map<String, Setting> values, List<Mistake> mistakes) {
    Map<String, Setting> ofTemplates = Templates.forTemplates(written, values);
    Setting template = Variants.replace(written, ofTemplates, mistakes);
    int before = mistakes.size();
    Setting copied = Templates.expand(template, mistakes);
    // paths may lead to copies that a wrong template has not got
    List<Mistake> ofPaths = mistakes.size() == before ? mistakes : new ArrayList<>();
    Map<String, Setting> ofCopies = new LinkedHashMap<>(values);
    ofCopies.keySet().removeAll(ofTemplates.keySet());
    Setting root = Variants.replace(copied, ofCopies, ofPaths);
    Optional<Scenario> read = ScenarioType.read(root, mistakes);
    Variants.check(root, ofPaths);
    return read;
  }

  private static Map<String, Setting> values(
      Map<String, String> overrides, List<Mistake> mistakes) {
    Map<String, Setting> values = new LinkedHashMap<>();
    overrides.forEach(
        (path, text) -> {
          Origin origin = Origin.value("--set", path);
          Setting nothing = new Setting.Scalar(origin.whole(), "", false);
          int before = mistakes.size();
          Setting value = YamlTree.parse(text, origin, mistakes).orElse(nothing);
          // a value that is no YAML has its mistake; nothing in its place would bring another
          if (mistakes.size() == before) {
            values.put(path, value);
          }
        });
    return values;
  }

  private static Scenario orThrow(Optional<Scenario> scenario, List<Mistake> mistakes) {
    if (mistakes.isEmpty()) {
      return scenario.orElseThrow();
    }
    List<Mistake> sorted = new ArrayList<>(new LinkedHashSet<>(mistakes));
    sorted.sort(BY_POSITION);
    throw new ScenarioException(sorted);
  }
}
