package powergrid.engine.assembly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import powergrid.api.network.Branch;
import powergrid.api.network.Network;
import powergrid.engine.world.Feeder;

/** Finds who is next to whom on the networks: along branches past nobody else's place. */
final class ElectricalNeighbours {
  private final List<Optional<Feeder>> feeders = new ArrayList<>();
  private final List<String> buses = new ArrayList<>();

  /**
   * Adds a participant.
   *
   * @param feeder it is on
   * @param bus where it is connected
   */
  void add(Optional<Feeder> feeder, String bus) {
    feeders.add(feeder);
    buses.add(bus);
  }

  /**
   * The neighbours of each, in order.
   *
   * @param ids of the participants, for an error's sake
   * @throws IllegalArgumentException if one is on a network of its own
   */
  int[][] linked(List<String> ids) {
    int n = buses.size();
    int[][] linked = new int[n][];
    for (int i = 0; i < n; i++) {
      Set<Integer> near = reached(i);
      if (near.isEmpty() && n > 1) {
        throw new IllegalArgumentException(
            ids.get(i) + " has no neighbour on a network; use another topology");
      }
      linked[i] = near.stream().mapToInt(Integer::intValue).toArray();
    }
    return linked;
  }

  private Set<Integer> reached(int from) {
    Set<Integer> near = new TreeSet<>();
    if (feeders.get(from).isEmpty()) {
      return near;
    }
    Map<String, List<String>> beside = beside(feeders.get(from).get().network());
    Set<String> seen = new HashSet<>(Set.of(buses.get(from)));
    Deque<String> queue = new ArrayDeque<>(seen);
    while (!queue.isEmpty()) {
      String bus = queue.remove();
      boolean taken = false;
      for (int k = 0; k < buses.size(); k++) {
        if (k != from && buses.get(k).equals(bus) && feeders.get(k).equals(feeders.get(from))) {
          near.add(k);
          taken |= !bus.equals(buses.get(from));
        }
      }
      for (String next : taken ? List.<String>of() : beside.getOrDefault(bus, List.of())) {
        if (seen.add(next)) {
          queue.add(next);
        }
      }
    }
    return near;
  }

  private static Map<String, List<String>> beside(Network network) {
    Map<String, List<String>> beside = new HashMap<>();
    for (Branch branch : network.branches()) {
      beside.computeIfAbsent(branch.from(), k -> new ArrayList<>()).add(branch.to());
      beside.computeIfAbsent(branch.to(), k -> new ArrayList<>()).add(branch.from());
    }
    return beside;
  }
}
