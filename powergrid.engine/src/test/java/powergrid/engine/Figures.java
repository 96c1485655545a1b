package powergrid.engine;

import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;

/** Finds an agent's figures of the last step by its id. */
final class Figures {
  private Figures() {}

  /** What it injected. */
  static double netMw(Environment e, String id) {
    return netMw(e.view(), id);
  }

  /** What it injected. */
  static double netMw(StepView view, String id) {
    for (Agent agent : view.agents()) {
      if (agent.id().equals(id)) {
        return view.netMw(agent.index());
      }
    }
    throw new AssertionError("no agent " + id);
  }
}
