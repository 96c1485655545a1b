package powergrid.api.learning;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.agent.Agent;
import powergrid.api.plugin.PluginFactory;
import powergrid.api.space.Space;

/**
 * Makes learners.
 *
 * @param <C> the configuration
 */
@ConsumerType
public interface LearnerFactory<C extends Record> extends PluginFactory<C> {
  /**
   * Makes a learner that knows nothing yet.
   *
   * @param configuration bound and checked
   * @param context what it learns in and from
   * @return a learner
   * @throws powergrid.api.plugin.ConfigurationException if it cannot drive such agents
   */
  Learner create(C configuration, LearnerContext context);

  /**
   * Whether its learners give each agent a {@linkplain
   * powergrid.api.environment.VectorEnvironment#models model}: if not, a scenario with a protocol
   * that {@linkplain powergrid.api.protocol.Protocol#exchangesModels exchanges} them is refused.
   *
   * @param configuration bound and checked
   * @param agents who would learn, in order
   * @return false unless they do
   * @throws powergrid.api.plugin.ConfigurationException if it cannot drive such agents
   */
  default boolean givesModels(C configuration, List<? extends Agent> agents) {
    return false;
  }

  /**
   * Puts what was learnt to work.
   *
   * @param policy as {@link Learner#save} left it
   * @param agents whom it drives, in order
   * @param state of the environment, for those who look at it
   * @return an actor
   * @throws IllegalArgumentException if it was learnt with other agents, observations or actions,
   *     saying which differ, or is damaged
   */
  Actor actor(Tensors policy, List<? extends Agent> agents, Space state);
}
