package powergrid.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.experiment.Clairvoyant;
import powergrid.api.experiment.Clairvoyant.Counting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;

/**
 * The episodes of a seed as they would have been, had all that they bring been known: the schedule
 * of the metric that the experiment has, settled where it has both, or the bounds alone. Runs of
 * the same scenario and seed share one, so that nothing is looked at twice. Thread-safe: who asks
 * for what another run is looking at waits for it.
 */
final class Foresight {
  private static final String COST = "cost";
  private static final String SETTLED = "cost-settled";

  private final EnvironmentFactory environments;
  private final Clairvoyant clairvoyant;
  private final Scenario scenario;
  private final long seed;
  private final List<String> metrics;
  private final Counting driving;
  private final Map<Sight, Seen> seen = new HashMap<>();

  private record Sight(int episode, Counting counting) {}

  /** What is kept of a clairvoyance. */
  private record Seen(double boundUsd, boolean covered, List<Double> metrics) {}

  Foresight(
      EnvironmentFactory environments, Clairvoyant clairvoyant, Scenario scenario, long seed) {
    this.environments = environments;
    this.clairvoyant = clairvoyant;
    this.scenario = scenario;
    this.seed = seed;
    metrics = scenario.experiment().metrics().stream().map(PluginSetting::type).toList();
    driving = metrics.contains(SETTLED) ? Counting.SETTLED : Counting.PLAIN;
  }

  /**
   * Looks at all of them.
   *
   * @param order of a run of the scenario and seed
   * @param split which days they are drawn from
   * @param stop asked before each, and while it is looked at
   * @param told of each
   * @return false if it was stopped before
   */
  boolean play(RunOrder order, Split split, BooleanSupplier stop, Consumer<Episode> told) {
    try (Environment environment = environments.create(scenario, split)) {
      for (int number = 1; number <= scenario.experiment().episodes(); number++) {
        if (stop.getAsBoolean()) {
          return false;
        }
        if (number == 1) {
          environment.reset(seed);
        } else {
          environment.reset();
        }
        Instant began = Instant.now();
        long start = System.nanoTime();
        Optional<Seen> driven = look(number - 1, driving, split, stop);
        Optional<List<Double>> values =
            order.kind() == Variant.Kind.BOUND
                ? bounds(number - 1, split, stop)
                : driven.map(Seen::metrics);
        if (driven.isEmpty() || values.isEmpty()) {
          return false;
        }
        told.accept(
            new Episode(
                order.run(),
                number,
                environment.view().start(),
                scenario.clock().steps(),
                "horizon",
                values.get(),
                List.of(),
                driven.get().covered(),
                began,
                (System.nanoTime() - start) / 1e9));
      }
      return true;
    }
  }

  /** By metric, NaN where nothing is known; empty if it was stopped. */
  private Optional<List<Double>> bounds(int episode, Split split, BooleanSupplier stop) {
    List<Double> values = new ArrayList<>();
    for (String metric : metrics) {
      double bound = Double.NaN;
      if (counting(metric).isPresent()) {
        Optional<Seen> one = look(episode, counting(metric).get(), split, stop);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        bound = one.get().boundUsd();
      }
      values.add(bound);
    }
    return Optional.of(values);
  }

  /** Empty if it was stopped. */
  private synchronized Optional<Seen> look(
      int episode, Counting counting, Split split, BooleanSupplier stop) {
    Sight sight = new Sight(episode, counting);
    if (!seen.containsKey(sight)) {
      clairvoyant
          .episode(scenario, seed, episode, split, counting, stop)
          .ifPresent(c -> seen.put(sight, new Seen(c.boundUsd(), c.covered(), c.metrics())));
    }
    return Optional.ofNullable(seen.get(sight));
  }

  /** The way in which a metric counts costs; empty if its least value cannot be known. */
  static Optional<Counting> counting(String metric) {
    return switch (metric) {
      case COST -> Optional.of(Counting.PLAIN);
      case SETTLED -> Optional.of(Counting.SETTLED);
      default -> Optional.empty();
    };
  }
}
