package powergrid.api.scenario;

import java.time.Duration;

/**
 * A branch that is opened or closed during an episode.
 *
 * @param place where it stands
 * @param at since the episode's start; it happens at the beginning of the first step from then on
 * @param branch of the scenario's network, or {@code MICROGRID.BRANCH}
 * @param close whether it is closed, or opened
 */
public record EventSetting(Place place, Duration at, String branch, boolean close) {}
