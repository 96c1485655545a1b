package powergrid.api.device;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/**
 * A piece of equipment. In every step it is asked in this order: {@link #offer} (what it could do,
 * if anybody asks), {@link #request} (a power asked of it, if one is), {@link #act} (fix the
 * request and say what the network gets), then the network is solved, then {@link #settle} (what
 * really flowed). Only {@code settle} integrates energy, heat, ramps, cost and wear.
 *
 * <p>All state lives in the variables that the device declares with its {@link DeviceContext}, so
 * that it is observed, recorded, saved and restored; a hidden field that survives a step is a bug.
 * Called by one thread at a time. Allocates nothing.
 */
@ConsumerType
public interface Device {
  /** Starts an episode. Its variables are at their start values; what is drawn is drawn here. */
  default void reset() {}

  /**
   * Says what it could do in the coming step, from what it knows at decision time.
   *
   * @param hours length of the step
   * @param out to be filled; comes fixed at the present power
   */
  default void offer(double hours, Flexibility out) {}

  /**
   * Sets its own actions as near to a power as they allow.
   *
   * @param hours length of the step
   * @param pMw MW injected
   */
  default void request(double hours, double pMw) {}

  /**
   * The power that its present actions stand for.
   *
   * @param hours length of the step
   * @return MW injected; NaN where they stand for none
   */
  default double intendedMw(double hours) {
    return Double.NaN;
  }

  /**
   * Curves that it follows within the solve and lets others set.
   *
   * @return the same set whenever it is asked
   */
  default Set<Characteristic> follows() {
    return Set.of();
  }

  /**
   * Sets a curve that it follows, for the next {@link #act} and the solve that comes of it; without
   * one it follows the curve that it was configured with. So nothing that is set outlives a step,
   * and a device has nothing to save: who wants a curve to stay sets it again in every step.
   *
   * @param characteristic one that it {@link #follows}
   * @param curve by voltage in pu
   */
  default void follow(Characteristic characteristic, Polyline curve) {
    throw new UnsupportedOperationException("follows no " + characteristic);
  }

  /**
   * Adds itself to a program of the steps ahead, from its present state: what it could do in each
   * interval, and what that would cost. Changes nothing of the device; may allocate.
   *
   * @param outlook the intervals, and what series are taken to be in them
   * @param program to be added to; says whether it is for a plan or for a bound
   * @return false if it does not describe itself; nothing is added then, and whoever plans takes it
   *     to go on as it is
   */
  default boolean plan(Outlook outlook, Program program) {
    return false;
  }

  /**
   * Applies its actions: clamps them to commitment, ramp, rating and energy limits and states by
   * {@link Terminal#inject} what the network gets. Integrates nothing.
   *
   * @param hours length of the step
   */
  void act(double hours);

  /**
   * Books what really happened: integrates energy, cost, wear, violations; closes choices that the
   * next step does not have.
   *
   * @param step realised power and voltage, and the book
   */
  void settle(Settlement step);
}
