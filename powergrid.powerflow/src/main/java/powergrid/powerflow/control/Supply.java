package powergrid.powerflow.control;

import java.util.Arrays;
import powergrid.api.network.Branch;
import powergrid.api.network.Network;

/**
 * What supplies which bus through closed branches: first the sources that are not grid-forming,
 * then each grid-forming one whose bus is not supplied yet, in the network's order. Looking again
 * after switching allocates nothing.
 */
final class Supply {
  private static final int NONE = -1;

  private final Network network;
  private final int[] from;
  private final int[] to;
  private final int[] sourceBus;
  private final int[] start;
  private final int[] incident;
  private final int[] queue;
  private final boolean[] closed;
  private boolean looked;

  /** By bus: the source that supplies it; −1 for none. */
  final int[] source;

  /** By bus: closed branches on the way from it. */
  final int[] distance;

  Supply(Network network) {
    this.network = network;
    int buses = network.buses().size();
    int branches = network.branches().size();
    from = new int[branches];
    to = new int[branches];
    start = new int[buses + 1];
    for (int e = 0; e < branches; e++) {
      Branch branch = network.branches().get(e);
      from[e] = network.busIndex(branch.from());
      to[e] = network.busIndex(branch.to());
      start[from[e] + 1]++;
      start[to[e] + 1]++;
    }
    for (int bus = 0; bus < buses; bus++) {
      start[bus + 1] += start[bus];
    }
    int[] next = start.clone();
    incident = new int[2 * branches];
    for (int e = 0; e < branches; e++) {
      incident[next[from[e]]++] = e;
      incident[next[to[e]]++] = e;
    }
    sourceBus =
        network.sources().stream().mapToInt(source -> network.busIndex(source.bus())).toArray();
    queue = new int[buses];
    closed = new boolean[branches];
    source = new int[buses];
    distance = new int[buses];
  }

  int sourceBus(int index) {
    return sourceBus[index];
  }

  /** Whether a bus is supplied at all. */
  boolean reaches(int bus) {
    return source[bus] != NONE;
  }

  /** Whether a bus is supplied by a source that is not grid-forming. */
  boolean byGrid(int bus) {
    return source[bus] != NONE && !network.sources().get(source[bus]).gridForming();
  }

  /** Looks again if a branch was switched since. */
  void look(boolean[] nowClosed) {
    if (looked && Arrays.equals(closed, nowClosed)) {
      return;
    }
    looked = true;
    System.arraycopy(nowClosed, 0, closed, 0, closed.length);
    Arrays.fill(source, NONE);
    for (int i = 0; i < sourceBus.length; i++) {
      if (!network.sources().get(i).gridForming()) {
        spread(i);
      }
    }
    for (int i = 0; i < sourceBus.length; i++) {
      if (network.sources().get(i).gridForming()) {
        spread(i);
      }
    }
  }

  private void spread(int by) {
    if (source[sourceBus[by]] != NONE) {
      return;
    }
    int head = 0;
    int tail = 0;
    queue[tail++] = sourceBus[by];
    source[sourceBus[by]] = by;
    distance[sourceBus[by]] = 0;
    while (head < tail) {
      int bus = queue[head++];
      for (int k = start[bus]; k < start[bus + 1]; k++) {
        int e = incident[k];
        int other = from[e] == bus ? to[e] : from[e];
        if (closed[e] && source[other] == NONE) {
          source[other] = by;
          distance[other] = distance[bus] + 1;
          queue[tail++] = other;
        }
      }
    }
  }
}
