package powergrid.api.learning;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a learner did in an iteration.
 *
 * @param steps taken in environments, over all copies
 * @param episodes that ended
 * @param episodeReward mean over those of their agents' summed rewards, unscaled; NaN where none
 *     ended
 * @param figures others worth following, by name, such as {@code loss.policy}, {@code entropy} and
 *     {@code kl}; the same names in the same order in every iteration
 */
public record Iteration(
    long steps, int episodes, double episodeReward, Map<String, Double> figures) {
  /** Copies the figures, their order kept. */
  public Iteration {
    figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
