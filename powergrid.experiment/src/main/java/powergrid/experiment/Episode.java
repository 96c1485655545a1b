package powergrid.experiment;

import java.time.Instant;
import java.util.List;

/**
 * An episode that ran to its end.
 *
 * @param run its run's position in the plan
 * @param number from 1 within the run
 * @param steps taken
 * @param end why it ended: {@code horizon} or {@code blackout}
 * @param values of the metrics, in order
 * @param began when it began by the wall clock
 * @param seconds it took by the wall clock
 */
record Episode(
    int run,
    int number,
    int steps,
    String end,
    List<Double> values,
    Instant began,
    double seconds) {
  Episode {
    values = List.copyOf(values);
  }
}
