package powergrid.learning.team;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * One who observes and acts as a whole: an agent, or all agents together. Offsets are those within
 * a copy of an environment.
 *
 * @param name the agent's id
 * @param declaredName the name that it was declared under
 * @param first position of its first agent among those that a caller drives
 * @param agents how many it stands for
 * @param observations what it observes
 * @param actions what it decides on
 * @param observationOffset where its observation starts
 * @param actionOffset where its action starts
 * @param maskOffset where its mask starts
 */
public record Player(
    String name,
    String declaredName,
    int first,
    int agents,
    Space observations,
    Space actions,
    int observationOffset,
    int actionOffset,
    int maskOffset) {
  /**
   * Each agent a player; their stretches of flat arrays follow each other. What is observed of
   * another of them is named by its declared name and by its number among those that are observed,
   * not by its id, so that agents who each observe two others observe the same.
   *
   * @param agents in order
   * @return as many
   * @throws ConfigurationException if an action has no finite bounds
   */
  public static List<Player> each(List<? extends Agent> agents) {
    Map<String, String> declaredNames = new HashMap<>();
    agents.forEach(agent -> declaredNames.put(agent.id(), agent.declaredName()));
    List<Player> players = new ArrayList<>();
    int observation = 0;
    int action = 0;
    int mask = 0;
    for (int i = 0; i < agents.size(); i++) {
      Agent agent = agents.get(i);
      requireBounded(agent);
      Space seen = relative(agent, declaredNames);
      Space done = agent.actionSpace();
      players.add(
          new Player(
              agent.id(), agent.declaredName(), i, 1, seen, done, observation, action, mask));
      observation += seen.size();
      action += done.size();
      mask += done.maskSize();
    }
    return players;
  }

  private static Space relative(Agent self, Map<String, String> declaredNames) {
    Map<String, String> names = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    List<Axis> axes = new ArrayList<>();
    for (Axis axis : self.observationSpace().axes()) {
      String name = axis.name();
      int end = name.length();
      do {
        end = name.lastIndexOf('.', end - 1);
      } while (end > 0 && !declaredNames.containsKey(name.substring(0, end)));
      if (end > 0 && !self.id().equals(name.substring(0, end))) {
        String other = name.substring(0, end);
        String declared = declaredNames.get(other);
        name =
            names.computeIfAbsent(
                    other, id -> declared + "#" + counts.merge(declared, 1, Integer::sum))
                + name.substring(end);
      }
      axes.add(new Axis(name, axis.unit(), axis.low(), axis.high(), axis.choices()));
    }
    return Space.of(axes);
  }

  /**
   * All agents as one player.
   *
   * @param agents in order
   * @return one
   * @throws ConfigurationException if an action has no finite bounds
   */
  public static List<Player> joint(List<? extends Agent> agents) {
    Space observations = Space.EMPTY;
    Space actions = Space.EMPTY;
    for (Agent agent : agents) {
      requireBounded(agent);
      observations = observations.plus(agent.id() + ".", agent.observationSpace());
      actions = actions.plus(agent.id() + ".", agent.actionSpace());
    }
    return List.of(new Player("all", "all", 0, agents.size(), observations, actions, 0, 0, 0));
  }

  private static void requireBounded(Agent agent) {
    for (Axis axis : agent.actionSpace().axes()) {
      if (axis.continuous() && !Double.isFinite(axis.high() - axis.low())) {
        throw new ConfigurationException(
            "",
            String.format(
                "%s decides on %s within [%s, %s]: what is learnt is scaled to bounds, which must"
                    + " be finite",
                agent.id(), axis.name(), axis.low(), axis.high()));
      }
    }
  }
}
