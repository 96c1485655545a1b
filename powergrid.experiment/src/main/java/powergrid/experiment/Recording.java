package powergrid.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import powergrid.api.experiment.Arrivals;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentResult.Outcome;
import powergrid.api.experiment.ExperimentResult.Summary;
import powergrid.experiment.report.Day;
import powergrid.experiment.report.HtmlReport;
import powergrid.experiment.report.ReportData;
import powergrid.experiment.training.Point;
import powergrid.experiment.training.Training;

/**
 * What is known of an experiment so far, and its run directory. Its order is that of the plan,
 * never that in which runs happen to end.
 */
final class Recording {
  private final Plan plan;
  private final Manifest manifest;
  private final Path path;
  private final RunDirectory directory;
  private final List<Episode> episodes = new ArrayList<>();
  private final Curves curves;
  private final LearningEvents events;
  private final DayStore days;
  private final TreeMap<Integer, Threshold.Ends> thresholds = new TreeMap<>();
  private final TreeMap<Integer, String> failures = new TreeMap<>();

  Recording(Plan plan, Manifest manifest, Path path, RunDirectory directory) {
    this.plan = plan;
    this.manifest = manifest;
    this.path = path;
    this.directory = directory;
    curves = new Curves(plan);
    events = new LearningEvents(plan, path, manifest.start());
    days = new DayStore(path);
  }

  /**
   * Begins.
   *
   * @param written the scenario as it was written, values set on the way included: what going on
   *     reads, since variants and saved states are known by it
   * @param complete the same with every default
   */
  void start(String written, String complete) throws IOException {
    directory.write(RunDirectory.WRITTEN, written);
    directory.write("scenario.yaml", complete);
    directory.write("manifest.json", manifest.json(Manifest.Status.RUNNING, null, List.of()));
    write();
  }

  /** Takes over what an earlier process recorded completely. */
  void resume() throws IOException {
    RecordedRuns recorded = new RecordedRuns(plan, directory);
    recorded.complete().values().forEach(episodes::addAll);
    curves.known(recorded.trainingSeconds());
    thresholds.putAll(recorded.thresholds());
    for (int run = 0; run < plan.runs(); run++) {
      if (has(run) && plan.variant(run).scenario().learn().isPresent()) {
        int present = run;
        Training.curve(store(run)).forEach(point -> curves.add(present, point));
      }
    }
    directory.write("manifest.json", manifest.json(Manifest.Status.RUNNING, null, List.of()));
    write();
  }

  /** Whether all episodes of a run are there. */
  boolean has(int run) {
    return episodes.stream().filter(episode -> episode.run() == run).count() == plan.episodes();
  }

  void add(int run, Point point) throws IOException {
    curves.add(run, point);
    events.add(run, point, curves.seconds(run));
  }

  void add(int run, Day day) throws IOException {
    days.write(run, day);
  }

  /** The run directory. */
  Path path() {
    return path;
  }

  /** Where a run keeps what it learns. */
  CheckpointStore store(int run) {
    return new CheckpointStore(manifest, path, run);
  }

  void add(Episode episode) {
    episodes.add(episode);
  }

  void addFailure(int run, String reason) {
    failures.put(run, plan.runName(run) + ": " + reason);
  }

  /** Whether the ends of a seed's threshold are known. */
  boolean hasThreshold(int seed) {
    return thresholds.containsKey(seed);
  }

  void add(int seed, Threshold.Ends ends) {
    thresholds.put(seed, ends);
  }

  void addThresholdFailure(int seed, String reason) {
    // after those of all runs
    failures.put(
        plan.runs() + seed,
        "the threshold half-way, seed " + plan.seeds().get(seed) + ": " + reason);
  }

  int failed() {
    return failures.size();
  }

  /** Brings the files that grow up to date. */
  void write() throws IOException {
    episodes.sort(Comparator.comparingInt(Episode::run).thenComparingInt(Episode::number));
    // whoever goes on with the experiment takes for complete what episodes.csv has, so it is last
    if (!curves.isEmpty()) {
      directory.write("training-timings.csv", curves.timings());
      directory.write("training.csv", curves.table());
    }
    if (!thresholds.isEmpty()) {
      directory.write(ArrivalTables.THRESHOLDS, ArrivalTables.thresholds(plan, thresholds));
    }
    directory.write("timings.csv", Tables.timings(plan, episodes));
    if (episodes.stream().anyMatch(episode -> !episode.trades().isEmpty())) {
      directory.write("trades.csv", Tables.trades(plan, episodes));
    }
    directory.write("episodes.csv", Tables.episodes(plan, episodes));
  }

  ExperimentResult finish(Outcome ended) throws IOException {
    write();
    List<String> impossible = Bounds.violations(plan, episodes);
    Outcome outcome = ended == Outcome.DONE && !impossible.isEmpty() ? Outcome.FAILED : ended;
    List<Summary> summaries = Summaries.of(plan, episodes);
    List<Comparison> comparisons = new Comparisons(plan, episodes).all();
    Optional<Arrivals> arrivals = arrivals();
    List<String> reasons = new ArrayList<>(failures.values());
    reasons.addAll(impossible);
    directory.write("summary.csv", Tables.summaries(summaries));
    if (!comparisons.isEmpty()) {
      directory.write("comparisons.csv", ComparisonTable.of(comparisons));
    }
    Instant end = Instant.now();
    directory.write(
        "manifest.json", manifest.json(Manifest.Status.valueOf(outcome.name()), end, reasons));
    ExperimentResult result =
        new ExperimentResult(
            path,
            outcome,
            plan.variants().stream().map(Variant::name).toList(),
            plan.metrics(),
            summaries,
            plan.reference(),
            plan.variants().stream().filter(Variant::baseline).map(Variant::name).toList(),
            comparisons,
            arrivals,
            reasons,
            plan.notes());
    report(result, end);
    return result;
  }

  private Optional<Arrivals> arrivals() throws IOException {
    if (plan.threshold().isEmpty()) {
      return Optional.empty();
    }
    LearnerArrivals learners = new LearnerArrivals(plan, thresholds, curves, this::has);
    Arrivals arrivals = learners.arrivals();
    directory.write("arrivals.csv", ArrivalTables.runs(learners.runs()));
    directory.write("arrival-summary.csv", ArrivalTables.summary(arrivals));
    directory.write("arrival-timings.csv", ArrivalTables.timings(learners.runs()));
    return Optional.of(arrivals);
  }

  /** Comes last: all that it shows is recorded already. */
  private void report(ExperimentResult result, Instant end) throws IOException {
    List<Day> watched = new ArrayList<>();
    for (int run = 0; run < plan.runs(); run += plan.seeds().size()) {
      days.read(run).ifPresent(watched::add);
    }
    String scenario = directory.read("scenario.yaml").orElse("");
    ReportData data =
        new Reports(plan, manifest).of(result, episodes, curves.points(), watched, scenario, end);
    directory.write(HtmlReport.FILE, HtmlReport.of(data));
  }
}
