package powergrid.api.protocol;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * How peers coordinate: the grid agents of an environment, after they have chosen their actions and
 * before their vertical protocols speak. In every round of an exchange each of them speaks ({@link
 * #coordinateMessages}), and messages travel through the channel: without latency, what is said in
 * a round is heard in the next one. After the last round each acts on what it heard ({@link
 * #coordinateActions}), which may be to ask for a power of its own ({@link
 * powergrid.api.agent.Self#requestMw}), that its vertical protocol turns into what it tells its
 * children.
 */
@ConsumerType
public interface HorizontalProtocol extends Protocol {
  /**
   * The greatest number of rounds; fewer where all vote to end, or the coordination window closes.
   *
   * @return 0 for no exchange at all
   */
  default int rounds() {
    return 1;
  }

  /**
   * Whether it asks for power, so that all participants need a vertical protocol that can follow.
   *
   * @return false for a protocol that only informs
   */
  default boolean requests() {
    return true;
  }
}
