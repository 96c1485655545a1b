package powergrid.powerflow.meshed;

import java.util.Arrays;

/**
 * An order of elimination that fills in little: of the nodes that are left, the one with the fewest
 * neighbours comes next, and its neighbours become each other's (W. F. Tinney and J. W. Walker,
 * Direct solutions of sparse network equations by optimally ordered triangular factorization,
 * Proceedings of the IEEE 55, 1967).
 */
final class LeastDegree {
  private static final int NONE = -1;

  private final int[][] neighbours;
  private final int[] degree;
  private final int[] first;
  private final int[] next;
  private final int[] previous;
  private final int[] mark;

  private LeastDegree(int[][] neighbours) {
    this.neighbours = neighbours;
    int n = neighbours.length;
    degree = new int[n];
    first = new int[n + 1];
    next = new int[n];
    previous = new int[n];
    mark = new int[n];
    Arrays.fill(first, NONE);
    Arrays.fill(mark, NONE);
    for (int node = n - 1; node >= 0; node--) {
      file(node, neighbours[node].length);
    }
  }

  /**
   * Orders nodes.
   *
   * @param neighbours by node: the nodes that it is coupled with, each once, itself not among them;
   *     used up
   * @return by place: a node
   */
  static int[] order(int[][] neighbours) {
    return new LeastDegree(neighbours).eliminate();
  }

  private int[] eliminate() {
    int[] order = new int[neighbours.length];
    int least = 0;
    for (int place = 0; place < order.length; place++) {
      while (first[least] == NONE) {
        least++;
      }
      int node = first[least];
      order[place] = node;
      take(node);
      int[] clique = neighbours[node];
      neighbours[node] = null;
      for (int other : clique) {
        take(other);
        neighbours[other] = joined(neighbours[other], clique, node, other);
        file(other, neighbours[other].length);
        least = Math.min(least, neighbours[other].length);
      }
    }
    return order;
  }

  /** The neighbours of one in a clique, which has lost a node. */
  private int[] joined(int[] own, int[] clique, int gone, int self) {
    int[] all = new int[own.length + clique.length];
    int n = 0;
    for (int node : own) {
      mark[node] = self;
      if (node != gone) {
        all[n++] = node;
      }
    }
    for (int node : clique) {
      if (node != self && mark[node] != self) {
        all[n++] = node;
      }
    }
    for (int node : own) {
      mark[node] = NONE;
    }
    return Arrays.copyOf(all, n);
  }

  private void file(int node, int of) {
    degree[node] = of;
    previous[node] = NONE;
    next[node] = first[of];
    if (next[node] != NONE) {
      previous[next[node]] = node;
    }
    first[of] = node;
  }

  private void take(int node) {
    if (previous[node] == NONE) {
      first[degree[node]] = next[node];
    } else {
      next[previous[node]] = next[node];
    }
    if (next[node] != NONE) {
      previous[next[node]] = previous[node];
    }
  }
}
