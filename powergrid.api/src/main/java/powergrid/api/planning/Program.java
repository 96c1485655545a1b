package powergrid.api.planning;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A convex program that a device adds itself to: variables with bounds, linear constraints, convex
 * costs, and what of it is injected power in which interval. Made by a planner, for one device at a
 * time; positive power is injected.
 *
 * <p>A program is for one of two ends. A <em>plan</em> is to be carried out: it says what the
 * device will do, as nearly as a convex program can. A {@linkplain #relaxed() relaxed} program is
 * for a bound: whatever the device can do at all, while it has supply, must be among its feasible
 * points, and cost no more there than the device books for it. So what is not convex (commitment,
 * least power, charging or discharging) is left out or relaxed, and costs that have no convex form
 * are replaced by less.
 */
@ConsumerType
public interface Program {
  /**
   * Whether it is for a bound.
   *
   * @return false if it is for a plan to be carried out
   */
  boolean relaxed();

  /**
   * Adds a variable.
   *
   * @param low least value, finite
   * @param high greatest value, finite, not below {@code low}
   * @return its number
   */
  int variable(double low, double high);

  /**
   * Adds a constraint: {@code low ≤ Σ factors[i] · variables[i] ≤ high}.
   *
   * @param low least value; minus infinity for none
   * @param high greatest value; infinity for none; {@code low} for an equation
   * @param variables their numbers, each once
   * @param factors of each
   */
  void constrain(double low, double high, int[] variables, double[] factors);

  /**
   * Adds a constant cost.
   *
   * @param usd USD
   */
  void cost(double usd);

  /**
   * Adds a cost in proportion to a variable.
   *
   * @param variable its number
   * @param usd USD per unit of it
   */
  void cost(int variable, double usd);

  /**
   * Adds a cost in proportion to a variable's square.
   *
   * @param variable its number
   * @param usd USD per unit of it squared, not negative
   */
  void squareCost(int variable, double usd);

  /**
   * Injects a constant power.
   *
   * @param interval in which
   * @param mw MW injected; negative for consumption
   */
  void inject(int interval, double mw);

  /**
   * Injects a power in proportion to a variable.
   *
   * @param interval in which
   * @param variable its number
   * @param mw MW injected per unit of it
   */
  void inject(int interval, int variable, double mw);

  /**
   * Counts a constant energy as stored at the end beyond what was stored at the start.
   *
   * @param mwh MWh that could be delivered
   */
  void store(double mwh);

  /**
   * Counts energy in proportion to a variable as stored at the end.
   *
   * @param variable its number
   * @param mwh MWh that could be delivered per unit of it
   */
  void store(int variable, double mwh);

  /**
   * For a device that meters its network's source: the power drawn through it in an interval.
   *
   * @param interval in which
   * @return number of a variable, MW, below 0 where power is fed back; the same at every call
   */
  int drawn(int interval);

  /**
   * For a device that meters its network's source: the power to be paid for in an interval, of
   * which {@link #exported} is to be subtracted. The difference is what is {@link #drawn},
   * contracts settled.
   *
   * @param interval in which
   * @return number of a variable that is not negative, MW; the same at every call
   */
  int imported(int interval);

  /**
   * For a device that meters its network's source: the power to be paid for the other way.
   *
   * @param interval in which
   * @return number of a variable that is not negative, MW; the same at every call
   */
  int exported(int interval);

  /**
   * Adds a cost in proportion to a variable, paid to whoever supplies the network: revenue to that
   * one, where it is an agent too ({@link powergrid.api.device.Settlement#bill}).
   *
   * @param variable its number
   * @param usd USD per unit of it
   */
  void bill(int variable, double usd);
}
