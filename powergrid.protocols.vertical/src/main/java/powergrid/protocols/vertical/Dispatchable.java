package powergrid.protocols.vertical;

import powergrid.api.agent.Agent;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** Tells by an agent's action space whether and how far its power can be dispatched. */
final class Dispatchable {
  private Dispatchable() {}

  /**
   * The axis whose bounds are the power that may be asked of an agent.
   *
   * @return null if it cannot be dispatched
   */
  static Axis power(Agent agent) {
    Space space = agent.actionSpace();
    for (int i = 0; i < space.size(); i++) {
      Axis axis = space.axis(i);
      if (axis.continuous() && axis.unit().equals("MW")) {
        return axis;
      }
    }
    return null;
  }

  /** Whether any child can be dispatched. */
  static boolean any(Agent parent) {
    for (Agent child : parent.children()) {
      if (power(child) != null) {
        return true;
      }
    }
    return false;
  }

  /** The power that leaves an agent at rest: a ceiling's top, a set point's zero. */
  static double atRestMw(Axis power) {
    return power.name().equals("pLimit") ? power.high() : power.clamp(0);
  }

  /** A child's name among its siblings. */
  static String localName(Agent parent, Agent child) {
    String prefix = parent.id() + ".";
    return child.id().startsWith(prefix) ? child.id().substring(prefix.length()) : child.id();
  }
}
