package powergrid.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import powergrid.api.experiment.ExperimentResult.Summary;
import powergrid.experiment.statistics.InterquartileMean;
import powergrid.experiment.statistics.Interval;
import powergrid.experiment.statistics.Mean;

/** Condenses episodes: a seed's are averaged first, then the statistics are over the seeds. */
final class Summaries {
  private Summaries() {}

  /**
   * Summarises.
   *
   * @param plan what was to be run
   * @param episodes that ended, by variant, seed and number
   * @return one for every variant and metric; only seeds whose episodes are all there count, so
   *     that an interruption or a failure biases nothing; NaN where no seed does
   */
  static List<Summary> of(Plan plan, List<Episode> episodes) {
    List<Summary> summaries = new ArrayList<>();
    Map<Integer, List<Episode>> byRun =
        episodes.stream().collect(Collectors.groupingBy(Episode::run));
    for (int v = 0; v < plan.variants().size(); v++) {
      List<List<Episode>> seeds = completeSeeds(plan, v, byRun);
      for (int m = 0; m < plan.metrics().size(); m++) {
        double[] values = new double[seeds.size()];
        for (int s = 0; s < values.length; s++) {
          values[s] = Mean.of(column(seeds.get(s), m));
        }
        Interval interval = InterquartileMean.interval(values);
        summaries.add(
            new Summary(
                plan.variants().get(v).name(),
                plan.metrics().get(m),
                plan.units().get(m),
                values.length,
                Mean.of(values),
                InterquartileMean.of(values),
                interval.low(),
                interval.high()));
      }
    }
    return summaries;
  }

  /**
   * A metric of a variant seed by seed.
   *
   * @param plan what was to be run
   * @param variant its position
   * @param metric its position
   * @param episodes that ended, by variant, seed and number
   * @return the mean over its episodes of every seed that has all of them
   */
  static SortedMap<Long, Double> bySeed(
      Plan plan, int variant, int metric, List<Episode> episodes) {
    SortedMap<Long, Double> values = new TreeMap<>();
    Map<Integer, List<Episode>> byRun =
        episodes.stream().collect(Collectors.groupingBy(Episode::run));
    for (List<Episode> seed : completeSeeds(plan, variant, byRun)) {
      values.put(plan.seed(seed.get(0).run()), Mean.of(column(seed, metric)));
    }
    return values;
  }

  private static List<List<Episode>> completeSeeds(
      Plan plan, int variant, Map<Integer, List<Episode>> byRun) {
    int first = variant * plan.seeds().size();
    return IntStream.range(first, first + plan.seeds().size())
        .mapToObj(run -> byRun.getOrDefault(run, List.of()))
        .filter(episodes -> episodes.size() == plan.episodes())
        .toList();
  }

  private static double[] column(List<Episode> episodes, int metric) {
    return episodes.stream().mapToDouble(e -> e.values().get(metric)).toArray();
  }
}
