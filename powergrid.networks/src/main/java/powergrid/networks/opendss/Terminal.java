package powergrid.networks.opendss;

import java.util.List;
import powergrid.api.network.Phases;

/**
 * Where an element's conductors are connected.
 *
 * @param bus a bus's name, in lower case
 * @param nodes 1 to 3 for phases a to c, 0 for ground, others for floating points
 * @param origin where that is said
 */
record Terminal(String bus, List<Integer> nodes, Origin origin) {
  /** Reads a bus and its nodes, e.g. {@code 632.3.2}; without nodes, conductors take 1, 2, 3. */
  static Terminal of(Value value) {
    String[] parts = value.name().split("\\.", -1);
    if (parts[0].isEmpty() || parts.length > 10) {
      throw value.wrong("give a bus and its nodes such as 632.3.2");
    }
    Integer[] nodes = new Integer[parts.length - 1];
    for (int i = 0; i < nodes.length; i++) {
      if (!parts[i + 1].matches("[0-9]{1,4}")) {
        throw value.wrong("'" + parts[i + 1] + "' is no node: write bus.1.2.3, 0 for ground");
      }
      nodes[i] = Integer.parseInt(parts[i + 1]);
    }
    return new Terminal(parts[0], List.of(nodes), value.origin());
  }

  /**
   * The node of a conductor: of those not given, the first ones are 1, 2, 3 and the rest ground.
   */
  int node(int conductor, int phases) {
    return conductor < nodes.size() ? nodes.get(conductor) : conductor < phases ? conductor + 1 : 0;
  }

  /** The phases that its first conductors are connected to, each 0 for a to 2 for c. */
  int[] phases(int conductors, Element element) {
    int[] phases = new int[conductors];
    int seen = 0;
    for (int i = 0; i < conductors; i++) {
      int node = node(i, conductors);
      if (node < 1 || node > 3 || (seen & 1 << node) != 0) {
        throw origin.error(
            element.fullName()
                + " needs "
                + conductors
                + " different nodes of 1, 2 and 3 at bus "
                + bus
                + ", not "
                + nodes);
      }
      seen |= 1 << node;
      phases[i] = node - 1;
    }
    for (int i = conductors; i < nodes.size(); i++) {
      if (nodes.get(i) != 0) {
        throw origin.error(
            element.fullName()
                + " has a conductor at node "
                + nodes.get(i)
                + " of bus "
                + bus
                + ": beyond its "
                + conductors
                + " phases, only node 0 is supported");
      }
    }
    return phases;
  }

  /** A set of phases. */
  static Phases set(int... phases) {
    int bits = 0;
    for (int phase : phases) {
      bits |= phase < 0 ? 0 : 1 << phase;
    }
    return Phases.ofBits(bits);
  }
}
