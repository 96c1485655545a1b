package powergrid.api.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of messages between two agents, each way on its own.
 *
 * @param latency of every message
 * @param jitter further latency, uniform from 0 to this
 * @param loss probability that a message is lost, each on its own
 * @param bitsPerSecond bandwidth; messages queue up for it; infinity for no limit
 * @param staleAfter age from which a message counts as never heard; empty for never
 * @param outages when everything that is sent is lost
 * @param bursts how everything that is sent is lost for a while now and then, if it is
 * @param window how long coordination may take in a step: what arrives within it is acted on in the
 *     same step, anything later in a later one
 */
public record LinkSetting(
    Duration latency,
    Duration jitter,
    double loss,
    double bitsPerSecond,
    Optional<Duration> staleAfter,
    List<OutageSetting> outages,
    Optional<BurstSetting> bursts,
    Duration window) {
  /** At once, everything, always; a window of a minute. */
  public static final LinkSetting IDEAL =
      new LinkSetting(
          Duration.ZERO,
          Duration.ZERO,
          0,
          Double.POSITIVE_INFINITY,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Duration.ofMinutes(1));

  /** Copies the list. */
  public LinkSetting {
    outages = List.copyOf(outages);
  }

  /**
   * A time without communication.
   *
   * @param at since the episode's start
   * @param lasting how long
   * @param agents whose messages are lost, sent or received; empty for everybody's
   */
  public record OutageSetting(Duration at, Duration lasting, List<String> agents) {
    /** Copies the list. */
    public OutageSetting {
      agents = List.copyOf(agents);
    }
  }

  /**
   * Outages at random, of each pair of agents on their own: exponential times, as of a Markov chain
   * of two states (Gilbert, Capacity of a burst-noise channel, Bell System Technical Journal 39,
   * 1960).
   *
   * @param every mean time from the end of one to the start of the next
   * @param lasting mean time that one lasts
   */
  public record BurstSetting(Duration every, Duration lasting) {}
}
