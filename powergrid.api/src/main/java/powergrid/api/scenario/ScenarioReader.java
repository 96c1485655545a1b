package powergrid.api.scenario;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Reads scenarios. An OSGi service; thread-safe. */
@ProviderType
public interface ScenarioReader {
  /**
   * Reads a file.
   *
   * @param file YAML 1.2
   * @param overrides values in YAML by path, as {@code --set} gives them
   * @return the scenario
   * @throws ScenarioException with every mistake of form in it
   */
  Scenario read(Path file, Map<String, String> overrides);

  /**
   * Reads a text.
   *
   * @param text YAML 1.2
   * @param name what places call it
   * @return the scenario
   * @throws ScenarioException with every mistake of form in it
   */
  Scenario parse(String text, String name);

  /**
   * Reads a text.
   *
   * @param text YAML 1.2
   * @param name what places call it
   * @param overrides values in YAML by path, as {@code --set} gives them
   * @return the scenario
   * @throws ScenarioException with every mistake of form in it
   */
  Scenario parse(String text, String name, Map<String, String> overrides);

  /**
   * A scenario with some values replaced.
   *
   * @param base the scenario
   * @param values by path
   * @return a new scenario
   * @throws ScenarioException with every mistake of form in it
   */
  Scenario with(Scenario base, Map<String, Setting> values);

  /**
   * A setting as text.
   *
   * @param setting what to write
   * @return YAML that reads back as the same setting
   */
  String write(Setting setting);
}
