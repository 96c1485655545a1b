package powergrid.engine.environment;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Transition;

/**
 * What all agents together would have been rewarded with, had one of them taken its default action
 * and all else, noise included, been the same. The default is what it starts an episode with.
 */
final class Counterfactuals {
  private final int copy;
  private final WorkbenchEnvironment environment;
  private final Mark before = new Mark();
  private final double[] sums;
  private final float[] tried;

  Counterfactuals(int copy, WorkbenchEnvironment environment) {
    this.copy = copy;
    this.environment = environment;
    sums = new double[environment.possibleAgents().size()];
    tried = new float[environment.actionOffset(sums.length)];
  }

  /**
   * Tries a step without each of them, and comes back to where it was.
   *
   * @param actions of all agents
   * @return sums of rewards by agent; overwritten by the next call
   * @throws IllegalStateException if a plug-in failed, saying which
   */
  double[] sums(float[] actions) {
    environment.mark(before);
    List<? extends Agent> agents = environment.possibleAgents();
    for (int i = 0; i < sums.length; i++) {
      System.arraycopy(actions, 0, tried, 0, tried.length);
      int at = environment.actionOffset(i);
      for (int axis = 0; axis < agents.get(i).actionSpace().size(); axis++) {
        tried[at + axis] = (float) agents.get(i).restingAction(axis);
      }
      Transition without = environment.step(tried);
      Copies.requireOrdinary(copy, without);
      sums[i] = 0;
      for (float reward : without.rewards()) {
        sums[i] += reward;
      }
      environment.rewind(before);
    }
    return sums;
  }
}
