package powergrid.api.scenario;

import java.util.List;

/**
 * What {@code run} does with a scenario.
 *
 * @param vary what is varied; the variants are all combinations
 * @param seeds of the runs of every variant
 * @param episodes of every run
 * @param metrics to measure
 */
public record ExperimentSetting(
    List<Variation> vary, List<Long> seeds, int episodes, List<PluginSetting> metrics) {
  /** Copies the lists. */
  public ExperimentSetting {
    vary = List.copyOf(vary);
    seeds = List.copyOf(seeds);
    metrics = List.copyOf(metrics);
  }
}
