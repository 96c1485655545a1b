package powergrid.api.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.scenario.Scenario;

/** Runs a scenario's experiment and records it. An OSGi service; thread-safe. */
@ProviderType
public interface ExperimentRunner {
  /**
   * Checks every variant of a scenario against the plug-ins that are installed now.
   *
   * @param scenario to be checked
   * @return how much {@link #run} would run
   * @throws powergrid.api.scenario.ScenarioException with every mistake, each once
   */
  ExperimentSize check(Scenario scenario);

  /**
   * Runs all variants and seeds, writing the run directory as it goes.
   *
   * @param scenario to be run
   * @param directory where to write; must not exist yet
   * @param options what is special about it
   * @param progress told as it goes; asked whether to stop
   * @return what came of it
   * @throws powergrid.api.scenario.ScenarioException if a variant is wrong, or a policy does not
   *     fit it; nothing has been written then
   * @throws IOException if the directory cannot be written, or a policy cannot be read
   */
  ExperimentResult run(Scenario scenario, Path directory, RunOptions options, Progress progress)
      throws IOException;

  /**
   * Runs all variants and seeds with nothing special about it.
   *
   * @param scenario to be run
   * @param directory where to write; must not exist yet
   * @param progress told as it goes; asked whether to stop
   * @return what came of it
   * @throws IOException if the directory cannot be written
   */
  default ExperimentResult run(Scenario scenario, Path directory, Progress progress)
      throws IOException {
    return run(scenario, directory, RunOptions.PLAIN, progress);
  }

  /**
   * Goes on with an experiment that was interrupted, killed or failed in part. What is recorded in
   * the end is what would have been without the interruption; runs that were complete are not run
   * again.
   *
   * @param directory of the experiment
   * @param progress told as it goes; asked whether to stop
   * @return what came of all of it
   * @throws powergrid.api.scenario.ScenarioException if its scenario does not fit the plug-ins that
   *     are installed now
   * @throws IOException if it is no run directory, another process is at it, it was made with other
   *     plug-ins, or it cannot be read or written
   */
  ExperimentResult resume(Path directory, Progress progress) throws IOException;
}
