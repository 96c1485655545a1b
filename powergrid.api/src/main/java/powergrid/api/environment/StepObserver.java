package powergrid.api.environment;

import org.osgi.annotation.versioning.ConsumerType;

/** Sees what happened in each step of a {@link VectorEnvironment}, the last of an episode too. */
@ConsumerType
@FunctionalInterface
public interface StepObserver {
  /**
   * A copy has taken a step. Called by the thread that took it, for several copies at once: whoever
   * adds up over copies keeps a sum for each.
   *
   * @param copy from 0
   * @param step what happened; valid during the call
   */
  void stepped(int copy, StepView step);
}
