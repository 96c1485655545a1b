package powergrid.powerflow.sweep;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.powerflow.model.PerUnit;

/**
 * The energised part of a network as trees that grow from its sources. Buses are ordered so that
 * each comes after the one that feeds it, the sources' first, then those of three phases, of two
 * and of one; the nodes of a bus are contiguous, in the order of their phases. Growing again
 * allocates nothing.
 *
 * <p>A bus is fed by one other bus, through one branch or through several that carry different
 * phases, such as three single-phase regulators.
 */
final class Tree {
  private static final int UNSEEN = -2;
  private static final int ROOT = -1;

  private final PerUnit net;
  private final int[] incidence;
  private final int[] sorted;
  private final int[] kindEnd = new int[2];
  private final int[] incidenceStart;

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

  /** By place in the order: how many phases have supply. */
  final int[] phases;

  /** By place in the order: the first node. */
  final int[] first;

  /** By place in the order, for the first: the source at the bus. */
  final int[] source;

  /** How many buses of sources that supply there are; they come first in the order. */
  int roots;

  /** How many buses have supply. */
  int buses;

  /** How many nodes have supply. */
  int nodes;

  Tree(PerUnit net) {
    this.net = net;
    int n = net.buses();
    incidenceStart = new int[n + 1];
    incidence = new int[2 * net.branches()];
    listIncidence();
    parent = new int[n];
    live = new int[n];
    order = new int[n];
    sorted = new int[n];
    node = new int[3 * n];
    terminal = new int[3 * n];
    up = new int[3 * n];
    phases = new int[n];
    first = new int[n];
    source = new int[net.network.sources().size()];
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
    roots = 0;
    List<Source> sources = net.network.sources();
    for (int i = 0; i < sources.size(); i++) { // an iterator would be an allocation
      if (!sources.get(i).gridForming()) {
        source[roots++] = i;
      }
    }
    String obstacle = growFromRoots(closed);
    for (int i = 0; i < sources.size() && obstacle == null; i++) {
      // a grid-forming source stands by where another one supplies its bus
      if (sources.get(i).gridForming() && parent[busOf(i)] == UNSEEN) {
        source[roots++] = i;
        obstacle = growFromRoots(closed);
      }
    }
    if (obstacle == null) {
      number();
    }
    return obstacle;
  }

  private int busOf(int sourceIndex) {
    return net.network.busIndex(net.network.sources().get(sourceIndex).bus());
  }

  private String growFromRoots(boolean[] closed) {
    Arrays.fill(parent, UNSEEN);
    Arrays.fill(live, 0);
    buses = 0;
    for (int k = 0; k < roots; k++) {
      int bus = busOf(source[k]);
      if (parent[bus] != UNSEEN) {
        Source second = net.network.sources().get(source[k]);
        return "source " + second.id() + " is the second one at bus " + second.bus();
      }
      parent[bus] = ROOT;
      live[bus] = 7;
      order[buses++] = bus;
    }
    for (int head = 0; head < buses; head++) {
      String obstacle = visit(order[head], closed);
      if (obstacle != null) {
        return obstacle;
      }
    }
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
      if (net.coupled[e] && carried != 7) {
        return "transformer "
            + net.network.branches().get(e).id()
            + " couples phases, of which only "
            + Phases.ofBits(live[bus])
            + " have supply; the radial sweep needs all three";
      }
      if (net.coupled[e] && net.from[e] != bus) {
        return "transformer "
            + net.network.branches().get(e).id()
            + " couples phases and is fed from its to side; a sweep goes from from to to";
      }
      if (parent[other] == UNSEEN) {
        parent[other] = bus;
        order[buses++] = other;
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

  /**
   * Sorts buses by how many of their phases have supply, three first. A bus has no more than what
   * feeds it, so that each still comes after that; and a sweep goes through one kind after another.
   */
  private void sort() {
    int next = roots;
    for (int count = 3; count >= 1; count--) {
      for (int k = roots; k < buses; k++) {
        if (Integer.bitCount(live[order[k]]) == count) {
          sorted[next++] = order[k];
        }
      }
      if (count > 1) {
        kindEnd[3 - count] = next;
      }
    }
    System.arraycopy(sorted, roots, order, roots, buses - roots);
  }

  /** Where the buses of three phases end in the order. */
  int threeEnd() {
    return kindEnd[0];
  }

  /** Where the buses of two phases end in the order; those of one follow. */
  int twoEnd() {
    return kindEnd[1];
  }

  private void number() {
    sort();
    Arrays.fill(node, -1);
    nodes = 0;
    for (int k = 0; k < buses; k++) {
      int bus = order[k];
      first[k] = nodes;
      phases[k] = Integer.bitCount(live[bus]);
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
        int all = reached[other] | (net.phases[e] & reached[bus]);
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
        && ((parent[bus] == net.from[e] && bus == net.to[e])
            || (parent[bus] == net.to[e] && bus == net.from[e]))
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

  /**
   * Where the branches at a bus start in {@link #incident}; they end where the next one's start.
   */
  int firstIncident(int bus) {
    return incidenceStart[bus];
  }

  /** A branch. */
  int incident(int k) {
    return incidence[k];
  }

  /** How many nodes the sources' buses have; they come first. */
  int sourceNodes() {
    return 3 * roots;
  }
}
