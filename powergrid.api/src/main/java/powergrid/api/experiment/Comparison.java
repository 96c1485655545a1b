package powergrid.api.experiment;

import powergrid.api.metric.Better;

/**
 * How a variant compares with another one in a metric, seed by seed: both saw the same days and
 * draws. The unit of all of it is the seed of a training, whose episodes are averaged first.
 *
 * @param variant its name
 * @param reference name of the other one
 * @param baseline whether the other one is there for learners to be held against, and the variant
 *     is one who learnt
 * @param metric its name
 * @param unit of the metric
 * @param better which of its values are better
 * @param difference variant minus reference
 * @param significance of the difference
 * @param improvement how probable it is that the variant does better
 * @param verdict what it comes to
 */
public record Comparison(
    String variant,
    String reference,
    boolean baseline,
    String metric,
    String unit,
    Better better,
    Difference difference,
    Significance significance,
    Improvement improvement,
    Verdict verdict) {

  /**
   * Whether the estimate says that the variant is better, be it chance or not.
   *
   * @return false where nothing is better, or there are no seeds
   */
  public boolean ahead() {
    return switch (better) {
      case LOWER -> difference.iqm() < 0;
      case HIGHER -> difference.iqm() > 0;
      case NEITHER -> false;
    };
  }

  /**
   * The differences of all seeds that both have, in the metric's unit; NaN where there is none.
   *
   * @param n how many seeds that is
   * @param mean of them
   * @param iqm interquartile mean
   * @param low lower end of the 95 % bootstrap interval of the interquartile mean
   * @param high upper end
   */
  public record Difference(int n, double mean, double iqm, double low, double high) {}

  /**
   * Whether the mean difference may be chance: a two-sided test by flipping signs.
   *
   * @param p probability of a mean so far from 0, if no seed favoured either; 1 without seeds
   * @param adjusted the same by Holm's correction over the family
   * @param family how many comparisons that is: all of one metric
   */
  public record Significance(double p, double adjusted, int family) {}

  /**
   * The probability that a run of the variant does better than one of the reference, on whatever
   * seeds; NaN where no value is better than another.
   *
   * @param probability half of it for draws
   * @param low lower end of its 95 % bootstrap interval
   * @param high upper end
   * @param seeds of those that both have, in how many the variant does better
   */
  public record Improvement(double probability, double low, double high, int seeds) {}
}
