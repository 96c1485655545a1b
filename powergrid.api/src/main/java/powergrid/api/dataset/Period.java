package powergrid.api.dataset;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * The intervals of an episode.
 *
 * @param start of the first interval, local standard time
 * @param step length of every interval
 * @param intervals how many
 */
public record Period(LocalDateTime start, Duration step, int intervals) {}
