package powergrid.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.metric.Metric;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;

/**
 * What an experiment is going to run.
 *
 * @param variants at least one
 * @param seeds of the runs of every variant, each once
 * @param episodes of every run
 * @param metrics their names
 * @param units of the metrics
 * @param notes what else there is to say of it
 */
record Plan(
    List<Variant> variants,
    List<Long> seeds,
    int episodes,
    List<String> metrics,
    List<String> units,
    List<String> notes) {

  static Plan of(
      Scenario scenario,
      List<Variant> variants,
      EnvironmentFactory environments,
      List<String> notes) {
    return new Plan(
        variants,
        scenario.experiment().seeds().stream().distinct().toList(),
        scenario.experiment().episodes(),
        metricNames(scenario.experiment().metrics()),
        environments.metrics(variants.get(0).scenario()).stream().map(Metric::unit).toList(),
        List.copyOf(notes));
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

  int runs() {
    return variants.size() * seeds.size();
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
