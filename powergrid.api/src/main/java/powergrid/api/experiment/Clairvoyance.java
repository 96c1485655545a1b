package powergrid.api.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reference point of an episode, its cost counted in one way: a bound, and what it takes to
 * come near it.
 *
 * @param boundUsd what no covered episode costs less than, USD
 * @param relaxationUsd cost of the schedule in the relaxed program, USD: the bound but for the
 *     program's accuracy
 * @param achievedUsd cost of the schedule, replayed through the true environment, USD
 * @param covered whether the replay is within what the bound is proven for
 * @param schedule by device, MW injected in every step, of devices that can be dispatched
 * @param metrics of the replay, those of the scenario's experiment, in their order
 */
public record Clairvoyance(
    double boundUsd,
    double relaxationUsd,
    double achievedUsd,
    boolean covered,
    Map<String, double[]> schedule,
    List<Double> metrics) {
  /** Copies the map, in its order, and the list; the arrays are the caller's to leave alone. */
  public Clairvoyance {
    schedule = Collections.unmodifiableMap(new LinkedHashMap<>(schedule));
    metrics = List.copyOf(metrics);
  }
}
