package powergrid.api.scenario;

import java.time.Duration;
import java.util.List;

/**
 * The communication network among peers, written under {@code channel}.
 *
 * @param place where it stands
 * @param topology who can talk with whom; {@code EDGES} by {@code edges}
 * @param edges pairs of microgrids' ids, both ways
 * @param link what becomes of messages; its window is that of an exchange
 * @param round length of a round
 */
public record ChannelSetting(
    Place place, Topology topology, List<List<String>> edges, LinkSetting link, Duration round) {
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
    /**
     * Those between whose places on the scenario's network no other's lies: along its branches,
     * closed or open.
     */
    ELECTRICAL,
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
        place, Topology.COMPLETE, List.of(), LinkSetting.IDEAL, Duration.ofSeconds(1));
  }

  /** Rounds that fit into the window. */
  public int rounds() {
    return (int) Math.min(Integer.MAX_VALUE, link.window().dividedBy(round));
  }
}
