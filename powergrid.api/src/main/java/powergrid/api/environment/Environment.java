package powergrid.api.environment;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Agent;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.Planning;
import powergrid.api.space.Space;

/**
 * A scenario as something to act in: PettingZoo's parallel semantics on flat arrays. Belongs to one
 * thread at a time. Assembled when it is reset, from the plug-ins that are installed then.
 *
 * <p>Where the scenario says {@code actions: normalised}, the continuous axes of the action spaces
 * of {@link #possibleAgents()} run from −1 to 1 and have no unit, and {@link #heldActions()} and
 * {@link #step} follow. All else, {@link #view()} included, speaks in physical units.
 *
 * <p>The arrays of a {@link Transition} are ordered by {@link #possibleAgents()}: observations,
 * masks and actions of an agent start at its offsets, rewards and flags are one an agent.
 */
@ProviderType
public interface Environment extends AutoCloseable {
  /**
   * Everybody, top first; an agent's position is its {@link Agent#index()}.
   *
   * @return empty before the first reset
   */
  List<? extends Agent> agents();

  /**
   * The agents that an outside caller drives: those that decide and have no policy in the scenario.
   *
   * @return in the order of {@link #agents()}; empty before the first reset
   */
  List<? extends Agent> possibleAgents();

  /**
   * The agents for whom the episode goes on.
   *
   * @return all of {@link #possibleAgents()}, or none
   */
  List<? extends Agent> liveAgents();

  /**
   * Where an agent's action starts in the flat array.
   *
   * @param possible position in {@link #possibleAgents()}; their number, for the array's length
   * @return an offset
   */
  int actionOffset(int possible);

  /**
   * Where an agent's observation starts in the flat array.
   *
   * @param possible position in {@link #possibleAgents()}; their number, for the array's length
   * @return an offset
   */
  int observationOffset(int possible);

  /**
   * Where an agent's action mask starts in the flat array.
   *
   * @param possible position in {@link #possibleAgents()}; their number, for the array's length
   * @return an offset
   */
  int maskOffset(int possible);

  /**
   * Starts the sequence of episodes of a seed.
   *
   * @param seed of the run
   * @return the first observations
   * @throws powergrid.api.scenario.ScenarioException if the scenario does not fit the plug-ins that
   *     are installed, with every mistake
   */
  Transition reset(long seed);

  /**
   * Starts the next episode of the sequence.
   *
   * @return the first observations
   * @throws powergrid.api.scenario.ScenarioException as {@link #reset(long)}
   */
  Transition reset();

  /**
   * What the agents would do if their callers chose nothing: their last actions as clamped, at
   * first those they start with.
   *
   * @return by action offset; overwritten by the next step
   */
  float[] heldActions();

  /**
   * Takes a step.
   *
   * @param actions of all {@link #possibleAgents()}; clamped to their spaces and counted
   * @return what came of it; the same object at every call
   * @throws IllegalArgumentException if an action is NaN or infinite, naming the agent and the
   *     axis; nothing has happened then
   * @throws IllegalStateException if the episode has ended
   */
  Transition step(float[] actions);

  /**
   * What is known of everything together, for those who learn centrally: states and measured values
   * of every device, the newest values of the series that agents may know and what is forecast of
   * them, the clock, the voltages of all service nodes, in pu, the last valid ones in a blackout.
   *
   * @return one axis a number of {@link #state}; empty before the first reset
   */
  Space stateSpace();

  /**
   * Writes the central state as it is now.
   *
   * @param into an array
   * @param offset where it starts
   * @throws IllegalStateException before the first reset, or after a plug-in cut the episode short
   */
  void state(float[] into, int offset);

  /**
   * What happened in the last step.
   *
   * @return the same object for as long as {@link #agents()} is the same
   */
  StepView view();

  /**
   * The rest of the episode as something to plan, by somebody who sees all devices: for reference
   * points, never for agents.
   *
   * @param foresight what series are taken to be
   * @param steps length of each interval, steps; together no more than the episode has left
   * @return valid until the next step
   * @throws IllegalStateException while no episode is running
   */
  Planning planning(Foresight foresight, int... steps);

  /**
   * Has somebody see every message that agents send, as it is sent, telemetry left out. Costs a few
   * allocations a message; without it nothing.
   *
   * @param observer called within {@link #step}; null for nobody
   */
  void trace(Consumer<SentMessage> observer);

  /**
   * Saves the whole state, random streams and messages under way included.
   *
   * @return bytes for {@link #restore}
   * @throws IllegalStateException before the first reset, or after the episode was cut short by a
   *     plug-in
   */
  byte[] snapshot();

  /**
   * Restores a saved state: what follows is bit for bit what followed then. An environment that was
   * never reset is assembled first.
   *
   * @param snapshot of an environment of the same scenario and plug-in versions
   * @return the observations of that moment
   * @throws IllegalArgumentException if it is of another scenario or damaged; nothing has changed
   *     then
   */
  Transition restore(byte[] snapshot);

  /** Lets go of every plug-in. A later reset assembles anew. */
  @Override
  void close();
}
