package powergrid.gateway.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** Agents of one declared name and layout, whose arrays therefore have one shape. */
final class Roles {
  private Roles() {}

  /**
   * The role of each agent.
   *
   * @param agents in order
   * @return a name each
   */
  static List<String> of(List<? extends Agent> agents) {
    Map<String, List<List<String>>> layouts = new LinkedHashMap<>();
    List<String> roles = new ArrayList<>();
    for (Agent agent : agents) {
      String name = agent.declaredName();
      List<List<String>> known = layouts.computeIfAbsent(name, k -> new ArrayList<>());
      List<String> layout = layout(agent);
      int at = known.indexOf(layout);
      if (at < 0) {
        at = known.size();
        known.add(layout);
      }
      roles.add(at == 0 ? name : name + "." + (at + 1));
    }
    return roles;
  }

  private static List<String> layout(Agent agent) {
    List<String> entries = new ArrayList<>();
    add(entries, "o", agent.observationSpace());
    add(entries, "a", agent.actionSpace());
    return entries;
  }

  private static void add(List<String> entries, String prefix, Space space) {
    for (Axis axis : space.axes()) {
      entries.add(prefix + " " + axis.name() + " " + axis.unit() + " " + axis.choices());
    }
  }
}
