package powergrid.api.planning;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.dataset.Series;

/**
 * The intervals that a plan looks ahead at, the first of which begins with the present step, and
 * what it takes the series to be in them. An interval is one step, or several.
 */
@ProviderType
public interface Outlook {
  /**
   * How many intervals there are.
   *
   * @return at least one
   */
  int intervals();

  /**
   * Length of an interval.
   *
   * @param interval from 0
   * @return hours
   */
  double hours(int interval);

  /**
   * What a series is taken to be in an interval.
   *
   * @param series of the scenario
   * @param interval from 0
   * @return mean over the interval's steps, in the column's unit
   */
  double value(Series series, int interval);
}
