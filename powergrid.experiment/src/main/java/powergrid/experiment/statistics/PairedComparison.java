package powergrid.experiment.statistics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import powergrid.api.metric.Better;

/**
 * Two variants in one metric, paired by seed. Differences are of the seeds that both have a number
 * for; the probability of improvement is of all runs of either, as its definition has it.
 */
public final class PairedComparison {
  private final SortedMap<Long, Double> differences = new TreeMap<>();
  private final double[] paired;
  private final double[] here;
  private final double[] there;
  private final Better better;

  /**
   * A comparison.
   *
   * @param variant its values by seed; NaN counts as none
   * @param reference values of the other one
   * @param better which are better
   */
  public PairedComparison(Map<Long, Double> variant, Map<Long, Double> reference, Better better) {
    this.better = better;
    here = numbers(variant);
    there = numbers(reference);
    variant.forEach(
        (seed, value) -> {
          double difference = value - reference.getOrDefault(seed, Double.NaN);
          if (Double.isFinite(difference)) {
            differences.put(seed, difference);
          }
        });
    paired = numbers(differences);
  }

  /** Variant minus reference by seed. */
  public SortedMap<Long, Double> differences() {
    return differences;
  }

  /** How many seeds both have. */
  public int n() {
    return paired.length;
  }

  /** The mean difference; NaN without seeds. */
  public double mean() {
    return Mean.of(paired);
  }

  /** The interquartile mean of the differences; NaN without seeds. */
  public double iqm() {
    return InterquartileMean.of(paired);
  }

  /** The 95 % interval of the interquartile mean. */
  public Interval interval() {
    return InterquartileMean.interval(paired);
  }

  /** Two-sided p of {@link SignFlips}; 1 without seeds. */
  public double p() {
    return SignFlips.p(paired);
  }

  /** The probability that the variant does better; NaN where nothing is better. */
  public double improvement() {
    return switch (better) {
      case HIGHER -> Improvement.probability(here, there);
      case LOWER -> Improvement.probability(there, here);
      case NEITHER -> Double.NaN;
    };
  }

  /** The 95 % interval of the probability that the variant does better. */
  public Interval improvementInterval() {
    return switch (better) {
      case HIGHER -> Improvement.interval(here, there);
      case LOWER -> Improvement.interval(there, here);
      case NEITHER -> new Interval(Double.NaN, Double.NaN);
    };
  }

  /** In how many seeds that both have the variant does better; 0 where nothing is better. */
  public int betterSeeds() {
    int sign = sign();
    return (int) differences.values().stream().filter(d -> d * sign > 0).count();
  }

  /** Whether both estimates say that the variant is better, or, if asked so, worse. */
  public boolean points(boolean towardsBetter) {
    int sign = towardsBetter ? sign() : -sign();
    return mean() * sign > 0 && iqm() * sign > 0;
  }

  private int sign() {
    return switch (better) {
      case HIGHER -> 1;
      case LOWER -> -1;
      case NEITHER -> 0;
    };
  }

  private static double[] numbers(Map<Long, Double> values) {
    return values.values().stream().mapToDouble(v -> v).filter(Double::isFinite).toArray();
  }
}
