package powergrid.metrics;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;

/** Sums over the agents at the top of the hierarchy. */
final class Tops {
  private Tops() {}

  /** Their cost in a step, USD. */
  static double cost(StepView step) {
    List<? extends Agent> agents = step.agents();
    double sum = 0;
    for (int i = 0; i < agents.size(); i++) {
      if (agents.get(i).parent() == null) {
        sum += step.cost(i);
      }
    }
    return sum;
  }

  /** The energy they curtailed in a step, MWh. */
  static double curtailedMwh(StepView step) {
    List<? extends Agent> agents = step.agents();
    double sum = 0;
    for (int i = 0; i < agents.size(); i++) {
      if (agents.get(i).parent() == null) {
        sum += step.curtailedMwh(i);
      }
    }
    return sum;
  }
}
