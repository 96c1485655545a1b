package powergrid.api.environment;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Model;
import powergrid.api.space.Space;

/**
 * Copies of an environment, stepped together. A copy whose episode ends is reset within the same
 * step (Gymnasium's {@code SAME_STEP}): its observations are then the first of the next episode,
 * and the last of the ended one are the final ones. Each copy draws from streams of its own; what
 * happens does not depend on how many threads step them. Belongs to one thread at a time.
 *
 * <p>Arrays hold copy after copy: what starts at offset o of an agent in an {@link Environment} is
 * at {@code copy × size + o}, with the sizes of this interface.
 */
@ProviderType
public interface VectorEnvironment extends AutoCloseable {
  /**
   * How many there are.
   *
   * @return at least 1
   */
  int copies();

  /**
   * The agents that a caller drives, the same in every copy.
   *
   * @return as {@link Environment#possibleAgents()}
   */
  List<? extends Agent> possibleAgents();

  /**
   * What a copy's central state is made of.
   *
   * @return as {@link Environment#stateSpace()}
   */
  Space stateSpace();

  /**
   * Where an agent's action starts within a copy's.
   *
   * @param possible position in {@link #possibleAgents()}; their number, for a copy's size
   * @return an offset
   */
  int actionOffset(int possible);

  /**
   * Where an agent's observation starts within a copy's.
   *
   * @param possible position in {@link #possibleAgents()}; their number, for a copy's size
   * @return an offset
   */
  int observationOffset(int possible);

  /**
   * Where an agent's action mask starts within a copy's.
   *
   * @param possible position in {@link #possibleAgents()}; their number, for a copy's size
   * @return an offset
   */
  int maskOffset(int possible);

  /**
   * Starts the sequences of episodes of a seed in all copies.
   *
   * @param seed of the run
   * @return the first observations
   * @throws powergrid.api.scenario.ScenarioException as {@link Environment#reset(long)}
   */
  VectorTransition reset(long seed);

  /**
   * Takes a step in every copy.
   *
   * @param actions of all agents of all copies
   * @return what came of it; the same object at every call
   * @throws IllegalArgumentException if an action is NaN or infinite, naming the copy, the agent
   *     and the axis; nothing has happened then
   * @throws IllegalStateException if a copy lost a plug-in or a plug-in failed in it, saying which,
   *     or a protocol exchanges models and there are none; no more steps are possible then
   */
  VectorTransition step(float[] actions);

  /**
   * How a copy stands: what happened in its last step or, where its episode ended in it, what the
   * reset found. For every step as it happened, {@link #watch}.
   *
   * @param copy from 0
   * @return valid until the next step
   */
  StepView view(int copy);

  /**
   * Has somebody see every step of every copy, before a copy whose episode ended in it is reset.
   *
   * @param observer called within {@link #step}; null for nobody
   */
  void watch(StepObserver observer);

  /**
   * Lets the agents of the first copy exchange what they learn, under protocols that {@linkplain
   * powergrid.api.protocol.Protocol#exchangesModels do that}.
   *
   * @param models one for each of {@link #possibleAgents()}
   */
  void models(List<? extends Model> models);

  /**
   * Saves the whole state of all copies.
   *
   * @return bytes for {@link #restore}
   */
  byte[] snapshot();

  /**
   * Restores a saved state, in as many copies of the same scenario.
   *
   * @param snapshot as saved
   * @return the observations of that moment
   * @throws IllegalArgumentException if it does not fit or is damaged
   */
  VectorTransition restore(byte[] snapshot);

  /** Lets go of every plug-in. */
  @Override
  void close();
}
