package powergrid.api.reward;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.environment.StepView;

/** What an agent is rewarded for. Stateless: called for every agent after every step. */
@ConsumerType
public interface Reward {
  /**
   * An agent's reward for a step.
   *
   * @param agent its index
   * @param step what happened
   * @return the reward, in USD unless scaled
   */
  double of(int agent, StepView step);
}
