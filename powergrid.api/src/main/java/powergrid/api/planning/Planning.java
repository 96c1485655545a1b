package powergrid.api.planning;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Agent;

/**
 * All that a planner gets: the intervals ahead, the series by their names, and devices that
 * describe themselves. Valid as long as what it was asked from, and at most until the next step.
 */
@ProviderType
public interface Planning extends Outlook {
  /**
   * What a series is taken to be in an interval.
   *
   * @param series its name
   * @param interval from 0
   * @return mean over the interval's steps; NaN where the scenario has no such series
   */
  double value(String series, int interval);

  /**
   * How many steps of the episode have been taken.
   *
   * @return 0 before the first one
   */
  int taken();

  /**
   * What a series was in a step that was taken: known to everybody by now.
   *
   * @param series its name
   * @param steps how many ago: 1 for the last one, {@link #taken} for the episode's first; one more
   *     for what was known before it
   * @return the value; NaN where the scenario has no such series
   */
  double past(String series, int steps);

  /**
   * Has a device add itself to a program.
   *
   * @param device one that the planner may ask: of a decision itself or a child, else any
   * @param program to be added to
   * @return false if the device does not describe itself; it has added nothing then
   * @throws IllegalArgumentException if this is not a device that may be asked
   */
  boolean describe(Agent device, Program program);
}
