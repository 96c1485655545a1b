package powergrid.powerflow.meshed;

import java.util.Arrays;
import powergrid.api.network.Regulator;
import powergrid.powerflow.model.PerUnit;

/**
 * Nodes that branches without impedance join: each node's voltage is a real factor times that of
 * the node which stands for its group. The branches of a group form a tree, along which their
 * currents follow from what the nodes draw.
 */
final class Joined {
  private final PerUnit net;
  private final int[] parent;
  private final double[] toParent;

  /** By 3 · bus + phase: the node that stands for it. */
  final int[] root;

  /** By 3 · bus + phase: its voltage over that of the one that stands for it. */
  final double[] factor;

  /** Joints, each as 3 · branch + phase, in the order in which they were made. */
  final int[] joints;

  int count;

  Joined(PerUnit net) {
    this.net = net;
    int nodes = 3 * net.buses();
    parent = new int[nodes];
    toParent = new double[nodes];
    root = new int[nodes];
    factor = new double[nodes];
    joints = new int[3 * net.branches()];
  }

  /**
   * Joins nodes.
   *
   * @param ideal by branch: whether it is without impedance
   * @param closed by branch
   * @param live by bus: phases with supply
   * @param taps by 3 · branch + phase
   * @return null, or why they cannot be joined
   */
  String join(boolean[] ideal, boolean[] closed, int[] live, int[] taps) {
    Arrays.setAll(parent, node -> node);
    Arrays.fill(toParent, 1);
    count = 0;
    for (int e = 0; e < net.branches(); e++) {
      int carried = net.phases[e] & live[net.from[e]] & live[net.to[e]];
      for (int phase = 0; phase < 3; phase++) {
        if (ideal[e] && closed[e] && (carried & 1 << phase) != 0) {
          Regulator regulator = net.regulator(e);
          double boost = regulator == null ? 1 : Primitive.boost(regulator, e, phase, taps);
          if (!join(3 * net.from[e] + phase, 3 * net.to[e] + phase, net.ratio[e] * boost)) {
            return "branch "
                + net.network.branches().get(e).id()
                + " closes a loop of branches without impedance; open it or give it one";
          }
          joints[count++] = 3 * e + phase;
        }
      }
    }
    for (int node = 0; node < root.length; node++) {
      root[node] = find(node);
      factor[node] = factorOf(node);
    }
    return null;
  }

  /** Joins so that the voltage of {@code to} is {@code ratio} times that of {@code from}. */
  private boolean join(int from, int to, double ratio) {
    int a = find(from);
    int b = find(to);
    if (a == b) {
      return false;
    }
    // V_to = f_to V_b and V_to = ratio f_from V_a
    toParent[b] = ratio * factorOf(from) / factorOf(to);
    parent[b] = a;
    return true;
  }

  private int find(int node) {
    int at = node;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  private double factorOf(int node) {
    double product = 1;
    for (int at = node; parent[at] != at; at = parent[at]) {
      product *= toParent[at];
    }
    return product;
  }
}
