package powergrid.protocols.vertical;

import java.util.Set;
import powergrid.api.agent.Agent;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Tells by an agent's action space whether and how far its power can be dispatched: by the
 * continuous axis in MW called {@code p} or {@code pLimit}, injected power, or {@code consumption},
 * with the sign turned. Other powers, such as what a grid connection schedules, are the agent's
 * own.
 */
final class Dispatchable {
  private static final String CONSUMPTION = "consumption";
  private static final Set<String> NAMES = Set.of("p", "pLimit", CONSUMPTION);

  private Dispatchable() {}

  /** Whether an agent can be dispatched. */
  static boolean is(Agent agent) {
    return index(agent) >= 0;
  }

  private static int index(Agent agent) {
    Space space = agent.actionSpace();
    for (int i = 0; i < space.size(); i++) {
      Axis axis = space.axis(i);
      if (axis.continuous() && axis.unit().equals("MW") && NAMES.contains(axis.name())) {
        return i;
      }
    }
    return -1;
  }

  /** The power that may be asked of an agent that can be dispatched, injected, as an axis. */
  static Axis power(Agent agent, String name) {
    Axis axis = agent.actionSpace().axis(index(agent));
    return axis.name().equals(CONSUMPTION)
        ? Axis.real(name, axis.unit(), 0.0 - axis.high(), 0.0 - axis.low())
        : Axis.real(name, axis.unit(), axis.low(), axis.high());
  }

  /** The injected power at which an agent that can be dispatched rests. */
  static double atRestMw(Agent agent) {
    int i = index(agent);
    double rest = agent.restingAction(i);
    return agent.actionSpace().axis(i).name().equals(CONSUMPTION) ? 0.0 - rest : rest;
  }

  /** Whether any child can be dispatched. */
  static boolean any(Agent parent) {
    for (Agent child : parent.children()) {
      if (is(child)) {
        return true;
      }
    }
    return false;
  }

  /** A child's name among its siblings. */
  static String localName(Agent parent, Agent child) {
    String prefix = parent.id() + ".";
    return child.id().startsWith(prefix) ? child.id().substring(prefix.length()) : child.id();
  }
}
