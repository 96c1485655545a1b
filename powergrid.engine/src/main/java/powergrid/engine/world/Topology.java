package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.scenario.ChannelSetting;

/** Who can talk with whom. */
public final class Topology {
  private Topology() {}

  /**
   * The neighbours of each, in order.
   *
   * @param channel with a topology
   * @param ids of the participants
   * @return by participant; symmetric
   * @throws IllegalArgumentException if an edge names somebody who is not there
   */
  public static int[][] neighbours(ChannelSetting channel, List<String> ids) {
    int n = ids.size();
    boolean[][] linked = new boolean[n][n];
    switch (channel.topology()) {
      case COMPLETE -> {
        for (int i = 0; i < n; i++) {
          for (int k = 0; k < i; k++) {
            link(linked, i, k);
          }
        }
      }
      case RING -> {
        for (int i = 0; i < n; i++) {
          link(linked, i, (i + 1) % n);
        }
      }
      case LINE -> {
        for (int i = 1; i < n; i++) {
          link(linked, i, i - 1);
        }
      }
      case STAR -> {
        for (int i = 1; i < n; i++) {
          link(linked, i, 0);
        }
      }
      case ELECTRICAL ->
          throw new IllegalArgumentException("electrical neighbours are found on a network");
      case EDGES -> {
        for (List<String> edge : channel.edges()) {
          link(linked, index(ids, edge.get(0)), index(ids, edge.get(1)));
        }
      }
    }
    int[][] near = new int[n][];
    for (int i = 0; i < n; i++) {
      List<Integer> of = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        if (linked[i][k]) {
          of.add(k);
        }
      }
      near[i] = of.stream().mapToInt(Integer::intValue).toArray();
    }
    return near;
  }

  private static void link(boolean[][] linked, int i, int k) {
    if (i != k) {
      linked[i][k] = true;
      linked[k][i] = true;
    }
  }

  private static int index(List<String> ids, String id) {
    int i = ids.indexOf(id);
    if (i < 0) {
      throw new IllegalArgumentException(
          "no participant '" + id + "'; there are " + String.join(", ", ids));
    }
    return i;
  }

  /**
   * Whether everybody can reach everybody, if need be by others.
   *
   * @param near neighbours by participant
   * @return true for a single participant
   */
  public static boolean connected(int[][] near) {
    boolean[] reached = new boolean[near.length];
    int[] queue = new int[near.length];
    int tail = 1;
    reached[0] = true;
    for (int head = 0; head < tail; head++) {
      for (int k : near[queue[head]]) {
        if (!reached[k]) {
          reached[k] = true;
          queue[tail++] = k;
        }
      }
    }
    return tail == near.length;
  }
}
