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
                order.kind() == Variant.Kind.BOUND ? bounds(seen) : replayed(seen),
                List.of(),
                began,
                (System.nanoTime() - start) / 1e9));
      }
      return true;
    }
  }

  private List<Double> replayed(Clairvoyance seen) {
    return (metrics.contains(SETTLED) ? seen.settled() : seen.plain()).metrics();
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
