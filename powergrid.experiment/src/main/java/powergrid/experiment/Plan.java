package powergrid.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.experiment.ExperimentSize;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.scenario.ExperimentSetting;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.ReferenceSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioReader;

/**
 * What an experiment is going to run.
 *
 * @param variants at least one
 * @param seeds of the runs of every variant, each once
 * @param episodes of every run
 * @param metrics their names
 * @param units of the metrics
 * @param better which values of the metrics are
 * @param reference name of the variant that others are compared with
 * @param threshold that learners are to come to
 * @param notes what else there is to say of it
 */
record Plan(
    List<Variant> variants,
    List<Long> seeds,
    int episodes,
    List<String> metrics,
    List<String> units,
    List<Better> better,
    String reference,
    Optional<Threshold> threshold,
    List<String> notes) {

  /**
   * Plans.
   *
   * @param scenario of the experiment
   * @param variants of it
   * @param reader puts policies in place of learners
   * @param environments knows the metrics
   * @param notes what there is to say so far
   * @param mistakes gets what is wrong with what is said of comparisons
   */
  static Plan of(
      Scenario scenario,
      List<Variant> variants,
      ScenarioReader reader,
      EnvironmentFactory environments,
      List<String> notes,
      List<Mistake> mistakes) {
    ExperimentSetting experiment = scenario.experiment();
    List<Metric> metrics = environments.metrics(variants.get(0).scenario());
    List<Better> better = metrics.stream().map(Metric::better).toList();
    List<String> units = metrics.stream().map(Metric::unit).toList();
    String reference = reference(experiment.reference(), variants, mistakes);
    Optional<Threshold> threshold =
        experiment
            .threshold()
            .flatMap(
                setting ->
                    Threshold.of(
                        setting,
                        experiment.metrics(),
                        startingWith(reference, variants),
                        better.get(0),
                        units.get(0),
                        reader,
                        environments,
                        mistakes));
    return new Plan(
        variants,
        experiment.seeds().stream().distinct().toList(),
        experiment.episodes(),
        metricNames(experiment.metrics()),
        units,
        better,
        reference,
        threshold,
        List.copyOf(notes));
  }

  private static String reference(
      Optional<ReferenceSetting> setting, List<Variant> variants, List<Mistake> mistakes) {
    List<String> names =
        variants.stream()
            .filter(variant -> variant.kind() != Variant.Kind.BOUND)
            .map(Variant::name)
            .toList();
    setting
        .filter(given -> !names.contains(given.variant()))
        .ifPresent(
            given ->
                mistakes.add(
                    new Mistake(
                        given.place(),
                        "there is no variant '"
                            + given.variant()
                            + "'; write one of "
                            + String.join(", ", names))));
    return setting.map(ReferenceSetting::variant).orElse(names.get(0));
  }

  private static List<Variant> startingWith(String first, List<Variant> variants) {
    return variants.stream().sorted(Comparator.comparing(v -> !v.name().equals(first))).toList();
  }

  /** The same without training, and so without a threshold. */
  Plan untrained() {
    return new Plan(
        variants, seeds, episodes, metrics, units, better, reference, Optional.empty(), notes);
  }

  /** A metric is called by its type, and by all its fields where several are of one type. */
  private static List<String> metricNames(List<PluginSetting> metrics) {
    List<String> types = metrics.stream().map(PluginSetting::type).toList();
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (PluginSetting metric : metrics) {
      String type = metric.type();
      boolean shared = types.indexOf(type) != types.lastIndexOf(type);
      String full = shared ? VariantNames.full(metric) : type;
      String name = full;
      for (int i = 2; !taken.add(name); i++) {
        name = full + "-" + i;
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  /** Whether some of it says what no policy can cost less than. */
  boolean bounded() {
    return variants.stream().anyMatch(variant -> variant.kind() == Variant.Kind.BOUND);
  }

  /** The position of a variant. */
  int position(String variant) {
    return variants.stream().map(Variant::name).toList().indexOf(variant);
  }

  int runs() {
    return size().runs();
  }

  ExperimentSize size() {
    int baselines = (int) variants.stream().filter(Variant::baseline).count();
    return new ExperimentSize(variants.size() - baselines, baselines, seeds.size(), episodes);
  }

  /** Runs go through the seeds of the first variant, then of the next. */
  Variant variant(int run) {
    return variants.get(run / seeds.size());
  }

  long seed(int run) {
    return seeds.get(run % seeds.size());
  }

  String runName(int run) {
    return variant(run).name() + ", seed " + seed(run);
  }

  int total() {
    return runs() * episodes;
  }
}
