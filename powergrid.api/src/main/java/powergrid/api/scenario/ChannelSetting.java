package powergrid.api.scenario;

import java.time.Duration;
import java.util.List;

/**
 * The communication network among peers, written under {@code channel}, and how long they have for
 * coordination in a step.
 *
 * @param place where it stands
 * @param topology who can talk with whom; {@code EDGES} by {@code edges}
 * @param edges pairs of microgrids' ids, both ways
 * @param latency of every message
 * @param jitter further latency, uniform from 0 to this
 * @param loss probability that a message is lost, each on its own
 * @param window how long an exchange may take in a step
 * @param round length of a round
 */
public record ChannelSetting(
    Place place,
    Topology topology,
    List<List<String>> edges,
    Duration latency,
    Duration jitter,
    double loss,
    Duration window,
    Duration round) {
  /** Copies the list. */
  public ChannelSetting {
    edges = List.copyOf(edges);
  }

  /** Who can talk with whom. */
  public enum Topology {
    /** Everybody with everybody. */
    COMPLETE,
    /** Everybody with the one before and the one after, the last with the first. */
    RING,
    /** Everybody with the one before and the one after. */
    LINE,
    /** Everybody with the first one. */
    STAR,
    /** As written. */
    EDGES
  }

  /**
   * Everybody hears everybody without delay.
   *
   * @param place where it would stand
   * @return the ideal channel
   */
  public static ChannelSetting ideal(Place place) {
    return new ChannelSetting(
        place,
        Topology.COMPLETE,
        List.of(),
        Duration.ZERO,
        Duration.ZERO,
        0,
        Duration.ofMinutes(1),
        Duration.ofSeconds(1));
  }

  /** Rounds that fit into the window. */
  public int rounds() {
    return (int) Math.min(Integer.MAX_VALUE, window.dividedBy(round));
  }
}
