package powergrid.learning.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says who shares a network with whom. */
public final class Roles {
  private Roles() {}

  /**
   * The roles of players.
   *
   * @param players in order
   * @param sharing whether they share
   * @param padded whether also players of different layouts do
   * @param identity whether a shared network sees whom it drives
   * @return in order of their first players
   */
  public static List<Role> of(
      List<Player> players, Sharing sharing, boolean padded, boolean identity) {
    Map<String, List<Player>> groups = new LinkedHashMap<>();
    for (Player player : players) {
      String key = player.name();
      if (sharing == Sharing.ROLE) {
        key = player.declaredName();
        if (!padded) {
          key += "\n" + Layout.of(player.observations(), player.actions()).digest();
        }
      }
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(player);
    }
    List<Role> roles = new ArrayList<>();
    for (Map.Entry<String, List<Player>> group : groups.entrySet()) {
      roles.add(new Role(name(group.getKey(), groups), group.getValue(), identity));
    }
    return roles;
  }

  /** The name alone where it is enough, else with the layout's digest. */
  private static String name(String key, Map<String, List<Player>> groups) {
    int end = key.indexOf('\n');
    if (end < 0) {
      return key;
    }
    String declared = key.substring(0, end);
    long same = groups.keySet().stream().filter(k -> k.startsWith(declared + "\n")).count();
    return same == 1 ? declared : declared + "~" + key.substring(end + 1);
  }
}
