package powergrid.learning.team;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * One who observes and acts as a whole: an agent, or all agents together. Offsets are those within
 * a copy of an environment.
 *
 * @param name the agent's id
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
    int first,
    int agents,
    Space observations,
    Space actions,
    int observationOffset,
    int actionOffset,
    int maskOffset) {
  /**
   * Each agent a player; their stretches of flat arrays follow each other.
   *
   * @param agents in order
   * @return as many
   * @throws ConfigurationException if an action has no finite bounds
   */
  public static List<Player> each(List<? extends Agent> agents) {
    List<Player> players = new ArrayList<>();
    int observation = 0;
    int action = 0;
    int mask = 0;
    for (int i = 0; i < agents.size(); i++) {
      Agent agent = agents.get(i);
      requireBounded(agent);
      Space seen = agent.observationSpace();
      Space done = agent.actionSpace();
      players.add(new Player(agent.id(), i, 1, seen, done, observation, action, mask));
      observation += seen.size();
      action += done.size();
      mask += done.maskSize();
    }
    return players;
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
    return List.of(new Player("all", 0, agents.size(), observations, actions, 0, 0, 0));
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
