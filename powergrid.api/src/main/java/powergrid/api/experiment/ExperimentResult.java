package powergrid.api.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of an experiment.
 *
 * @param directory where it is recorded
 * @param outcome how it ended
 * @param variants names of the variants, in order
 * @param metrics names of the metrics, in order
 * @param summaries one for every variant and metric, by variant, then metric
 * @param reference name of the variant that the others are compared with
 * @param baselines names of the variants that are there for learners to be held against
 * @param comparisons by variant, then by what it is compared with, then by metric
 * @param arrivals how long learners took; empty where the scenario has no threshold
 * @param failures what went wrong in which variant and seed; empty if nothing did
 * @param notes what else there is to say, a sentence each
 */
public record ExperimentResult(
    Path directory,
    Outcome outcome,
    List<String> variants,
    List<String> metrics,
    List<Summary> summaries,
    String reference,
    List<String> baselines,
    List<Comparison> comparisons,
    Optional<Arrivals> arrivals,
    List<String> failures,
    List<String> notes) {
  /** Copies the lists. */
  public ExperimentResult {
    variants = List.copyOf(variants);
    metrics = List.copyOf(metrics);
    summaries = List.copyOf(summaries);
    baselines = List.copyOf(baselines);
    comparisons = List.copyOf(comparisons);
    failures = List.copyOf(failures);
    notes = List.copyOf(notes);
  }

  /** How an experiment ended. */
  public enum Outcome {
    /** All of it was run. */
    DONE,
    /** Some variants or seeds failed. */
    FAILED,
    /** It was stopped. */
    INTERRUPTED
  }

  /**
   * A metric of a variant over its seeds; a seed's episodes are averaged first.
   *
   * @param variant its name
   * @param metric its name
   * @param unit of the metric
   * @param n seeds
   * @param mean over the seeds
   * @param iqm interquartile mean
   * @param low lower end of the 95 % bootstrap interval of the interquartile mean
   * @param high upper end
   */
  public record Summary(
      String variant,
      String metric,
      String unit,
      int n,
      double mean,
      double iqm,
      double low,
      double high) {}
}
