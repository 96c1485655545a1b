package powergrid.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentRunner;
import powergrid.api.experiment.Progress;
import powergrid.api.experiment.Trace;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;
import powergrid.api.scenario.Setting;

/**
 * Runs experiments, as many variants and seeds at a time as there are processors, and records each
 * in a run directory. What is recorded does not depend on how many that is.
 */
@Component
public final class ParallelExperimentRunner implements ExperimentRunner {
  private final EnvironmentFactory environments;
  private final ScenarioReader reader;
  private final Workbench workbench;
  private final int threads;

  /**
   * A runner in the framework.
   *
   * @param context of this bundle, which says what workbench this is
   * @param environments what experiments run in
   * @param reader puts varied values into scenarios
   */
  @Activate
  public ParallelExperimentRunner(
      BundleContext context,
      @Reference EnvironmentFactory environments,
      @Reference ScenarioReader reader) {
    this(
        environments,
        reader,
        Workbench.of(context.getBundle()),
        Runtime.getRuntime().availableProcessors());
  }

  ParallelExperimentRunner(
      EnvironmentFactory environments, ScenarioReader reader, Workbench workbench, int threads) {
    this.environments = environments;
    this.reader = reader;
    this.workbench = workbench;
    this.threads = threads;
  }

  @Override
  public List<Mistake> check(Scenario scenario) {
    List<Mistake> mistakes = new ArrayList<>();
    Variants.of(scenario, reader, environments, mistakes);
    return List.copyOf(mistakes);
  }

  @Override
  public ExperimentResult run(
      Scenario scenario, Path directory, Set<Trace> traces, Progress progress) throws IOException {
    List<Mistake> mistakes = new ArrayList<>();
    List<Variant> variants = Variants.of(scenario, reader, environments, mistakes);
    if (!mistakes.isEmpty()) {
      throw new ScenarioException(mistakes);
    }
    Plan plan = Plan.of(scenario, variants, environments);
    Manifest manifest =
        new Manifest(scenario.name(), workbench, plan, plugins(variants), reader, Instant.now());
    String text = reader.write(complete(scenario));
    Recording recording = new Recording(plan, manifest, directory, RunDirectory.create(directory));
    recording.start(text);
    return new Runs(plan, environments, recording, traces, progress).run(threads);
  }

  /** A scenario that is only right with varied values in place is recorded as it was written. */
  private Setting complete(Scenario scenario) {
    return environments.check(scenario).isEmpty()
        ? environments.complete(scenario)
        : scenario.root();
  }

  private List<InstalledPlugin> plugins(List<Variant> variants) {
    Set<InstalledPlugin> plugins = new LinkedHashSet<>();
    for (Variant variant : variants) {
      plugins.addAll(environments.uses(variant.scenario()));
    }
    return List.copyOf(plugins);
  }
}
