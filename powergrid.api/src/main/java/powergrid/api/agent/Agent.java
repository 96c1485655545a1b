package powergrid.api.agent;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** What anybody may know of an agent: its place and its spaces, never its state. Immutable. */
@ProviderType
public interface Agent {
  /**
   * Its name, unique in the environment, e.g. {@code MG1} or {@code MG1.ess1}.
   *
   * @return the id
   */
  String id();

  /**
   * The name that it was declared under, with neither the agent above nor its number: {@code ess}
   * of {@code MG1.ess2}, {@code MG} of {@code MG1}. Agents who share it are of one role.
   *
   * @return the last part of its id without final digits; with them where it is nothing else
   */
  default String declaredName() {
    String last = id().substring(id().lastIndexOf('.') + 1);
    int end = last.length();
    while (end > 0 && Character.isDigit(last.charAt(end - 1))) {
      end--;
    }
    return end == 0 ? last : last.substring(0, end);
  }

  /**
   * Its level.
   *
   * @return the level
   */
  Level level();

  /**
   * Its position among all agents of the environment.
   *
   * @return 0 to the number of agents − 1
   */
  int index();

  /**
   * The agent above.
   *
   * @return null at the top
   */
  Agent parent();

  /**
   * The agents below, in the scenario's order.
   *
   * @return empty for a device
   */
  List<? extends Agent> children();

  /**
   * What it decides on: a device's actions, or what a parent's protocol makes of it.
   *
   * @return empty for an agent with nothing to decide
   */
  Space actionSpace();

  /**
   * Where a component of its action rests: its value from a reset on until somebody chooses.
   *
   * @param axis index in its action space
   * @return within the axis' bounds
   */
  double restingAction(int axis);

  /**
   * The power that may be asked of it, injected: of a device by its continuous axis in MW called
   * {@code p} or {@code pLimit}, or {@code consumption} with the sign turned; of a parent the sum
   * over its children, where its vertical protocol realises {@link Target#POWER}.
   *
   * @return an axis in MW; null where it cannot be dispatched
   */
  Axis dispatch();

  /**
   * The injected power at which an agent that can be dispatched rests.
   *
   * @return MW, within {@link #dispatch}; NaN where it cannot be dispatched
   */
  double restingMw();

  /**
   * Curves that it lets others set.
   *
   * @return empty for an agent that follows none
   */
  Set<Characteristic> follows();

  /**
   * What it observes.
   *
   * @return as in {@code semantics}, step 9
   */
  Space observationSpace();

  /**
   * Whether it decides, rather than follows its parent.
   *
   * @return never true with an empty action space
   */
  boolean decides();
}
