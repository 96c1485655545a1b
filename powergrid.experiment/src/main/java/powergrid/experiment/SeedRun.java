package powergrid.experiment;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import powergrid.api.environment.Contract;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.metric.Metric;
import powergrid.api.scenario.Scenario;

/**
 * The episodes of one variant and seed, in an environment of their own. Agents that no policy
 * drives hold. What comes of it is put into a queue: each episode as it ends, then one {@link
 * Finished}.
 */
final class SeedRun implements Runnable {
  /** Ends that are part of the game; any other is a plug-in that went away. */
  private static final Set<String> ORDINARY_ENDS = Set.of("horizon", "blackout");

  private static final System.Logger LOG = System.getLogger(SeedRun.class.getName());

  /** What a run tells. */
  sealed interface Event permits Finished, Played {}

  /**
   * An episode has ended.
   *
   * @param episode what came of it
   */
  record Played(Episode episode) implements Event {}

  /**
   * Nothing more will come of a run.
   *
   * @param run its position in the plan
   * @param stopped whether it was asked to stop
   * @param failure what went wrong; empty if nothing did
   */
  record Finished(int run, boolean stopped, String failure) implements Event {}

  private final EnvironmentFactory environments;
  private final Scenario scenario;
  private final long seed;
  private final int run;
  private final Supplier<Optional<MessageTrace>> trace;
  private final BooleanSupplier stop;
  private final BlockingQueue<Event> events;

  SeedRun(
      EnvironmentFactory environments,
      Scenario scenario,
      long seed,
      int run,
      Supplier<Optional<MessageTrace>> trace,
      BooleanSupplier stop,
      BlockingQueue<Event> events) {
    this.environments = environments;
    this.scenario = scenario;
    this.seed = seed;
    this.run = run;
    this.trace = trace;
    this.stop = stop;
    this.events = events;
  }

  @Override
  public void run() {
    boolean completed = false;
    String failure = "";
    try {
      completed = play();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      // plug-ins run here: whatever one of them throws ends its run, not the experiment
      LOG.log(Level.DEBUG, "run " + run + " of seed " + seed, e);
      failure = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    } finally {
      events.add(new Finished(run, !completed && failure.isEmpty(), failure));
    }
  }

  /** Plays all episodes; false if it was stopped before. */
  @SuppressWarnings("try") // a trace is closed here and written to elsewhere
  private boolean play() {
    if (stop.getAsBoolean()) {
      return false;
    }
    Optional<MessageTrace> messages = trace.get();
    try (MessageTrace open = messages.orElse(null);
        Environment environment = environments.create(scenario)) {
      messages.ifPresent(environment::trace);
      return play(environment, messages);
    }
  }

  private boolean play(Environment environment, Optional<MessageTrace> messages) {
    List<Metric> metrics = environments.metrics(scenario);
    for (int number = 1; number <= scenario.experiment().episodes(); number++) {
      int present = number;
      messages.ifPresent(m -> m.episode(present));
      Instant began = Instant.now();
      long start = System.nanoTime();
      Transition transition = number == 1 ? environment.reset(seed) : environment.reset();
      StepView view = environment.view();
      for (Metric metric : metrics) {
        metric.reset(view);
      }
      List<Trade> trades = new ArrayList<>();
      while (transition.live()) {
        if (stop.getAsBoolean()) {
          return false;
        }
        transition = environment.step(environment.heldActions());
        if (transition.live() || ORDINARY_ENDS.contains(transition.reason())) {
          for (int m = 0; m < metrics.size(); m++) {
            metrics.get(m).step(view);
          }
          note(view, trades);
        }
      }
      if (!ORDINARY_ENDS.contains(transition.reason())) {
        throw new IllegalStateException("episode " + number + ": " + transition.reason());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      List<Double> values = metrics.stream().map(Metric::value).toList();
      Episode episode =
          new Episode(
              run,
              number,
              view.start(),
              view.step(),
              transition.reason(),
              values,
              trades,
              began,
              seconds);
      events.add(new Played(episode));
    }
    return true;
  }

  private static void note(StepView view, List<Trade> trades) {
    long nanos = Math.round(view.hours() * 3.6e12);
    for (Contract contract : view.contracts()) {
      trades.add(
          new Trade(
              view.step(),
              view.start().plusNanos((view.step() - 1) * nanos),
              view.agents().get(contract.seller()).id(),
              view.agents().get(contract.buyer()).id(),
              contract.mw(),
              contract.usdPerMwh(),
              contract.feeUsdPerMwh()));
    }
  }
}
