package powergrid.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant;
import powergrid.api.scenario.PluginSetting;

/**
 * The episodes of a run as they would have been, had all that they bring been known: the schedule
 * of the metric that the experiment has, settled where it has both, or the two bounds alone.
 */
final class Foresight {
  private static final String COST = "cost";
  private static final String SETTLED = "cost-settled";

  private final EnvironmentFactory environments;
  private final Clairvoyant clairvoyant;
  private final RunOrder order;
  private final List<String> metrics;

  Foresight(EnvironmentFactory environments, Clairvoyant clairvoyant, RunOrder order) {
    this.environments = environments;
    this.clairvoyant = clairvoyant;
    this.order = order;
    metrics = order.scenario().experiment().metrics().stream().map(PluginSetting::type).toList();
  }

  /**
   * Looks at all of them.
   *
   * @param split which days they are drawn from
   * @param stop asked before each
   * @param told of each
   * @return false if it was stopped before
   */
  boolean play(Split split, BooleanSupplier stop, Consumer<Episode> told) {
    try (Environment environment = environments.create(order.scenario(), split)) {
      for (int number = 1; number <= order.scenario().experiment().episodes(); number++) {
        if (stop.getAsBoolean()) {
          return false;
        }
        if (number == 1) {
          environment.reset(order.seed());
        } else {
          environment.reset();
        }
        Instant began = Instant.now();
        long start = System.nanoTime();
        Clairvoyance seen = clairvoyant.episode(order.scenario(), order.seed(), number - 1, split);
        told.accept(
            new Episode(
                order.run(),
                number,
                environment.view().start(),
                order.scenario().clock().steps(),
                "horizon",
                order.kind() == Variant.Kind.BOUND
                    ? bounds(seen)
                    : of(metrics.contains(SETTLED) ? SETTLED : COST, seen).metrics(),
                List.of(),
                of(metrics.contains(SETTLED) ? SETTLED : COST, seen).covered(),
                began,
                (System.nanoTime() - start) / 1e9));
      }
      return true;
    }
  }

  /** Whether an episode's least value of a metric can be known. */
  static boolean knows(String metric) {
    return metric.equals(COST) || metric.equals(SETTLED);
  }

  /** The reference point of a metric that is known. */
  static Clairvoyance.Reference of(String metric, Clairvoyance seen) {
    return metric.equals(SETTLED) ? seen.settled() : seen.plain();
  }

  private List<Double> bounds(Clairvoyance seen) {
    List<Double> values = new ArrayList<>();
    for (String metric : metrics) {
      values.add(
          metric.equals(COST)
              ? seen.plain().boundUsd()
              : metric.equals(SETTLED) ? seen.settled().boundUsd() : Double.NaN);
    }
    return values;
  }
}
