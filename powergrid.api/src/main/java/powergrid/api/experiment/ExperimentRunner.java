package powergrid.api.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.scenario.Scenario;

/** Runs a scenario's experiment and records it. An OSGi service; thread-safe. */
@ProviderType
public interface ExperimentRunner {
  /**
   * Runs all variants and seeds, writing the run directory as it goes.
   *
   * @param scenario to be run
   * @param directory where to write; must not exist yet
   * @param progress told as it goes; asked whether to stop
   * @return what came of it
   * @throws powergrid.api.scenario.ScenarioException if a variant is wrong; nothing has been
   *     written then
   * @throws IOException if the directory cannot be written
   */
  ExperimentResult run(Scenario scenario, Path directory, Progress progress) throws IOException;
}
