package powergrid.api.scenario;

import java.time.Duration;
import java.util.Optional;
import powergrid.api.environment.Credit;

/**
 * How agents learn.
 *
 * @param learner the plug-in, with its own fields
 * @param steps in environments, over all copies
 * @param credit what agents are rewarded for meanwhile
 * @param validateEvery steps after which what was learnt is tried on validation days, and the best
 *     kept; 0 for never: the last is kept
 * @param validationEpisodes in each of these trials
 * @param patience after so many trials in a row without improvement it ends; 0 for never
 * @param timeLimit after which it ends; what comes of it then depends on the machine
 */
public record LearnSetting(
    PluginSetting learner,
    long steps,
    Credit credit,
    long validateEvery,
    int validationEpisodes,
    int patience,
    Optional<Duration> timeLimit) {}
