package powergrid.policies;

import powergrid.api.agent.Agent;

/** Finds children by their names. */
final class Children {
  private Children() {}

  /** The position of the child that an axis of its parent's action is called after; −1 for none. */
  static int indexOf(Agent parent, String name) {
    for (int k = 0; k < parent.children().size(); k++) {
      String id = parent.children().get(k).id();
      if (id.equals(name) || id.equals(parent.id() + "." + name)) {
        return k;
      }
    }
    return -1;
  }
}
