package powergrid.api.protocol;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.message.MessageType;
import powergrid.api.space.Axis;

/**
 * How agents coordinate. A protocol's code runs as one participant at a time and sees only that
 * one's {@link Self}: messages are the only way from one agent to another. It holds no state but
 * its configuration: what it remembers is {@link Self#memory()}, which the engine keeps, saves and
 * restores. So a configuration record can be the protocol.
 */
@ConsumerType
public interface Protocol {
  /**
   * All types of messages that are sent in {@link #coordinateMessages}.
   *
   * @return empty for none
   */
  default List<MessageType> messages() {
    return List.of();
  }

  /**
   * How many numbers it remembers for every participant and role.
   *
   * @return 0 for none
   */
  default int memory() {
    return 0;
  }

  /**
   * Speaks: sends messages.
   *
   * @param me the participant that speaks; in a vertical protocol, the parent
   */
  default void coordinateMessages(Self me) {}

  /**
   * Acts on what was delivered.
   *
   * @param me the participant that acts; in a vertical protocol, a child
   */
  default void coordinateActions(Self me) {}

  /**
   * Whether members tell each other what they {@linkplain Self#model learn}, so that a learner has
   * to give each of them a model.
   *
   * @return false unless they do
   */
  default boolean exchangesModels() {
    return false;
  }

  /**
   * What it publishes for all members ({@link #syncGlobalState}): information that no message
   * carries, and therefore declared.
   *
   * @return an axis a value; empty for none
   */
  default List<Axis> globals() {
    return List.of();
  }

  /**
   * Publishes global state, after a step is settled. The only way past messages.
   *
   * @param state what everybody may know
   */
  default void syncGlobalState(GlobalState state) {}

  /**
   * Refuses, when an environment is assembled, members that it cannot coordinate.
   *
   * @param members all participants; in a vertical protocol, the parent first
   * @throws powergrid.api.plugin.ConfigurationException that says who and why
   */
  default void check(List<? extends Agent> members) {}
}
