package powergrid.powerflow.model;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * An order in which to eliminate the nodes of a graph so that little is filled in: the one with the
 * fewest neighbours left comes next (scheme 2 of W. F. Tinney, J. W. Walker, "Direct solutions of
 * sparse network equations by optimally ordered triangular factorization", Proceedings of the IEEE
 * 55, 1967); of several, the first.
 */
public final class MinimumDegree {
  /** The nodes in the order of their elimination. */
  public final int[] order;

  /** By place in that order: the places of the neighbours left at the elimination, rising. */
  public final int[][] later;

  /**
   * Eliminates all nodes.
   *
   * @param neighbours by node: its neighbours, rising; overwritten
   */
  public MinimumDegree(int[][] neighbours) {
    int n = neighbours.length;
    order = new int[n];
    later = new int[n][];
    int[] degree = new int[n];
    TreeSet<Long> byDegree = new TreeSet<>();
    for (int i = 0; i < n; i++) {
      degree[i] = neighbours[i].length;
      byDegree.add(key(degree[i], i));
    }
    int[] place = new int[n];
    Arrays.fill(place, -1);
    for (int k = 0; k < n; k++) {
      int node = byDegree.pollFirst().intValue();
      int[] left = Arrays.stream(neighbours[node]).filter(other -> place[other] < 0).toArray();
      order[k] = node;
      place[node] = k;
      later[k] = left;
      neighbours[node] = null;
      for (int other : left) {
        byDegree.remove(key(degree[other], other));
        if (left.length == 1) {
          // a leaf leaves nothing behind; who looks for it finds that it has its place
          degree[other]--;
        } else {
          neighbours[other] = joined(neighbours[other], left, other, place);
          degree[other] = neighbours[other].length;
        }
        byDegree.add(key(degree[other], other));
      }
    }
    for (int[] places : later) {
      for (int i = 0; i < places.length; i++) {
        places[i] = place[places[i]];
      }
      Arrays.sort(places);
    }
  }

  private static long key(int degree, int node) {
    return (long) degree << 32 | node;
  }

  /** The union of two rising lists, without what has its place already and a node itself. */
  private static int[] joined(int[] a, int[] b, int self, int[] place) {
    int[] union = new int[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
      i += i < a.length && a[i] == next ? 1 : 0;
      j += j < b.length && b[j] == next ? 1 : 0;
      if (next != self && place[next] < 0) {
        union[size++] = next;
      }
    }
    return Arrays.copyOf(union, size);
  }
}
