package powergrid.metrics;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;
import powergrid.api.plugin.ConfigurationException;

/** Sums and means over agents. */
final class Agents {
  private Agents() {}

  /** A number about an agent in a step. */
  interface Figure {
    double of(StepView step, int agent);
  }

  /**
   * The index of the agent that a metric names.
   *
   * @throws ConfigurationException if there is none
   */
  static int named(String id, List<? extends Agent> agents) {
    List<String> ids = agents.stream().map(Agent::id).toList();
    int index = ids.indexOf(id);
    if (index < 0) {
      throw new ConfigurationException(
          "agent", "no agent is called '" + id + "'; there are " + String.join(", ", ids));
    }
    return index;
  }

  /** The sum over those at the top of the hierarchy, whose figures include everybody below. */
  static double sumAtTop(StepView step, Figure figure) {
    List<? extends Agent> agents = step.agents();
    double sum = 0;
    for (int i = 0; i < agents.size(); i++) {
      if (agents.get(i).parent() == null) {
        sum += figure.of(step, i);
      }
    }
    return sum;
  }

  /** The power of those of an agent's children that can be dispatched, MW. */
  static double dispatchedMw(StepView step, Agent agent) {
    double sum = 0;
    for (int k = 0; k < agent.children().size(); k++) { // an iterator would be an allocation
      Agent child = agent.children().get(k);
      sum += child.dispatch() == null ? 0 : step.netMw(child.index());
    }
    return sum;
  }

  /** The mean over those that decide; NaN where nobody does. */
  static double meanOfDeciders(StepView step, Figure figure) {
    List<? extends Agent> agents = step.agents();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < agents.size(); i++) {
      if (agents.get(i).decides()) {
        sum += figure.of(step, i);
        count++;
      }
    }
    return sum / count;
  }
}
