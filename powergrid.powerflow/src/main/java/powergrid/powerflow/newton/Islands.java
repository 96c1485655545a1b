package powergrid.powerflow.newton;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Source;

/** What closed branches connect, and which sources supply it. */
final class Islands {
  private final PositiveSequence net;
  private final int[] island;

  /** By bus: whether it has supply. */
  final boolean[] live;

  /** By source: whether it supplies; else it stands by. */
  final boolean[] supplies;

  Islands(PositiveSequence net) {
    this.net = net;
    island = new int[net.buses()];
    live = new boolean[net.buses()];
    supplies = new boolean[net.network.sources().size()];
  }

  /**
   * Finds the islands, and in each the sources that supply it.
   *
   * @param closed by branch
   */
  void connect(boolean[] closed) {
    for (int bus = 0; bus < island.length; bus++) {
      island[bus] = bus;
    }
    for (int e = 0; e < closed.length; e++) {
      if (closed[e]) {
        island[root(net.from[e])] = root(net.to[e]);
      }
    }
    boolean[] supplied = new boolean[island.length];
    supply(supplied, false);
    supply(supplied, true);
    for (int bus = 0; bus < island.length; bus++) {
      live[bus] = supplied[root(bus)];
    }
  }

  private void supply(boolean[] supplied, boolean forming) {
    List<Source> sources = net.network.sources();
    for (int s = 0; s < supplies.length; s++) {
      Source source = sources.get(s);
      if (source.gridForming() == forming) {
        int at = root(net.network.busIndex(source.bus()));
        supplies[s] = !forming || !supplied[at];
        supplied[at] = true;
      }
    }
  }

  private int root(int bus) {
    int at = bus;
    while (island[at] != at) {
      island[at] = island[island[at]];
      at = island[at];
    }
    return at;
  }

  /**
   * Looks for a bus that no position of the switches would supply.
   *
   * @return its index; −1 if there is none
   */
  int unreachable() {
    boolean[] all = new boolean[net.branches()];
    Arrays.fill(all, true);
    connect(all);
    for (int bus = 0; bus < live.length; bus++) {
      if (!live[bus]) {
        return bus;
      }
    }
    return -1;
  }
}
