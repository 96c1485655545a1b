package powergrid.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.Source;

/**
 * A network as a graph seen from its sources: how far along closed branches each bus is from the
 * nearest one, and from which bus it is reached. A bus that no source reaches starts a part of its
 * own.
 */
final class Shape {
  final Network network;
  final boolean[] closed;

  /** By bus: the bus it is reached from; −1 for a start. */
  final int[] parent;

  /** By bus: km along lines; NaN without supply. */
  final double[] km;

  /** By bus: branches on the way; −1 without supply. */
  final int[] hops;

  /** Buses, each after the one it is reached from. */
  final List<Integer> order = new ArrayList<>();

  private final List<List<Integer>> incident = new ArrayList<>();

  Shape(Network network, boolean[] closed) {
    this.network = network;
    this.closed = closed;
    int n = network.buses().size();
    parent = new int[n];
    km = new double[n];
    hops = new int[n];
    Arrays.fill(km, Double.NaN);
    Arrays.fill(hops, -1);
    Arrays.fill(parent, -1);
    for (int bus = 0; bus < n; bus++) {
      incident.add(new ArrayList<>());
    }
    for (int e = 0; e < network.branches().size(); e++) {
      incident.get(from(e)).add(e);
      incident.get(to(e)).add(e);
    }
    grow();
  }

  int from(int branch) {
    return network.busIndex(network.branches().get(branch).from());
  }

  int to(int branch) {
    return network.busIndex(network.branches().get(branch).to());
  }

  private void grow() {
    boolean[] seen = new boolean[parent.length];
    ArrayDeque<Integer> front = new ArrayDeque<>();
    for (Source source : network.sources()) {
      int bus = network.busIndex(source.bus());
      if (!seen[bus] && !source.gridForming()) {
        seen[bus] = true;
        km[bus] = 0;
        hops[bus] = 0;
        front.add(bus);
      }
    }
    spread(front, seen, true);
    for (Source source : network.sources()) {
      int bus = network.busIndex(source.bus());
      if (!seen[bus]) {
        seen[bus] = true;
        km[bus] = 0;
        hops[bus] = 0;
        front.add(bus);
        spread(front, seen, true);
      }
    }
    for (int bus = 0; bus < seen.length; bus++) {
      if (!seen[bus]) {
        adopt(bus, seen, front);
      }
    }
  }

  /** A bus without supply: beside one that was seen, through an open branch, or alone. */
  private void adopt(int bus, boolean[] seen, ArrayDeque<Integer> front) {
    for (int e : incident.get(bus)) {
      int other = from(e) == bus ? to(e) : from(e);
      if (seen[other]) {
        parent[bus] = other;
      }
    }
    seen[bus] = true;
    front.add(bus);
    spread(front, seen, false);
  }

  private void spread(ArrayDeque<Integer> front, boolean[] seen, boolean supplied) {
    while (!front.isEmpty()) {
      int bus = front.remove();
      order.add(bus);
      for (int e : incident.get(bus)) {
        int other = from(e) == bus ? to(e) : from(e);
        if (closed[e] && !seen[other]) {
          seen[other] = true;
          parent[other] = bus;
          if (supplied) {
            km[other] = km[bus] + length(network.branches().get(e));
            hops[other] = hops[bus] + 1;
          }
          front.add(other);
        }
      }
    }
  }

  private static double length(Branch branch) {
    return branch instanceof Line line && line.km() > 0 ? line.km() : 0;
  }

  /** Whether lengths are known, so that distances mean something. */
  boolean hasLengths() {
    return Arrays.stream(km).anyMatch(d -> d > 0);
  }
}
