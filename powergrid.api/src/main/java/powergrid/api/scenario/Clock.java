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
}
