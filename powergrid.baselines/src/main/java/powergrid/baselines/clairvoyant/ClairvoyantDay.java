package powergrid.baselines.clairvoyant;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.Split;
import powergrid.api.environment.StepView;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.Planning;
import powergrid.api.scenario.Scenario;

/** Reference points of an episode, as the package describes them. */
@Component(service = Clairvoyant.class)
public final class ClairvoyantDay implements Clairvoyant {
  /** The series that the metric cost-settled goes by, unless it is told another one. */
  private static final String PRICE = "price";

  private final EnvironmentFactory environments;

  /**
   * Made by Declarative Services, or by hand.
   *
   * @param environments makes what is looked at
   */
  @Activate
  public ClairvoyantDay(@Reference EnvironmentFactory environments) {
    this.environments = environments;
  }

  @Override
  public Optional<Clairvoyance> episode(
      Scenario scenario,
      long seed,
      int episode,
      Split split,
      Counting counting,
      BooleanSupplier stop) {
    Sections.requireFixed(scenario);
    Scenario driven = Replay.byCaller(scenario);
    try (Environment environment = create(driven, split)) {
      begin(environment, seed, episode);
      for (FeederView feeder : environment.view().feeders()) {
        Losses.requireNotNegative(feeder.network());
      }
      int[] single = new int[scenario.clock().steps()];
      Arrays.fill(single, 1);
      Planning planning = environment.planning(Foresight.PERFECT, single);
      double price = counting == Counting.SETTLED ? meanPrice(planning) : 0;
      Day day = new Day(scenario, environment, planning);
      day.settle(price);
      day.solve(stop);
      Map<String, double[]> schedule = day.schedule();
      begin(environment, seed, episode);
      Replay replay = new Replay(environment, schedule, environments.metrics(scenario), stop);
      return Optional.of(
          new Clairvoyance(
              day.boundUsd(),
              day.relaxationUsd(),
              replay.usd(price),
              replay.covered(),
              schedule,
              replay.metrics()));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private Environment create(Scenario scenario, Split split) {
    return split == Split.ALL
        ? environments.create(scenario)
        : environments.create(scenario, split);
  }

  private static void begin(Environment environment, long seed, int episode) {
    environment.reset(seed);
    for (int e = 0; e < episode; e++) {
      environment.reset();
    }
  }

  /** The mean price of the episode; 0 without prices, where nothing stored is worth anything. */
  private static double meanPrice(Planning planning) {
    double sum = 0;
    for (int k = 0; k < planning.intervals(); k++) {
      sum += planning.value(PRICE, k);
    }
    return Double.isNaN(sum) ? 0 : sum / planning.intervals();
  }

  @Override
  public boolean covers(StepView step) {
    return Premise.covers(step);
  }

  @Override
  public double leastVoltagePu() {
    return Voltages.LEAST_PU;
  }

  @Override
  public double greatestVoltagePu() {
    return Voltages.GREATEST_PU;
  }
}
