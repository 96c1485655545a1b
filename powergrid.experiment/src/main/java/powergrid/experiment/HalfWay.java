package powergrid.experiment;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant;
import powergrid.api.experiment.Clairvoyant.Counting;
import powergrid.api.scenario.Scenario;
import powergrid.experiment.training.Validation;

/**
 * Finds out the ends of the threshold {@code half-way}: on the days on which a seed's learners are
 * tried, what {@code rule} comes to, and what the clairvoyant schedule does.
 */
final class HalfWay implements Runnable {
  private static final System.Logger LOG = System.getLogger(HalfWay.class.getName());

  private final EnvironmentFactory environments;
  private final Clairvoyant clairvoyant;
  private final Threshold threshold;
  private final int position;
  private final long seed;
  private final BooleanSupplier stop;
  private final BlockingQueue<SeedRun.Event> events;

  /**
   * One seed's.
   *
   * @param environments to try the rule in
   * @param clairvoyant looks ahead
   * @param threshold half-way
   * @param position of the seed in the plan
   * @param seed of the runs
   * @param stop asked before the rule is tried, and while episodes are looked at
   * @param events gets one {@link SeedRun.Measured}
   */
  HalfWay(
      EnvironmentFactory environments,
      Clairvoyant clairvoyant,
      Threshold threshold,
      int position,
      long seed,
      BooleanSupplier stop,
      BlockingQueue<SeedRun.Event> events) {
    this.environments = environments;
    this.clairvoyant = clairvoyant;
    this.threshold = threshold;
    this.position = position;
    this.seed = seed;
    this.stop = stop;
    this.events = events;
  }

  @Override
  public void run() {
    SeedRun.Measured measured = new SeedRun.Measured(position, Optional.empty(), "");
    try {
      measured = new SeedRun.Measured(position, ends(), "");
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      // as in a run: whatever a plug-in throws is a failure of this, not of the experiment
      LOG.log(Level.DEBUG, "the threshold of seed " + seed, e);
      String reason = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
      measured = new SeedRun.Measured(position, Optional.empty(), reason);
    } finally {
      events.add(measured);
    }
  }

  /** Empty if it was stopped before. */
  private Optional<Threshold.Ends> ends() {
    Scenario scenario = threshold.halfWay().orElseThrow();
    if (stop.getAsBoolean()) {
      return Optional.empty();
    }
    double rule =
        new Validation(environments, scenario, threshold.episodes(), seed).ofPolicies().metric();
    String metric = scenario.experiment().metrics().get(0).type();
    Counting counting = Foresight.counting(metric).orElseThrow();
    Split split = Validation.split(scenario);
    double sum = 0;
    for (int episode = 0; episode < threshold.episodes(); episode++) {
      Optional<Clairvoyance> seen =
          clairvoyant.episode(scenario, Validation.seed(seed), episode, split, counting, stop);
      if (seen.isEmpty()) {
        return Optional.empty();
      }
      sum += seen.get().metrics().get(0);
    }
    return Optional.of(new Threshold.Ends(rule, sum / threshold.episodes()));
  }
}
