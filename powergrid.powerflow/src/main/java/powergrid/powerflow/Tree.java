package powergrid.powerflow;

import java.util.ArrayDeque;
import java.util.Arrays;
import powergrid.api.network.Source;

/**
 * The energised part of a network as trees that grow from its sources. Buses are ordered so that
 * each comes after the one that feeds it and, as far as that allows, so that buses of equally many
 * phases follow each other: such a <em>run</em> is swept by one loop over contiguous memory. The
 * nodes of a bus are contiguous, in the order of their phases. Growing again allocates nothing.
 *
 * <p>A bus is fed by one other bus, through one branch or through several that carry different
 * phases, such as three single-phase regulators.
 */
final class Tree {
  private static final int UNSEEN = -2;
  private static final int ROOT = -1;

  private final PerUnit net;
  private final int[] incidence;
  private final int[] incidenceStart;
  private final int[] seen;
  private final int[] rank;
  private int count;

  /** By bus: the bus that feeds it; negative for a source's bus and for a bus without supply. */
  final int[] parent;

  /** By bus: the phases with supply, as bits. */
  final int[] live;

  /** By place in the order: a bus. */
  final int[] order;

  /** By 3 · bus + phase: the node, or −1 without supply. */
  final int[] node;

  /** By node: 3 · bus + phase. */
  final int[] terminal;

  /** By node: the node that feeds it; itself for a source's. */
  final int[] up;

  /** By run: the place in the order where it starts; one entry more for the end of the last. */
  final int[] runStart;

  /** By run: how many phases its buses have. */
  final int[] runPhases;

  /** By run: whether its branches have no impedance. */
  final boolean[] runIdeal;

  /** How many nodes have supply. */
  int nodes;

  /** How many runs there are; the first holds the sources' buses. */
  int runs;

  Tree(PerUnit net) {
    this.net = net;
    int n = net.buses();
    incidenceStart = new int[n + 1];
    incidence = new int[2 * net.branches()];
    listIncidence();
    seen = new int[n];
    rank = new int[n];
    parent = new int[n];
    live = new int[n];
    order = new int[n];
    node = new int[3 * n];
    terminal = new int[3 * n];
    up = new int[3 * n];
    runStart = new int[n + 2];
    runPhases = new int[n + 1];
    runIdeal = new boolean[n + 1];
  }

  private void listIncidence() {
    for (int e = 0; e < net.branches(); e++) {
      incidenceStart[net.from[e] + 1]++;
      incidenceStart[net.to[e] + 1]++;
    }
    for (int i = 0; i < net.buses(); i++) {
      incidenceStart[i + 1] += incidenceStart[i];
    }
    int[] next = incidenceStart.clone();
    for (int e = 0; e < net.branches(); e++) {
      incidence[next[net.from[e]]++] = e;
      incidence[next[net.to[e]]++] = e;
    }
  }

  /**
   * Finds what feeds what.
   *
   * @param closed by branch
   * @return null, or why the network is not radial; the tree is then of no use
   */
  String grow(boolean[] closed) {
    Arrays.fill(parent, UNSEEN);
    Arrays.fill(live, 0);
    count = 0;
    for (Source source : net.network.sources()) {
      int bus = net.network.busIndex(source.bus());
      if (parent[bus] != UNSEEN) {
        return "source " + source.id() + " is the second one at bus " + source.bus();
      }
      parent[bus] = ROOT;
      live[bus] = 7;
      seen[count++] = bus;
    }
    int roots = count;
    for (int head = 0; head < count; head++) {
      String obstacle = visit(seen[head], closed);
      if (obstacle != null) {
        return obstacle;
      }
    }
    arrange(roots, closed);
    number();
    return null;
  }

  /** Feeds the neighbours of a bus that has supply itself. */
  private String visit(int bus, boolean[] closed) {
    for (int k = incidenceStart[bus]; k < incidenceStart[bus + 1]; k++) {
      int e = incidence[k];
      int carried = net.phases[e] & live[bus];
      int other = net.from[e] == bus ? net.to[e] : net.from[e];
      if (!closed[e] || carried == 0 || parent[bus] == other) {
        continue;
      }
      if (parent[other] == UNSEEN) {
        parent[other] = bus;
        seen[count++] = other;
      } else if (parent[other] != bus || (live[other] & carried) != 0) {
        return loop(e, bus, other);
      }
      live[other] |= carried;
    }
    return null;
  }

  private String loop(int e, int bus, int other) {
    String what = "branch " + net.network.branches().get(e).id();
    int a = root(bus);
    int b = root(other);
    return a == b
        ? what + " closes a loop; a radial network has one path to each bus"
        : what
            + " joins the islands of the sources at buses "
            + net.network.buses().get(a).id()
            + " and "
            + net.network.buses().get(b).id()
            + "; a radial network has one source an island";
  }

  private int root(int bus) {
    int at = bus;
    while (parent[at] >= 0) {
      at = parent[at];
    }
    return at;
  }

  /** Puts the buses seen into runs: the sources', then whichever kind can go on from there. */
  private void arrange(int roots, boolean[] closed) {
    Arrays.fill(rank, -1);
    int placed = 0;
    for (; placed < roots; placed++) {
      order[placed] = seen[placed];
      rank[seen[placed]] = placed;
    }
    runs = 0;
    openRun(0, 3, true);
    while (placed < count) {
      for (int phases = 3; phases > 0; phases--) {
        for (int ideal = 1; ideal >= 0; ideal--) {
          int start = placed;
          for (int i = roots; i < count; i++) {
            int bus = seen[i];
            if (rank[bus] < 0
                && rank[parent[bus]] >= 0
                && Integer.bitCount(live[bus]) == phases
                && isIdeal(bus, closed) == (ideal == 1)) {
              order[placed] = bus;
              rank[bus] = placed++;
            }
          }
          if (placed > start) {
            openRun(start, phases, ideal == 1);
          }
        }
      }
    }
    runStart[runs] = placed;
  }

  private void openRun(int start, int phases, boolean ideal) {
    runStart[runs] = start;
    runPhases[runs] = phases;
    runIdeal[runs++] = ideal;
  }

  private boolean isIdeal(int bus, boolean[] closed) {
    for (int k = incidenceStart[bus]; k < incidenceStart[bus + 1]; k++) {
      int e = incidence[k];
      if (feeds(e, bus, closed)) {
        for (int i = 6 * e; i < 6 * e + 6; i++) {
          if (net.r[i] != 0 || net.x[i] != 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void number() {
    Arrays.fill(node, -1);
    nodes = 0;
    for (int i = 0; i < count; i++) {
      int bus = order[i];
      for (int phase = 0; phase < 3; phase++) {
        if ((live[bus] & 1 << phase) != 0) {
          node[3 * bus + phase] = nodes;
          terminal[nodes] = 3 * bus + phase;
          up[nodes] = parent[bus] < 0 ? nodes : node[3 * parent[bus] + phase];
          nodes++;
        }
      }
    }
  }

  /**
   * What could have supply with all switches closed, loops and all.
   *
   * @return by bus: phases as bits
   */
  int[] reachable() {
    int[] reached = new int[net.buses()];
    ArrayDeque<Integer> grown = new ArrayDeque<>();
    for (Source source : net.network.sources()) {
      int bus = net.network.busIndex(source.bus());
      reached[bus] = 7;
      grown.add(bus);
    }
    while (!grown.isEmpty()) {
      int bus = grown.remove();
      for (int k = incidenceStart[bus]; k < incidenceStart[bus + 1]; k++) {
        int e = incidence[k];
        int other = net.from[e] == bus ? net.to[e] : net.from[e];
        int all = reached[other] | net.phases[e] & reached[bus];
        if (all != reached[other]) {
          reached[other] = all;
          grown.add(other);
        }
      }
    }
    return reached;
  }

  /** Whether a branch is one of those through which a bus is fed. */
  boolean feeds(int e, int bus, boolean[] closed) {
    return closed[e]
        && (parent[bus] == net.from[e] && bus == net.to[e]
            || parent[bus] == net.to[e] && bus == net.from[e])
        && (net.phases[e] & live[bus]) != 0;
  }

  /**
   * The bus at the far end of a branch, seen from the sources.
   *
   * @param closed by branch
   * @return −1 if it is open or without supply
   */
  int fed(int e, boolean[] closed) {
    return feeds(e, net.to[e], closed)
        ? net.to[e]
        : feeds(e, net.from[e], closed) ? net.from[e] : -1;
  }

  /** Where the branches at a bus start in {@link #incident}; they end where the next one's start. */
  int firstIncident(int bus) {
    return incidenceStart[bus];
  }

  /** A branch. */
  int incident(int k) {
    return incidence[k];
  }

  /** How many nodes the sources' buses have; they come first. */
  int sourceNodes() {
    return 3 * runStart[1];
  }

  /** The first node of a bus in the order. */
  int firstNode(int place) {
    int bus = order[place];
    return node[3 * bus + Integer.numberOfTrailingZeros(live[bus])];
  }
}
