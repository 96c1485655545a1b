package powergrid.learning.experience;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;
import powergrid.api.environment.VectorEnvironment;

/** How far what was done is from what agents decided: a mean over agents and steps. */
public final class Overrides {
  private final VectorEnvironment environment;
  private final List<? extends Agent> agents;
  private double sum;
  private long count;

  /**
   * Of an environment's agents.
   *
   * @param environment that they act in
   */
  public Overrides(VectorEnvironment environment) {
    this.environment = environment;
    agents = environment.possibleAgents();
  }

  /** Starts an iteration. */
  public void begin() {
    sum = 0;
    count = 0;
  }

  /** Takes the step in that all copies have just taken. */
  public void add() {
    for (int c = 0; c < environment.copies(); c++) {
      StepView view = environment.view(c);
      for (int i = 0; i < agents.size(); i++) {
        double override = view.overrideMw(agents.get(i).index());
        if (!Double.isNaN(override)) {
          sum += override;
          count++;
        }
      }
    }
  }

  /**
   * Mean of |executed − proposed|.
   *
   * @return MW; 0 where there were none
   */
  public double meanMw() {
    return count == 0 ? 0 : sum / count;
  }
}
