package powergrid.api.environment;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;

/** Makes environments from scenarios. An OSGi service; thread-safe. */
@ProviderType
public interface EnvironmentFactory {
  /**
   * An environment, to be reset first.
   *
   * @param scenario what it simulates
   * @return a new environment; nothing is assembled yet
   */
  Environment create(Scenario scenario);

  /**
   * Checks a scenario against the plug-ins that are installed now.
   *
   * @param scenario to be checked
   * @return every mistake; empty if an environment can be assembled
   */
  List<Mistake> check(Scenario scenario);

  /**
   * The scenario with every default filled in, those of plug-ins included.
   *
   * @param scenario without mistakes
   * @return all its settings
   */
  Setting.Mapping complete(Scenario scenario);

  /**
   * The plug-ins that a scenario uses, metrics included.
   *
   * @param scenario without mistakes
   * @return each once
   */
  List<powergrid.api.plugin.InstalledPlugin> uses(Scenario scenario);

  /**
   * Makes the metrics of a scenario's experiment.
   *
   * @param scenario without mistakes
   * @return in order, each new
   */
  List<powergrid.api.metric.Metric> metrics(Scenario scenario);
}
