package powergrid.experiment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.experiment.Clairvoyant;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentRunner;
import powergrid.api.experiment.ExperimentSize;
import powergrid.api.experiment.Progress;
import powergrid.api.experiment.RunOptions;
import powergrid.api.experiment.Trace;
import powergrid.api.learning.Tensors;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;
import powergrid.api.scenario.Setting;
import powergrid.experiment.training.Training;

/**
 * Runs experiments, as many variants and seeds at a time as there are processors, and records each
 * in a run directory. What is recorded does not depend on how many that is.
 */
@Component
public final class ParallelExperimentRunner implements ExperimentRunner {
  private final EnvironmentFactory environments;
  private final ScenarioReader reader;
  private final NetworkDrawing drawing;
  private final Clairvoyant clairvoyant;
  private final Workbench workbench;
  private final int threads;

  /**
   * A runner in the framework.
   *
   * @param context of this bundle, which says what workbench this is
   * @param environments what experiments run in
   * @param reader puts varied values into scenarios
   * @param clairvoyant looks ahead, for baselines
   * @param drawing draws networks for reports
   */
  @Activate
  public ParallelExperimentRunner(
      BundleContext context,
      @Reference EnvironmentFactory environments,
      @Reference ScenarioReader reader,
      @Reference NetworkDrawing drawing,
      @Reference Clairvoyant clairvoyant) {
    this(
        environments,
        reader,
        drawing,
        clairvoyant,
        Workbench.of(context.getBundle()),
        Runtime.getRuntime().availableProcessors());
  }

  ParallelExperimentRunner(
      EnvironmentFactory environments,
      ScenarioReader reader,
      NetworkDrawing drawing,
      Clairvoyant clairvoyant,
      Workbench workbench,
      int threads) {
    this.environments = environments;
    this.reader = reader;
    this.drawing = drawing;
    this.clairvoyant = clairvoyant;
    this.workbench = workbench;
    this.threads = threads;
  }

  @Override
  public ExperimentSize check(Scenario scenario) {
    return plan(scenario).size();
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public ExperimentResult run(
      Scenario scenario, Path directory, RunOptions options, Progress progress) throws IOException {
    Optional<Tensors> policy = policy(options);
    Plan plan = plan(scenario, policy);
    Manifest manifest = manifest(scenario, plan, Instant.now(), options);
    String text = reader.write(complete(scenario));
    RunDirectory files = RunDirectory.create(directory);
    try (Closeable lock = files.lock()) {
      Recording recording = new Recording(plan, manifest, directory, files);
      recording.start(reader.write(scenario.root()), text);
      return new Runs(
              plan, environments, recording, options, policy, drawing, clairvoyant, progress)
          .run(threads);
    }
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public ExperimentResult resume(Path directory, Progress progress) throws IOException {
    RunDirectory files = RunDirectory.open(directory);
    try (Closeable lock = files.lock()) {
      RecordedFacts facts = RecordedFacts.of(files.read("manifest.json").orElseThrow());
      Scenario scenario =
          reader.parse(files.read(RunDirectory.WRITTEN).orElseThrow(), facts.text(Manifest.FILE));
      Set<Trace> traces = EnumSet.noneOf(Trace.class);
      for (String trace : facts.text(Manifest.TRACES).split(",", -1)) {
        if (!trace.isEmpty()) {
          traces.add(Trace.valueOf(trace));
        }
      }
      String named = facts.text(Manifest.POLICY);
      RunOptions options =
          new RunOptions(traces, named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named)));
      Optional<Tensors> policy = policy(options);
      Plan plan = plan(scenario, policy);
      Instant start = Instant.parse(facts.text(Manifest.START));
      Manifest manifest = manifest(scenario, plan, start, options);
      if (!manifest.madeWith().equals(facts.text(Manifest.MADE_WITH))) {
        throw new IOException(
            directory
                + " was made with other plug-ins, and what is there would not fit what comes: it"
                + " was made with "
                + facts.text(Manifest.MADE_WITH)
                + "; installed are "
                + manifest.madeWith());
      }
      Recording recording = new Recording(plan, manifest, directory, files);
      recording.resume();
      return new Runs(
              plan, environments, recording, options, policy, drawing, clairvoyant, progress)
          .run(threads);
    }
  }

  private static Optional<Tensors> policy(RunOptions options) throws IOException {
    return options.policy().isEmpty()
        ? Optional.empty()
        : Optional.of(CheckpointStore.policy(options.policy().get()));
  }

  /** The plan, of which everything is checked. */
  private Plan plan(Scenario scenario) {
    List<Mistake> mistakes = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Variant> variants = Variants.of(scenario, reader, environments, mistakes, notes);
    if (!mistakes.isEmpty()) {
      throw new ScenarioException(mistakes);
    }
    Plan plan = Plan.of(scenario, variants, reader, environments, notes, mistakes);
    if (!mistakes.isEmpty()) {
      throw new ScenarioException(mistakes);
    }
    return plan;
  }

  /** The plan, of which everything is checked, also that a policy fits all variants. */
  private Plan plan(Scenario scenario, Optional<Tensors> policy) throws IOException {
    Plan plan = plan(scenario);
    if (policy.isPresent()) {
      for (Variant variant : plan.variants()) {
        if (!variant.baseline()) {
          checkFits(policy.get(), variant);
        }
      }
    }
    return policy.isPresent() ? plan.untrained() : plan;
  }

  private void checkFits(Tensors policy, Variant variant) throws IOException {
    try (Environment environment = environments.create(variant.scenario())) {
      environment.reset(0);
      environments.actor(policy.note(Training.LEARNER), policy, environment);
    } catch (IllegalArgumentException e) {
      throw new IOException("the policy does not fit " + variant.name() + ": " + e.getMessage(), e);
    }
  }

  private Manifest manifest(Scenario scenario, Plan plan, Instant start, RunOptions options) {
    return new Manifest(
        scenario.name(),
        workbench,
        plan,
        plugins(plan.variants()),
        reader,
        start,
        scenario.root().place().file(),
        options);
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
