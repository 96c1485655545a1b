package powergrid.experiment.report;

import java.util.List;
import java.util.Optional;
import powergrid.api.experiment.Arrivals;
import powergrid.api.experiment.Comparison;
import powergrid.api.experiment.ExperimentResult;

/**
 * All that a report shows, whatever it came from. Texts may be of any kind: the page escapes them.
 *
 * @param scenario its name
 * @param outcome how the experiment ended
 * @param facts what was run on what, each a line of the page's head
 * @param variants in order
 * @param metrics in order
 * @param summaries one a variant and metric, by variant, then metric
 * @param values of single seeds
 * @param differences of variants to others, seed by seed
 * @param arrivals of learners at a threshold; empty where there is none
 * @param curves learning curves by what they measure; empty where nobody learnt
 * @param days one a variant, as far as there are any
 * @param failures what went wrong in which variant and seed
 * @param notes what else there is to say
 * @param origin what it takes to get the same again
 */
public record ReportData(
    String scenario,
    ExperimentResult.Outcome outcome,
    List<Fact> facts,
    List<Variant> variants,
    List<Metric> metrics,
    List<ExperimentResult.Summary> summaries,
    List<SeedValue> values,
    List<Difference> differences,
    Optional<Arrivals> arrivals,
    List<Curves> curves,
    List<Day> days,
    List<String> failures,
    List<String> notes,
    Origin origin) {
  /** Copies the lists. */
  public ReportData {
    facts = List.copyOf(facts);
    variants = List.copyOf(variants);
    metrics = List.copyOf(metrics);
    summaries = List.copyOf(summaries);
    values = List.copyOf(values);
    differences = List.copyOf(differences);
    curves = List.copyOf(curves);
    days = List.copyOf(days);
    failures = List.copyOf(failures);
    notes = List.copyOf(notes);
  }

  /**
   * A line of the page's head.
   *
   * @param name what it is
   * @param text the fact
   */
  public record Fact(String name, String text) {}

  /**
   * A variant.
   *
   * @param name unique
   * @param baseline whether it is there for the others to be held against
   */
  public record Variant(String name, boolean baseline) {}

  /**
   * A metric.
   *
   * @param name unique
   * @param unit empty for a pure number
   */
  public record Metric(String name, String unit) {}

  /**
   * A seed's mean over its episodes.
   *
   * @param variant its name
   * @param metric its name
   * @param seed of the run
   * @param value in the metric's unit
   */
  public record SeedValue(String variant, String metric, long seed, double value) {}

  /**
   * How a variant compares with another one.
   *
   * @param figures of the comparison
   * @param seeds variant minus reference, of every seed that both have
   */
  public record Difference(Comparison figures, List<SeedValue> seeds) {
    /** Copies the list. */
    public Difference {
      seeds = List.copyOf(seeds);
    }
  }

  /**
   * Learning curves of one kind, on common steps.
   *
   * @param measure what is followed, e.g. {@code episode reward}
   * @param steps in environments, rising
   * @param curves by variant
   */
  public record Curves(String measure, List<Double> steps, List<Curve> curves) {
    /** Copies the lists. */
    public Curves {
      steps = List.copyOf(steps);
      curves = List.copyOf(curves);
    }
  }

  /**
   * The learning curve of a variant; lists have a number a step, NaN where there is none.
   *
   * @param variant its name
   * @param mid what is typical of the seeds
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param seeds each on its own
   */
  public record Curve(
      String variant,
      List<Double> mid,
      List<Double> low,
      List<Double> high,
      List<SeedCurve> seeds) {
    /** Copies the lists. */
    public Curve {
      mid = List.copyOf(mid);
      low = List.copyOf(low);
      high = List.copyOf(high);
      seeds = List.copyOf(seeds);
    }
  }

  /**
   * The learning curve of a seed.
   *
   * @param seed of the run
   * @param values a number a step; NaN where there is none
   */
  public record SeedCurve(long seed, List<Double> values) {
    /** Copies the list. */
    public SeedCurve {
      values = List.copyOf(values);
    }
  }

  /**
   * What it takes to get the same again.
   *
   * @param command that started it; empty where that is not known
   * @param plugins kind and type, bundle, version and digest of each plug-in in use
   * @param scenario all of it as YAML, defaults filled in
   */
  public record Origin(String command, List<List<String>> plugins, String scenario) {
    /** Copies the lists. */
    public Origin {
      plugins = plugins.stream().map(List::copyOf).toList();
    }
  }
}
