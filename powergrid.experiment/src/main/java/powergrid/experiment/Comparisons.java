package powergrid.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.Comparison.Difference;
import powergrid.api.experiment.Comparison.Improvement;
import powergrid.api.experiment.Comparison.Significance;
import powergrid.api.experiment.Verdict;
import powergrid.api.metric.Better;
import powergrid.experiment.statistics.Holm;
import powergrid.experiment.statistics.Interval;
import powergrid.experiment.statistics.PairedComparison;
import powergrid.experiment.statistics.SignFlips;

/**
 * Every variant by the reference, and every learner by its baselines. All comparisons of one metric
 * are a family.
 */
final class Comparisons {
  private static final double LEVEL = 0.05;

  private final Plan plan;
  private final List<Episode> episodes;
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<String, SortedMap<Long, Double>> values = new HashMap<>();

  /** Whom to compare with whom. */
  private record Pair(Variant variant, String reference, boolean baseline) {}

  Comparisons(Plan plan, List<Episode> episodes) {
    this.plan = plan;
    this.episodes = episodes;
    for (Variant variant : plan.variants()) {
      if (variant.kind() == Variant.Kind.COMPARED) {
        Set<String> others = new LinkedHashSet<>(List.of(plan.reference()));
        others.addAll(variant.baselines());
        others.remove(variant.name());
        others.forEach(
            other -> pairs.add(new Pair(variant, other, variant.baselines().contains(other))));
      }
    }
  }

  /** By variant, then what it is compared with, then metric. */
  List<Comparison> all() {
    List<List<Comparison>> families = new ArrayList<>();
    for (int metric = 0; metric < plan.metrics().size(); metric++) {
      families.add(family(metric));
    }
    List<Comparison> all = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      int present = pair;
      families.forEach(family -> all.add(family.get(present)));
    }
    return all;
  }

  private List<Comparison> family(int metric) {
    Better better = plan.better().get(metric);
    List<PairedComparison> compared =
        pairs.stream()
            .map(
                pair ->
                    new PairedComparison(
                        bySeed(pair.variant().name(), metric),
                        bySeed(pair.reference(), metric),
                        better))
            .toList();
    double[] p = compared.stream().mapToDouble(PairedComparison::p).toArray();
    double[] adjusted = Holm.adjusted(p);
    List<Comparison> family = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Significance significance = new Significance(p[i], adjusted[i], p.length);
      family.add(
          new Comparison(
              pairs.get(i).variant().name(),
              pairs.get(i).reference(),
              pairs.get(i).baseline(),
              plan.metrics().get(metric),
              plan.units().get(metric),
              better,
              difference(compared.get(i)),
              significance,
              improvement(compared.get(i)),
              verdict(compared.get(i), better, significance)));
    }
    return family;
  }

  private SortedMap<Long, Double> bySeed(String variant, int metric) {
    return values.computeIfAbsent(
        RecordedRuns.key(variant, Integer.toString(metric)),
        key -> Summaries.bySeed(plan, plan.position(variant), metric, episodes));
  }

  private static Difference difference(PairedComparison compared) {
    Interval interval = compared.interval();
    return new Difference(
        compared.n(), compared.mean(), compared.iqm(), interval.low(), interval.high());
  }

  private static Improvement improvement(PairedComparison compared) {
    Interval interval = compared.improvementInterval();
    return new Improvement(
        compared.improvement(), interval.low(), interval.high(), compared.betterSeeds());
  }

  private static Verdict verdict(
      PairedComparison compared, Better better, Significance significance) {
    if (significance.adjusted() > LEVEL) {
      boolean possible = significance.family() * SignFlips.least(compared.n()) <= LEVEL;
      return possible ? Verdict.UNDECIDED : Verdict.TOO_FEW_SEEDS;
    }
    if (better == Better.NEITHER) {
      return Verdict.DIFFERENT;
    }
    return compared.points(true)
        ? Verdict.BETTER
        : compared.points(false) ? Verdict.WORSE : Verdict.UNDECIDED;
  }
}
