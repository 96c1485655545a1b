package powergrid.engine.environment;

import powergrid.api.environment.Credit;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;

/** The arrays of all copies, copy after copy. */
final class CopiesTransition implements VectorTransition {
  private final int agents;
  private final int observationSize;
  private final int actionSize;
  private final int maskSize;
  private final int stateSize;
  private final float[] observations;
  private final float[] states;
  private final byte[] masks;
  private final float[] rewards;
  private final boolean[] terminated;
  private final boolean[] truncated;
  private final boolean[] ended;
  private final float[] finalObservations;
  private final float[] finalStates;
  private final float[] held;
  private final float[][] actions;

  /** Room for copies that were reset. */
  CopiesTransition(VectorEnvironment of) {
    int copies = of.copies();
    agents = of.possibleAgents().size();
    observationSize = of.observationOffset(agents);
    actionSize = of.actionOffset(agents);
    maskSize = of.maskOffset(agents);
    stateSize = of.stateSpace().size();
    observations = new float[copies * observationSize];
    states = new float[copies * stateSize];
    masks = new byte[copies * maskSize];
    rewards = new float[copies * agents];
    terminated = new boolean[copies * agents];
    truncated = new boolean[copies * agents];
    ended = new boolean[copies];
    finalObservations = new float[copies * observationSize];
    finalStates = new float[copies * stateSize];
    held = new float[copies * actionSize];
    actions = new float[copies][actionSize];
  }

  int actionSize() {
    return actionSize;
  }

  /** Takes a copy's own actions out of those of all. */
  float[] actions(int copy, float[] all) {
    System.arraycopy(all, copy * actionSize, actions[copy], 0, actionSize);
    return actions[copy];
  }

  float[] actions(int copy) {
    return actions[copy];
  }

  /** Takes over rewards and flags. */
  void settle(int copy, Transition from, Credit credit, double[] without) {
    int at = copy * agents;
    double sum = 0;
    for (int i = 0; i < agents; i++) {
      sum += from.rewards()[i];
      terminated[at + i] = from.terminated()[i];
      truncated[at + i] = from.truncated()[i];
    }
    for (int i = 0; i < agents; i++) {
      rewards[at + i] =
          switch (credit) {
            case OWN -> from.rewards()[i];
            case SHARED -> (float) sum;
            case DIFFERENCE -> (float) (sum - without[i]);
          };
    }
    ended[copy] = !from.live();
  }

  /** Takes over what the agents saw last of an episode. */
  void close(int copy, Environment environment, Transition from) {
    System.arraycopy(
        from.observations(), 0, finalObservations, copy * observationSize, observationSize);
    environment.state(finalStates, copy * stateSize);
  }

  /** Takes over what the agents see next, or first. */
  void look(int copy, Environment environment, Transition from) {
    System.arraycopy(from.observations(), 0, observations, copy * observationSize, observationSize);
    System.arraycopy(from.masks(), 0, masks, copy * maskSize, maskSize);
    environment.state(states, copy * stateSize);
    System.arraycopy(environment.heldActions(), 0, held, copy * actionSize, actionSize);
  }

  @Override
  public float[] observations() {
    return observations;
  }

  @Override
  public float[] states() {
    return states;
  }

  @Override
  public byte[] masks() {
    return masks;
  }

  @Override
  public float[] rewards() {
    return rewards;
  }

  @Override
  public boolean[] terminated() {
    return terminated;
  }

  @Override
  public boolean[] truncated() {
    return truncated;
  }

  @Override
  public boolean[] ended() {
    return ended;
  }

  @Override
  public float[] finalObservations() {
    return finalObservations;
  }

  @Override
  public float[] finalStates() {
    return finalStates;
  }

  @Override
  public float[] heldActions() {
    return held;
  }
}
