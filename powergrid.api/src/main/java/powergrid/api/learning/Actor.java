package powergrid.api.learning;

import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;

/**
 * What has been learnt, at work: chooses the actions of all agents that a caller drives. Draws
 * nothing and learns nothing; where it learnt a distribution it takes the mode. Belongs to one
 * thread.
 */
@ConsumerType
public interface Actor {
  /**
   * Chooses the actions of the coming step.
   *
   * @param environment that they are for, of the layout that was learnt in
   * @param seen what its agents see
   * @param actions written, by the environment's action offsets
   */
  void act(Environment environment, Transition seen, float[] actions);
}
