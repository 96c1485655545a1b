package powergrid.experiment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.ExperimentResult;
import powergrid.experiment.report.Day;
import powergrid.experiment.report.ReportData;
import powergrid.experiment.report.ReportData.Difference;
import powergrid.experiment.report.ReportData.Fact;
import powergrid.experiment.report.ReportData.SeedValue;
import powergrid.experiment.statistics.PairedComparison;
import powergrid.experiment.training.Point;

/** Gathers what a report shows of an experiment. */
final class Reports {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Plan plan;
  private final Manifest manifest;

  /**
   * Reports.
   *
   * @param plan what was to be run
   * @param manifest of the run directory
   */
  Reports(Plan plan, Manifest manifest) {
    this.plan = plan;
    this.manifest = manifest;
  }

  /**
   * The report's content.
   *
   * @param result what came of it
   * @param episodes that ended
   * @param curves of the learners, by run
   * @param days that were recorded
   * @param scenario all of it as YAML
   * @param end of the experiment
   */
  ReportData of(
      ExperimentResult result,
      List<Episode> episodes,
      Map<Integer, List<Point>> curves,
      List<Day> days,
      String scenario,
      Instant end) {
    return new ReportData(
        manifest.scenario(),
        result.outcome(),
        facts(end),
        plan.variants().stream().map(v -> new ReportData.Variant(v.name(), v.baseline())).toList(),
        metrics(),
        result.summaries(),
        values(episodes),
        differences(result.comparisons(), episodes),
        result.arrivals(),
        Stream.of(
                new LearningBands(plan, curves, p -> p.iteration().episodeReward())
                    .of("episode reward"),
                new LearningBands(plan, curves, Point::validationReward).of("validation reward"),
                plan.metrics().stream()
                    .findFirst()
                    .flatMap(
                        metric ->
                            new LearningBands(plan, curves, Point::validationMetric)
                                .of("validation " + metric)))
            .flatMap(Optional::stream)
            .toList(),
        days,
        result.failures(),
        result.notes(),
        new ReportData.Origin(manifest.workbench().command(), plugins(), scenario));
  }

  private List<ReportData.Metric> metrics() {
    List<ReportData.Metric> metrics = new ArrayList<>();
    for (int m = 0; m < plan.metrics().size(); m++) {
      metrics.add(new ReportData.Metric(plan.metrics().get(m), plan.units().get(m)));
    }
    return metrics;
  }

  private List<Fact> facts(Instant end) {
    Workbench workbench = manifest.workbench();
    String commit = workbench.commit();
    String version =
        workbench.version()
            + (commit.isEmpty()
                ? ""
                : " (" + commit.substring(0, Math.min(10, commit.length())) + ")");
    return List.of(
        new Fact("variants", Integer.toString(plan.variants().size())),
        new Fact("seeds", ranges(plan.seeds())),
        new Fact("episodes of a seed", Integer.toString(plan.episodes())),
        new Fact("began", TIME.format(manifest.start())),
        new Fact("took", lasting(Duration.between(manifest.start(), end))),
        new Fact("workbench", version),
        new Fact("Java", System.getProperty("java.version")),
        new Fact(
            "machine",
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors"));
  }

  /** Seeds that follow each other are said by the first and the last. */
  static String ranges(List<Long> seeds) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < seeds.size(); ) {
      int j = i;
      while (j + 1 < seeds.size() && seeds.get(j + 1) == seeds.get(j) + 1) {
        j++;
      }
      if (j - i > 1) {
        parts.add(seeds.get(i) + " to " + seeds.get(j));
        i = j + 1;
      } else {
        parts.add(Long.toString(seeds.get(i++)));
      }
    }
    return String.join(", ", parts);
  }

  static String lasting(Duration time) {
    if (time.toMinutes() < 1) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
    return time.toHours() < 1
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  private List<SeedValue> values(List<Episode> episodes) {
    List<SeedValue> values = new ArrayList<>();
    for (int v = 0; v < plan.variants().size(); v++) {
      for (int m = 0; m < plan.metrics().size(); m++) {
        String variant = plan.variants().get(v).name();
        String metric = plan.metrics().get(m);
        Summaries.bySeed(plan, v, m, episodes)
            .forEach((seed, value) -> values.add(new SeedValue(variant, metric, seed, value)));
      }
    }
    return values;
  }

  private List<Difference> differences(List<Comparison> comparisons, List<Episode> episodes) {
    Map<String, SortedMap<Long, Double>> bySeed = new HashMap<>();
    List<Difference> differences = new ArrayList<>();
    for (Comparison figures : comparisons) {
      SortedMap<Long, Double> differing =
          new PairedComparison(
                  bySeed(bySeed, figures.variant(), figures.metric(), episodes),
                  bySeed(bySeed, figures.reference(), figures.metric(), episodes),
                  figures.better())
              .differences();
      List<SeedValue> seeds = new ArrayList<>();
      differing.forEach(
          (seed, value) ->
              seeds.add(new SeedValue(figures.variant(), figures.metric(), seed, value)));
      differences.add(new Difference(figures, seeds));
    }
    return differences;
  }

  private SortedMap<Long, Double> bySeed(
      Map<String, SortedMap<Long, Double>> known,
      String variant,
      String metric,
      List<Episode> episodes) {
    return known.computeIfAbsent(
        RecordedRuns.key(variant, metric),
        key ->
            Summaries.bySeed(
                plan, plan.position(variant), plan.metrics().indexOf(metric), episodes));
  }

  private List<List<String>> plugins() {
    return manifest.plugins().stream()
        .map(p -> List.of(p.kind().label() + "/" + p.type(), p.bundle(), p.version(), p.digest()))
        .toList();
  }
}
