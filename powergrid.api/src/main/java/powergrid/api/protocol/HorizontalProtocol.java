package powergrid.api.protocol;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Target;
import powergrid.api.space.Space;

/**
 * How peers coordinate: the grid agents of an environment, after they have chosen their actions and
 * before their vertical protocols speak. In every round of an exchange each of them speaks ({@link
 * #coordinateMessages}), and messages travel through the channel: without latency, what is said in
 * a round is heard in the next one. After the last round each acts on what it heard ({@link
 * #coordinateActions}), which may be to ask something of its own ({@link
 * powergrid.api.agent.Self#request}), that its vertical protocol turns into what it tells its
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
   * What participants ask of themselves, so that each needs a vertical protocol that can {@link
   * VerticalProtocol#realises() realise} it.
   *
   * @return empty for a protocol that only informs
   */
  default Set<Target> targets() {
    return Set.of(Target.POWER);
  }

  /**
   * What each participant decides for this protocol, beside what its vertical protocol has it
   * decide: a message to be learned, a bid. Becomes the last part of the participant's action. In
   * this protocol {@link powergrid.api.agent.Self#action(int)} counts from its first axis.
   *
   * @param participant any of them
   * @return empty for nothing
   */
  default Space actionSpace(Agent participant) {
    return Space.EMPTY;
  }

  /**
   * Whether it makes contracts ({@link powergrid.api.agent.Self#contract}), so that each
   * participant needs a device that meters and settles what it exchanges.
   *
   * @return false unless it does
   */
  default boolean contracts() {
    return false;
  }
}
