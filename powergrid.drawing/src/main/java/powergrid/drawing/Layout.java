package powergrid.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Bus;

/**
 * Where buses are drawn: where the network's data puts them; beside their neighbours where it says
 * nothing about some; and as a tree from left to right where it says nothing at all.
 */
final class Layout {
  private final Shape shape;
  final double[] x;
  final double[] y;

  Layout(Shape shape) {
    this.shape = shape;
    List<Bus> buses = shape.network.buses();
    x = buses.stream().mapToDouble(Bus::x).toArray();
    y = buses.stream().mapToDouble(bus -> -bus.y()).toArray();
    long known = buses.stream().filter(bus -> Double.isFinite(bus.x() + bus.y())).count();
    if (2 * known >= buses.size()) {
      completeFromNeighbours();
    } else {
      growAsTree();
    }
  }

  /** Buses without a place get the middle of their neighbours', from the known ones outwards. */
  private void completeFromNeighbours() {
    for (int pass = 0; pass < x.length && count() > 0; pass++) {
      boolean placed = false;
      for (int bus = 0; bus < x.length; bus++) {
        placed |= !known(bus) && place(bus);
      }
      if (!placed) {
        placeTheRest();
      }
    }
  }

  private boolean known(int bus) {
    return Double.isFinite(x[bus] + y[bus]);
  }

  private int count() {
    int unknown = 0;
    for (int bus = 0; bus < x.length; bus++) {
      unknown += known(bus) ? 0 : 1;
    }
    return unknown;
  }

  private boolean place(int bus) {
    double sumX = 0;
    double sumY = 0;
    int neighbours = 0;
    for (int e = 0; e < shape.network.branches().size(); e++) {
      int other = shape.from(e) == bus ? shape.to(e) : shape.to(e) == bus ? shape.from(e) : -1;
      if (other >= 0 && known(other)) {
        sumX += x[other];
        sumY += y[other];
        neighbours++;
      }
    }
    if (neighbours == 0) {
      return false;
    }
    x[bus] = sumX / neighbours;
    y[bus] = sumY / neighbours;
    return true;
  }

  private void placeTheRest() {
    for (int bus = 0; bus < x.length; bus++) {
      if (!known(bus)) {
        x[bus] = 0;
        y[bus] = 0;
      }
    }
  }

  /**
   * Depth to the right; leaves under each other, every other bus in the middle of what it feeds.
   */
  private void growAsTree() {
    int n = x.length;
    List<List<Integer>> fed = new ArrayList<>();
    for (int bus = 0; bus < n; bus++) {
      fed.add(new ArrayList<>());
    }
    int[] depth = new int[n];
    for (int bus : shape.order) {
      if (shape.parent[bus] >= 0) {
        fed.get(shape.parent[bus]).add(bus);
        depth[bus] = depth[shape.parent[bus]] + 1;
      }
    }
    Arrays.fill(y, Double.NaN);
    double[] next = {0};
    for (int bus : shape.order) {
      x[bus] = depth[bus];
      if (shape.parent[bus] < 0) {
        descend(bus, fed, next);
      }
    }
  }

  /** Without recursion: a feeder may be deeper than a stack. */
  private void descend(int start, List<List<Integer>> fed, double[] next) {
    List<Integer> way = new ArrayList<>(List.of(start));
    int[] taken = new int[x.length];
    while (!way.isEmpty()) {
      int bus = way.get(way.size() - 1);
      List<Integer> children = fed.get(bus);
      if (taken[bus] < children.size()) {
        way.add(children.get(taken[bus]++));
      } else {
        y[bus] =
            children.isEmpty()
                ? next[0]++
                : (y[children.get(0)] + y[children.get(children.size() - 1)]) / 2;
        way.remove(way.size() - 1);
      }
    }
  }
}
