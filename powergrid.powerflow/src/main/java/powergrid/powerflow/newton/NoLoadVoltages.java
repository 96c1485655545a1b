package powergrid.powerflow.newton;

import java.util.Arrays;

/**
 * Voltages without load: those of the sources, through the branches' ratios and shifts along the
 * shortest path, with the magnitudes that generators keep.
 */
final class NoLoadVoltages {
  private final Nodes nodes;
  private final PositiveSequence net;
  private final SetPoints setPoints;
  private final int[] path;
  private final boolean[] outwards;
  private int length;

  NoLoadVoltages(Nodes nodes, SetPoints setPoints) {
    this.nodes = nodes;
    this.net = nodes.net;
    this.setPoints = setPoints;
    path = new int[net.buses()];
    outwards = new boolean[net.buses()];
  }

  /** Finds the paths. */
  void connect(boolean[] closed) {
    int n = nodes.nodes;
    int[] latest = new int[n];
    int[] next = new int[2 * closed.length];
    Arrays.fill(latest, -1);
    for (int e = closed.length - 1; e >= 0; e--) {
      int f = nodes.node[net.from[e]];
      int t = nodes.node[net.to[e]];
      if (closed[e] && f >= 0 && f != t) {
        next[2 * e] = latest[f];
        latest[f] = 2 * e;
        next[2 * e + 1] = latest[t];
        latest[t] = 2 * e + 1;
      }
    }
    boolean[] seen = new boolean[n];
    int[] queue = new int[n];
    int size = 0;
    for (int i = nodes.unknown; i < n; i++) {
      seen[i] = true;
      queue[size++] = i;
    }
    length = 0;
    for (int ahead = 0; ahead < size; ahead++) {
      for (int end = latest[queue[ahead]]; end >= 0; end = next[end]) {
        int e = end / 2;
        int other = nodes.node[end % 2 == 0 ? net.to[e] : net.from[e]];
        if (!seen[other]) {
          seen[other] = true;
          queue[size++] = other;
          outwards[length] = end % 2 == 0;
          path[length++] = e;
        }
      }
    }
  }

  /** Puts the nodes that sources fix to their voltages. */
  void fix(double[] re, double[] im) {
    for (int i = nodes.unknown; i < nodes.nodes; i++) {
      re[i] = setPoints.re[i];
      im[i] = setPoints.im[i];
    }
  }

  /** Puts all nodes to their voltages without load. */
  void write(double[] re, double[] im) {
    fix(re, im);
    for (int i = 0; i < length; i++) {
      int e = path[i];
      int f = net.from[e];
      int t = net.to[e];
      // what the node at the to bus sees of the one at the from bus
      double kRe = net.kRe[e] * nodes.kRe[f] - net.kIm[e] * nodes.kIm[f];
      double kIm = net.kRe[e] * nodes.kIm[f] + net.kIm[e] * nodes.kRe[f];
      if (outwards[i]) {
        through(nodes.node[f], kRe, kIm, nodes.node[t], nodes.kRe[t], nodes.kIm[t], re, im);
      } else {
        through(nodes.node[t], nodes.kRe[t], nodes.kIm[t], nodes.node[f], kRe, kIm, re, im);
      }
    }
  }

  /** The other node's voltage is a · V / b. */
  private void through(
      int node,
      double aRe,
      double aIm,
      int other,
      double bRe,
      double bIm,
      double[] re,
      double[] im) {
    double vRe = aRe * re[node] - aIm * im[node];
    double vIm = aRe * im[node] + aIm * re[node];
    double b2 = bRe * bRe + bIm * bIm;
    re[other] = (vRe * bRe + vIm * bIm) / b2;
    im[other] = (vIm * bRe - vRe * bIm) / b2;
    keep(other, re, im);
  }

  /** Gives a node that generators keep its magnitude. */
  void keep(int node, double[] re, double[] im) {
    if (setPoints.isKept[node]) {
      double wanted = setPoints.square(node);
      double ratio = Math.sqrt(wanted / (re[node] * re[node] + im[node] * im[node]));
      re[node] *= ratio;
      im[node] *= ratio;
    }
  }
}
