package powergrid.powerflow.newton;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Source;
import powergrid.powerflow.model.MinimumDegree;
import powergrid.powerflow.model.Pairs;

/**
 * The nodes of a network as its branches are closed: buses that rigid branches join are one, and
 * what has no supply is none. A bus's voltage is a complex factor times its node's. Nodes whose
 * voltage is to be found come first, in the order of their elimination; those that sources fix come
 * last.
 */
final class Nodes {
  /** Voltages and ratios that differ by less, relatively, are the same. */
  static final double SAME = 1e-9;

  final PositiveSequence net;
  final Islands islands;

  /** By bus; −1 without supply. */
  final int[] node;

  /** By bus: its voltage over its node's. */
  final double[] kRe;

  final double[] kIm;

  /** The rigid branches that carry current, from the nodes' first buses outwards. */
  final int[] tree;

  /** Whether the to bus of such a branch is the outer one. */
  final boolean[] outwards;

  int trees;
  int nodes;
  int unknown;

  /** By node whose voltage is to be found: later neighbours when it is eliminated. */
  int[][] later = {};

  /** By node: the bus of which it has the voltage. */
  int[] first = {};

  private final int[] loops;
  private int looped;

  Nodes(PositiveSequence net) {
    this.net = net;
    islands = new Islands(net);
    node = new int[net.buses()];
    kRe = new double[net.buses()];
    kIm = new double[net.buses()];
    tree = new int[net.branches()];
    outwards = new boolean[net.branches()];
    loops = new int[net.branches()];
  }

  /**
   * Joins buses to nodes and puts those in order.
   *
   * @param closed by branch
   */
  void connect(boolean[] closed) {
    islands.connect(closed);
    int groups = join(closed);
    boolean[] fixed = new boolean[groups];
    List<Source> sources = net.network.sources();
    for (int s = 0; s < sources.size(); s++) {
      if (islands.supplies[s]) {
        fixed[node[net.network.busIndex(sources.get(s).bus())]] = true;
      }
    }
    int[] place = places(closed, fixed);
    first = new int[nodes];
    for (int bus = node.length - 1; bus >= 0; bus--) {
      node[bus] = place[node[bus]];
      if (node[bus] >= 0) {
        first[node[bus]] = bus;
      }
    }
  }

  /** Groups the buses that rigid branches join, numbered as they come. */
  private int join(boolean[] closed) {
    int[] latest = new int[net.buses()];
    int[] next = new int[2 * net.branches()];
    Arrays.fill(latest, -1);
    for (int e = closed.length - 1; e >= 0; e--) {
      if (closed[e] && net.rigid[e]) {
        next[2 * e] = latest[net.from[e]];
        latest[net.from[e]] = 2 * e;
        next[2 * e + 1] = latest[net.to[e]];
        latest[net.to[e]] = 2 * e + 1;
      }
    }
    boolean[] used = new boolean[net.branches()];
    int[] queue = new int[net.buses()];
    Arrays.fill(node, -1);
    int groups = 0;
    trees = 0;
    looped = 0;
    for (int start = 0; start < node.length; start++) {
      if (node[start] >= 0) {
        continue;
      }
      int size = 0;
      queue[size++] = start;
      node[start] = groups++;
      for (int ahead = 0; ahead < size; ahead++) {
        int bus = queue[ahead];
        for (int end = latest[bus]; end >= 0; end = next[end]) {
          int e = end / 2;
          int other = end % 2 == 0 ? net.to[e] : net.from[e];
          if (node[other] < 0) {
            node[other] = node[bus];
            queue[size++] = other;
            outwards[trees] = end % 2 == 0;
            tree[trees++] = e;
          } else if (!used[e]) {
            loops[looped++] = e;
          }
          used[e] = true;
        }
      }
    }
    return groups;
  }

  /** Where each group comes in the order of nodes; −1 without supply. */
  private int[] places(boolean[] closed, boolean[] fixed) {
    int[] place = new int[fixed.length];
    int[] number = new int[fixed.length];
    int[] group = new int[fixed.length];
    Arrays.fill(place, -1);
    Arrays.fill(number, -1);
    unknown = 0;
    nodes = 0;
    for (int bus = 0; bus < node.length; bus++) {
      int i = node[bus];
      if (islands.live[bus] && !fixed[i] && number[i] < 0) {
        group[unknown] = i;
        number[i] = unknown++;
      }
    }
    MinimumDegree elimination = new MinimumDegree(neighbours(closed, number));
    later = elimination.later;
    for (int i : elimination.order) {
      place[group[i]] = nodes++;
    }
    for (int i = 0; i < fixed.length; i++) {
      if (fixed[i]) {
        place[i] = nodes++;
      }
    }
    return place;
  }

  private int[][] neighbours(boolean[] closed, int[] number) {
    Pairs coupled = new Pairs();
    for (int e = 0; e < closed.length; e++) {
      int a = number[node[net.from[e]]];
      int b = number[node[net.to[e]]];
      if (closed[e] && a >= 0 && b >= 0 && a != b) {
        coupled.add(a, b);
        coupled.add(b, a);
      }
    }
    return coupled.byRow(unknown);
  }

  /**
   * Takes over the branches' ratios.
   *
   * @return what contradicts itself; null if nothing does
   */
  String scale() {
    Arrays.fill(kRe, 1);
    Arrays.fill(kIm, 0);
    for (int i = 0; i < trees; i++) {
      int e = tree[i];
      int f = net.from[e];
      int t = net.to[e];
      if (outwards[i]) {
        kRe[t] = throughRe(e);
        kIm[t] = throughIm(e);
      } else {
        double k2 = net.kRe[e] * net.kRe[e] + net.kIm[e] * net.kIm[e];
        kRe[f] = (kRe[t] * net.kRe[e] + kIm[t] * net.kIm[e]) / k2;
        kIm[f] = (kIm[t] * net.kRe[e] - kRe[t] * net.kIm[e]) / k2;
      }
    }
    for (int i = 0; i < looped; i++) {
      int e = loops[i];
      int t = net.to[e];
      if (differ(throughRe(e), throughIm(e), kRe[t], kIm[t])) {
        return "branch "
            + net.network.branches().get(e).id()
            + " closes a loop without impedance whose ratios disagree";
      }
    }
    return null;
  }

  private double throughRe(int e) {
    return net.kRe[e] * kRe[net.from[e]] - net.kIm[e] * kIm[net.from[e]];
  }

  private double throughIm(int e) {
    return net.kRe[e] * kIm[net.from[e]] + net.kIm[e] * kRe[net.from[e]];
  }

  static boolean differ(double re, double im, double otherRe, double otherIm) {
    double dRe = re - otherRe;
    double dIm = im - otherIm;
    return dRe * dRe + dIm * dIm > SAME * SAME * (re * re + im * im);
  }
}
