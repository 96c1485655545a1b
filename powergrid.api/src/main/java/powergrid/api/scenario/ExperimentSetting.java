package powergrid.api.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What {@code run} does with a scenario.
 *
 * @param vary what is varied; the variants are all combinations
 * @param seeds of the runs of every variant
 * @param episodes of every run
 * @param baselines policies that learners are held against, each as variants of its own; empty for
 *     those of the workbench that can drive the agents who learn
 * @param metrics to measure; the first is what variants are judged by
 * @param reference which variant the others are compared with; empty for the first
 * @param threshold when a learner has arrived; empty where nobody asks
 */
public record ExperimentSetting(
    List<Variation> vary,
    List<Long> seeds,
    int episodes,
    Optional<List<PluginSetting>> baselines,
    List<PluginSetting> metrics,
    Optional<ReferenceSetting> reference,
    Optional<ThresholdSetting> threshold) {
  /**
   * Among the baselines no policy, but what the days would have cost at the least, had all that
   * they bring been known: its bound, and its schedule replayed.
   */
  public static final String CLAIRVOYANT = "clairvoyant";

  /** Copies the lists. */
  public ExperimentSetting {
    vary = List.copyOf(vary);
    seeds = List.copyOf(seeds);
    baselines = baselines.map(List::copyOf);
    metrics = List.copyOf(metrics);
  }
}
