package powergrid.experiment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An episode that ran to its end.
 *
 * @param run its run's position in the plan
 * @param number from 1 within the run
 * @param start when its first step begins, by the scenario's clock
 * @param steps taken
 * @param end why it ended: {@code horizon} or {@code blackout}
 * @param values of the metrics, in order
 * @param trades the contracts that agents made, in order
 * @param covered whether it is within what the clairvoyant bound is proven for; false where nobody
 *     asks
 * @param began when it began by the wall clock
 * @param seconds it took by the wall clock
 */
record Episode(
    int run,
    int number,
    LocalDateTime start,
    int steps,
    String end,
    List<Double> values,
    List<Trade> trades,
    boolean covered,
    Instant began,
    double seconds) {
  Episode {
    values = List.copyOf(values);
    trades = List.copyOf(trades);
  }
}
