package powergrid.powerflow.newton;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import powergrid.api.network.Capacitor;

/**
 * The admittance matrix of a network's nodes by rows, its diagonal apart. A bus's voltage being a
 * factor times its node's, an admittance between buses m and n counts conj(k_m) · k_n times: so
 * powers are those of the buses.
 */
final class Admittances {
  private final Nodes nodes;
  private final PositiveSequence net;

  /** By row: where its neighbours of unknown magnitude start, then those of known, then the end. */
  int[] start = {};

  /** By row: where its neighbours with an unknown angle only start. */
  int[] keptStart = {};

  /** By row: where its neighbours that sources fix start. */
  int[] fixedStart = {};

  int[] column = {};
  double[] g = {};
  double[] b = {};
  double[] ownG = {};
  double[] ownB = {};

  /** By row: what the sizes of its admittances add up to. */
  double[] size = {};

  private int[] entries = {};
  private boolean[] closed = {};

  Admittances(Nodes nodes) {
    this.nodes = nodes;
    net = nodes.net;
  }

  /** Finds the entries. */
  void connect(boolean[] closedBranches, boolean[] isKept) {
    closed = closedBranches;
    int n = nodes.nodes;
    List<TreeSet<Integer>> rows = Stream.generate(TreeSet<Integer>::new).limit(n).toList();
    for (int e = 0; e < closed.length; e++) {
      int f = from(e);
      int t = to(e);
      if (f != t) {
        rows.get(f).add(key(t, isKept));
        rows.get(t).add(key(f, isKept));
      }
    }
    start = new int[n + 1];
    keptStart = new int[n];
    fixedStart = new int[n];
    for (int i = 0; i < n; i++) {
      start[i + 1] = start[i] + rows.get(i).size();
      keptStart[i] = start[i] + rows.get(i).headSet(n).size();
      fixedStart[i] = start[i] + rows.get(i).headSet(2 * n).size();
    }
    int[] keys = rows.stream().flatMap(TreeSet::stream).mapToInt(Integer::intValue).toArray();
    column = Arrays.stream(keys).map(key -> key % n).toArray();
    g = new double[column.length];
    b = new double[column.length];
    ownG = new double[n];
    ownB = new double[n];
    size = new double[n];
    entries = new int[2 * closed.length];
    for (int e = 0; e < closed.length; e++) {
      int f = from(e);
      int t = to(e);
      if (f != t) {
        entries[2 * e] = Arrays.binarySearch(keys, start[f], start[f + 1], key(t, isKept));
        entries[2 * e + 1] = Arrays.binarySearch(keys, start[t], start[t + 1], key(f, isKept));
      }
    }
  }

  /** Orders neighbours: those of unknown magnitude, those that are kept, those that are fixed. */
  private int key(int node, boolean[] isKept) {
    return node + nodes.nodes * (node >= nodes.unknown ? 2 : isKept[node] ? 1 : 0);
  }

  /** The node at a branch's from end; −1 if it is open or without supply. */
  private int from(int e) {
    return closed[e] ? nodes.node[net.from[e]] : -1;
  }

  private int to(int e) {
    return closed[e] ? nodes.node[net.to[e]] : -1;
  }

  /**
   * Adds up the entries for the branches' ratios and the capacitors as they are.
   *
   * @param on by capacitor
   */
  void assemble(boolean[] on) {
    Arrays.fill(g, 0);
    Arrays.fill(b, 0);
    Arrays.fill(ownG, 0);
    Arrays.fill(ownB, 0);
    for (int e = 0; e < closed.length; e++) {
      if (from(e) >= 0) {
        add(e);
      }
    }
    List<Capacitor> capacitors = net.network.capacitors();
    for (int c = 0; c < on.length; c++) {
      int bus = net.network.busIndex(capacitors.get(c).bus());
      if (on[c] && nodes.node[bus] >= 0) {
        own(bus, 0, capacitors.get(c).mvar().sum() / 3);
      }
    }
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.abs(ownG[i]) + Math.abs(ownB[i]);
      for (int k = start[i]; k < start[i + 1]; k++) {
        size[i] += Math.abs(g[k]) + Math.abs(b[k]);
      }
    }
  }

  private void add(int e) {
    int f = net.from[e];
    int t = net.to[e];
    own(f, net.fromG[e], net.fromB[e]);
    own(t, net.toG[e], net.toB[e]);
    if (net.rigid[e]) {
      return;
    }
    double k2 = net.kRe[e] * net.kRe[e] + net.kIm[e] * net.kIm[e];
    own(f, k2 * net.yRe[e], k2 * net.yIm[e]);
    own(t, net.yRe[e], net.yIm[e]);
    // the ratio as the nodes see it: k times the factor of the from bus, over that of the to bus
    double seenRe = net.kRe[e] * nodes.kRe[f] - net.kIm[e] * nodes.kIm[f];
    double seenIm = net.kRe[e] * nodes.kIm[f] + net.kIm[e] * nodes.kRe[f];
    double re = seenRe * nodes.kRe[t] + seenIm * nodes.kIm[t];
    double im = seenIm * nodes.kRe[t] - seenRe * nodes.kIm[t];
    double ftRe = -(net.yRe[e] * re + net.yIm[e] * im);
    double ftIm = -(net.yIm[e] * re - net.yRe[e] * im);
    double tfRe = -(net.yRe[e] * re - net.yIm[e] * im);
    double tfIm = -(net.yIm[e] * re + net.yRe[e] * im);
    if (from(e) == to(e)) {
      ownG[from(e)] += ftRe + tfRe;
      ownB[from(e)] += ftIm + tfIm;
    } else {
      g[entries[2 * e]] += ftRe;
      b[entries[2 * e]] += ftIm;
      g[entries[2 * e + 1]] += tfRe;
      b[entries[2 * e + 1]] += tfIm;
    }
  }

  private void own(int bus, double re, double im) {
    double k2 = nodes.kRe[bus] * nodes.kRe[bus] + nodes.kIm[bus] * nodes.kIm[bus];
    ownG[nodes.node[bus]] += k2 * re;
    ownB[nodes.node[bus]] += k2 * im;
  }
}
