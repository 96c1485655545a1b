package powergrid.testkit;

import java.util.Arrays;
import java.util.Optional;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.LinearNetwork;
import powergrid.api.planning.Planning;
import powergrid.api.policy.Decision;

/**
 * A decision, for a policy's test: what is observed is what the test gives, and every choice is
 * open until one is closed. What is decided is there to be looked at in the agent's {@link
 * FakeSelf}.
 */
public final class FakeDecision implements Decision {
  private final FakeSelf self;
  private final byte[] mask;
  private float[] observation = {};

  /**
   * A decision.
   *
   * @param self who decides
   */
  public FakeDecision(FakeSelf self) {
    this.self = self;
    mask = new byte[self.agent().actionSpace().maskSize()];
    Arrays.fill(mask, (byte) 1);
  }

  /**
   * Sets what is observed.
   *
   * @param values one an axis of the agent's observation space
   * @return this
   */
  public FakeDecision observes(float... values) {
    observation = values.clone();
    return this;
  }

  /**
   * Closes a choice.
   *
   * @param i index in the mask
   * @return this
   */
  public FakeDecision close(int i) {
    mask[i] = 0;
    return this;
  }

  @Override
  public FakeSelf self() {
    return self;
  }

  @Override
  public float[] observation() {
    return observation;
  }

  @Override
  public byte[] mask() {
    return mask;
  }

  /** A fake has no devices that could describe themselves: plans are tested in an environment. */
  @Override
  public Planning planning(Foresight foresight, int... steps) {
    throw new UnsupportedOperationException(
        self.agent().id() + " is a fake, without devices to plan");
  }

  /** A fake has no network: plans on one are tested in an environment. */
  @Override
  public Optional<LinearNetwork> linearise() {
    return Optional.empty();
  }

  @Override
  public int stepsLeft() {
    return 1;
  }
}
