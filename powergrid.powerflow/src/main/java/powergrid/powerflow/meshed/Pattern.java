package powergrid.powerflow.meshed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An order in which elimination fills in little: the node of least degree first. */
final class Pattern {
  private Pattern() {}

  /**
   * Orders nodes.
   *
   * @param neighbours by node: the nodes that it is coupled with, itself not among them; used up
   * @return by place: a node
   */
  static int[] leastDegree(List<Set<Integer>> neighbours) {
    int n = neighbours.size();
    List<TreeSet<Integer>> byDegree = new ArrayList<>();
    for (int degree = 0; degree <= n; degree++) {
      byDegree.add(null);
    }
    for (int node = 0; node < n; node++) {
      file(byDegree, neighbours.get(node).size(), node);
    }
    int[] order = new int[n];
    int least = 0;
    for (int place = 0; place < n; place++) {
      while (byDegree.get(least) == null || byDegree.get(least).isEmpty()) {
        least++;
      }
      int node = byDegree.get(least).pollFirst();
      order[place] = node;
      Set<Integer> clique = neighbours.get(node);
      for (int other : clique) {
        Set<Integer> of = neighbours.get(other);
        byDegree.get(of.size()).remove(other);
        of.addAll(clique);
        of.remove(other);
        of.remove(node);
        file(byDegree, of.size(), other);
        least = Math.min(least, of.size());
      }
      neighbours.set(node, new HashSet<>());
    }
    return order;
  }

  private static void file(List<TreeSet<Integer>> byDegree, int degree, int node) {
    if (byDegree.get(degree) == null) {
      byDegree.set(degree, new TreeSet<>());
    }
    byDegree.get(degree).add(node);
  }
}
