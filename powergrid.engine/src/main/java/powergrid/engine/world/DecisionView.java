package powergrid.engine.world;

import powergrid.api.agent.Self;
import powergrid.api.policy.Decision;

/** What a policy gets: the agent's observation and mask of the step's start, and the agent. */
final class DecisionView implements Decision {
  private final float[] observation;
  private final byte[] mask;
  private final SelfView self;

  DecisionView(float[] observation, byte[] mask, SelfView self) {
    this.observation = observation;
    this.mask = mask;
    this.self = self;
  }

  @Override
  public float[] observation() {
    return observation;
  }

  @Override
  public byte[] mask() {
    return mask;
  }

  @Override
  public Self self() {
    return self;
  }
}
