package powergrid.api.scenario;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A scenario's time.
 *
 * @param start of the first day's first step, local standard time
 * @param step length of a step
 * @param steps in an episode
 * @param days from how many consecutive days, the first one included, a seed draws the episode's
 */
public record Clock(LocalDateTime start, Duration step, int steps, int days) {
  /**
   * The length of a step.
   *
   * @return hours
   */
  public double hours() {
    return step.toMillis() / 3.6e6;
  }

  /**
   * How long some steps last, as a scenario writes it.
   *
   * @param steps how many
   * @return in the greatest unit that divides it, e.g. {@code 90min} or {@code 24h}
   */
  public String lasting(int steps) {
    Duration whole = step.multipliedBy(steps);
    if (whole.getNano() != 0) {
      return whole.toNanos() / 1e6 + "ms";
    }
    long seconds = whole.getSeconds();
    return seconds % 3600 == 0
        ? seconds / 3600 + "h"
        : seconds % 60 == 0 ? seconds / 60 + "min" : seconds + "s";
  }
}
