package powergrid.api.protocol;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.space.Space;

/**
 * How a parent shapes what its children do, and what the parent's own action is: a price, a set
 * point for each, nothing. In a step children {@link #report}, the parent decides and speaks
 * ({@link #coordinateMessages}); its messages travel; children then act on what reached them
 * ({@link #coordinateActions}).
 */
@ConsumerType
public interface VerticalProtocol extends Protocol {
  /**
   * What the parent decides on.
   *
   * @param parent with its children, whose action spaces are known
   * @return {@link Space#EMPTY} where the parent has nothing to say: then its children decide
   */
  Space parentActionSpace(Agent parent);

  /**
   * What the parent's action is until it decides: its value at reset.
   *
   * @param parent with its children
   * @param axis an index in {@link #parentActionSpace}
   * @return a value of that axis
   */
  default double initialAction(Agent parent, int axis) {
    return Math.max(
        parentActionSpace(parent).axis(axis).low(),
        Math.min(parentActionSpace(parent).axis(axis).high(), 0));
  }

  /**
   * All types of messages that children send in {@link #report}; {@link #messages} are the
   * parent's.
   *
   * @return empty for none
   */
  default List<MessageType> reports() {
    return List.of();
  }

  /**
   * A child tells its parent what it could do.
   *
   * @param child any of the children
   */
  default void report(Self child) {}

  /**
   * Sums up what children reported, before the parent decides. By default a parent's flexibility is
   * that of all together by the {@link Report}s it has, where this protocol's children send them.
   * Ranges are added. The margin {@code sell} is the least marginal cost at which one of them
   * begins to inject, {@code buy} the greatest marginal value at which one begins to consume, and
   * the slope is that of the straight line from {@code sell} at no power to the greatest marginal
   * cost or value of any child at its greatest power, at the greatest power of all: the price at
   * which all is offered, curtailed consumption included. Where they cannot inject in sum, the line
   * goes from the least power of all at the least marginal value to the greatest power of all at
   * the greatest one. A child whose power cannot be moved counts by its power alone.
   *
   * @param parent the parent
   */
  default void gather(Self parent) {
    boolean reported = false;
    List<MessageType> types = reports();
    for (int i = 0; i < types.size(); i++) { // an iterator would be an allocation
      reported |= types.get(i).type() == Report.class;
    }
    if (!reported) {
      return;
    }
    Aggregate.of(parent, parent.flexibility());
  }

  /**
   * What {@link #coordinateMessages} turns into what the parent tells its children when it is asked
   * of the parent ({@link Self#requested}).
   *
   * @return empty for a protocol that only does what the parent's own action says
   */
  default Set<Target> realises() {
    return Set.of();
  }

  /**
   * The power that the parent's present action stands for.
   *
   * @param parent the parent
   * @return MW injected by all children together; NaN where the action stands for none
   */
  default double intendedMw(Self parent) {
    return Double.NaN;
  }

  /**
   * What the parent's present action stands for, of something else than power: who asks the parent
   * for it can leave the action some weight.
   *
   * @param parent the parent
   * @param target not power, for which there is {@link #intendedMw}
   * @return in the target's unit; NaN where the action stands for none
   */
  default double intended(Self parent, Target target) {
    return Double.NaN;
  }
}
