package powergrid.api.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;

/** Runs a scenario's experiment and records it. An OSGi service; thread-safe. */
@ProviderType
public interface ExperimentRunner {
  /**
   * Checks every variant of a scenario against the plug-ins that are installed now.
   *
   * @param scenario to be checked
   * @return every mistake, each once; empty if {@link #run} would run it
   */
  List<Mistake> check(Scenario scenario);

  /**
   * Runs all variants and seeds, writing the run directory as it goes.
   *
   * @param scenario to be run
   * @param directory where to write; must not exist yet
   * @param traces what to write down beside the results
   * @param progress told as it goes; asked whether to stop
   * @return what came of it
   * @throws powergrid.api.scenario.ScenarioException if a variant is wrong; nothing has been
   *     written then
   * @throws IOException if the directory cannot be written
   */
  ExperimentResult run(Scenario scenario, Path directory, Set<Trace> traces, Progress progress)
      throws IOException;

  /**
   * Runs all variants and seeds without any trace.
   *
   * @param scenario to be run
   * @param directory where to write; must not exist yet
   * @param progress told as it goes; asked whether to stop
   * @return what came of it
   * @throws IOException if the directory cannot be written
   */
  default ExperimentResult run(Scenario scenario, Path directory, Progress progress)
      throws IOException {
    return run(scenario, directory, Set.of(), progress);
  }
}
