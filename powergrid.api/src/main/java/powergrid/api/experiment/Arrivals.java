package powergrid.api.experiment;

import java.util.List;

/**
 * How long learners took to come to a threshold on validation days.
 *
 * @param threshold what it is, in words
 * @param variants one of each variant that learns, in their order
 */
public record Arrivals(String threshold, List<Arrival> variants) {
  /** Copies the list. */
  public Arrivals {
    variants = List.copyOf(variants);
  }

  /**
   * A variant's. Runs that end without having arrived count as not having arrived until then.
   *
   * @param variant its name
   * @param agents who learn
   * @param n seeds whose training is over
   * @param arrived how many of them came to the threshold
   * @param steps in environments; times the agents they are agent samples
   * @param secondsPerStep of training, over all seeds, which depends on the machine; times the
   *     steps it is how long it took
   */
  public record Arrival(
      String variant, int agents, int n, int arrived, Time steps, double secondsPerStep) {}

  /**
   * A time to the threshold, in steps.
   *
   * @param median by Kaplan and Meier; NaN where half of the runs never arrived
   * @param mean restricted to the horizon: of the time until a run arrives or the horizon comes
   * @param low lower end of the mean's 95 % bootstrap interval
   * @param high upper end
   * @param horizon the longest time that every variant was followed for; NaN without runs
   */
  public record Time(double median, double mean, double low, double high, double horizon) {}
}
