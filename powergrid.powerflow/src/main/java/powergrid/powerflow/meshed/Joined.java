package powergrid.powerflow.meshed;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.powerflow.model.PerUnit;

/**
 * Nodes that branches without impedance join: each node's voltage is a real factor times that of
 * the node which stands for its group. The branches of a group, here called joints, form a tree
 * from that node, along which their currents follow from what the nodes draw. A source's node
 * stands for its group.
 */
final class Joined {
  private static final int NONE = -1;

  private final PerUnit net;
  private final Incidence incidence;
  private final Energised energised;
  private final boolean[] ideal;
  private final int[] order;
  private final int[] inwardJoint;
  private boolean[] closed = {};
  private int seen;

  /** By 3 · bus + phase: the node that stands for it; −1 without supply. */
  final int[] root;

  /** By 3 · bus + phase: its voltage over that of the one that stands for it. */
  final double[] factor;

  /** Joints, each as 3 · branch + phase, from the roots outwards. */
  final int[] joints;

  /** By place among the joints: whether its outer end is its to end. */
  final boolean[] outwards;

  /** By joint: the voltage at its to end over that at its from end. */
  final double[] ratio;

  int count;

  Joined(PerUnit net, Incidence incidence, Energised energised) {
    this.net = net;
    this.incidence = incidence;
    this.energised = energised;
    ideal = new boolean[net.branches()];
    for (int e = 0; e < ideal.length; e++) {
      ideal[e] = Admittances.ideal(net, e);
    }
    int nodes = 3 * net.buses();
    order = new int[nodes];
    inwardJoint = new int[nodes];
    root = new int[nodes];
    factor = new double[nodes];
    joints = new int[3 * net.branches()];
    outwards = new boolean[3 * net.branches()];
    ratio = new double[3 * net.branches()];
  }

  /** Whether a branch is a ratio and nothing else. */
  boolean ideal(int branch) {
    return ideal[branch];
  }

  /**
   * Joins nodes.
   *
   * @param nowClosed by branch
   * @return null, or why they cannot be joined
   */
  String join(boolean[] nowClosed) {
    closed = nowClosed;
    Arrays.fill(root, NONE);
    count = 0;
    seen = 0;
    List<Source> sources = net.network.sources();
    for (int i = 0; i < energised.supplies.length; i++) {
      int bus = net.network.busIndex(sources.get(i).bus());
      for (int phase = 0; energised.supplies[i] && phase < 3; phase++) {
        if (root[3 * bus + phase] != NONE) {
          return "source " + sources.get(i).id() + " is the second one at bus " + nameOf(bus);
        }
        plant(3 * bus + phase);
      }
    }
    String obstacle = grow(0);
    for (int node = 0; node < root.length && obstacle == null; node++) {
      if (root[node] == NONE && energised.lit(node)) {
        int first = seen;
        plant(node);
        obstacle = grow(first);
      }
    }
    return obstacle;
  }

  private String nameOf(int bus) {
    return net.network.buses().get(bus).id();
  }

  private void plant(int node) {
    root[node] = node;
    order[seen++] = node;
  }

  private String grow(int first) {
    for (int head = first; head < seen; head++) {
      int node = order[head];
      int inwards = root[node] == node ? NONE : inwardJoint[node];
      for (int k = incidence.first(node / 3); k < incidence.first(node / 3 + 1); k++) {
        int e = incidence.at(k);
        int joint = 3 * e + node % 3;
        if (!ideal[e]
            || !closed[e]
            || (energised.carried(e) & 1 << node % 3) == 0
            || joint == inwards) {
          continue;
        }
        boolean out = 3 * net.from[e] + node % 3 == node;
        int other = 3 * (out ? net.to[e] : net.from[e]) + node % 3;
        if (root[other] != NONE) {
          return conflict(e, node, other);
        }
        root[other] = root[node];
        order[seen++] = other;
        inwardJoint[other] = joint;
        joints[count] = joint;
        outwards[count++] = out;
      }
    }
    return null;
  }

  private String conflict(int e, int node, int other) {
    String branch = "branch " + net.network.branches().get(e).id();
    return root[node] == root[other]
        ? branch + " closes a loop of branches without impedance; open it or give it one"
        : branch
            + " joins the sources at buses "
            + nameOf(root[node] / 3)
            + " and "
            + nameOf(root[other] / 3)
            + " without an impedance between them; open it or give it one";
  }

  /**
   * Takes over where taps stand.
   *
   * @param taps by 3 · branch + phase
   */
  void tap(int[] taps) {
    Arrays.fill(factor, 1);
    for (int k = 0; k < count; k++) {
      int joint = joints[k];
      Regulator regulator = net.regulator(joint / 3);
      ratio[joint] =
          net.ratio[joint / 3] * (regulator == null ? 1 : 1 + regulator.step() * taps[joint]);
      factor[outer(k)] = factor[inner(k)] * (outwards[k] ? ratio[joint] : 1 / ratio[joint]);
    }
  }

  /** The node at the outer end of the joint at a place. */
  int outer(int k) {
    int e = joints[k] / 3;
    return 3 * (outwards[k] ? net.to[e] : net.from[e]) + joints[k] % 3;
  }

  /** The node at the inner end of the joint at a place. */
  int inner(int k) {
    int e = joints[k] / 3;
    return 3 * (outwards[k] ? net.from[e] : net.to[e]) + joints[k] % 3;
  }
}
