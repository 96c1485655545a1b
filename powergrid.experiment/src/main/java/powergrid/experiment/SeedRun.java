package powergrid.experiment;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import powergrid.api.environment.Contract;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Split;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Tensors;
import powergrid.api.metric.Metric;
import powergrid.experiment.report.Day;
import powergrid.experiment.report.DayRecorder;
import powergrid.experiment.training.Point;
import powergrid.experiment.training.Training;

/**
 * The training, if any, and the episodes of one variant and seed, in environments of their own.
 * Agents that neither a policy of the scenario nor one that was learnt drives hold. What comes of
 * it is put into a queue: each episode as it ends, then one {@link Finished}.
 */
final class SeedRun implements Runnable {
  private static final String HORIZON = "horizon";

  /** Ends that are part of the game; any other is a plug-in that went away. */
  private static final Set<String> ORDINARY_ENDS = Set.of(HORIZON, "blackout");

  private static final System.Logger LOG = System.getLogger(SeedRun.class.getName());

  /** What a run tells. */
  sealed interface Event permits Finished, Learnt, Measured, Played, Watched {}

  /**
   * A learner has ended an iteration.
   *
   * @param run its position in the plan
   * @param point of its learning curve
   */
  record Learnt(int run, Point point) implements Event {}

  /**
   * An episode has ended.
   *
   * @param episode what came of it
   */
  record Played(Episode episode) implements Event {}

  /**
   * An episode has been noted step by step.
   *
   * @param run its position in the plan
   * @param day what was noted
   */
  record Watched(int run, Day day) implements Event {}

  /**
   * Nothing more will come of a run.
   *
   * @param run its position in the plan
   * @param stopped whether it was asked to stop
   * @param failure what went wrong; empty if nothing did
   */
  record Finished(int run, boolean stopped, String failure) implements Event {}

  /**
   * The ends of a threshold are known, or nothing more will come of them.
   *
   * @param seed its position in the plan
   * @param ends empty if they cannot be known, or it was asked to stop
   * @param failure what went wrong; empty if nothing did
   */
  record Measured(int seed, Optional<Threshold.Ends> ends, String failure) implements Event {}

  private final EnvironmentFactory environments;
  private final RunOrder order;
  private final Foresight foresight;
  private final BooleanSupplier stop;
  private final BlockingQueue<Event> events;

  SeedRun(
      EnvironmentFactory environments,
      RunOrder order,
      Foresight foresight,
      BooleanSupplier stop,
      BlockingQueue<Event> events) {
    this.environments = environments;
    this.order = order;
    this.foresight = foresight;
    this.stop = stop;
    this.events = events;
  }

  @Override
  public void run() {
    boolean completed = false;
    String failure = "";
    try {
      completed = play();
    } catch (RuntimeException
        | IOException
        | LinkageError
        | AssertionError
        | StackOverflowError e) {
      // plug-ins run here: whatever one of them throws ends its run, not the experiment
      LOG.log(Level.DEBUG, "run " + order.run() + " of seed " + order.seed(), e);
      failure = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    } finally {
      events.add(new Finished(order.run(), !completed && failure.isEmpty(), failure));
    }
  }

  /** Trains where that is asked for, then plays all episodes; false if it was stopped before. */
  private boolean play() throws IOException {
    Optional<Tensors> policy = order.policy();
    if (policy.isEmpty() && order.scenario().learn().isPresent()) {
      policy = train();
      if (policy.isEmpty()) {
        return false;
      }
    }
    Split split = order.scenario().split().isPresent() ? Split.TEST : Split.ALL;
    return switch (order.kind()) {
      case COMPARED, POLICY -> evaluate(policy, split);
      case CLAIRVOYANT, BOUND ->
          foresight.play(order, split, stop, episode -> events.add(new Played(episode)));
    };
  }

  private Optional<Tensors> train() throws IOException {
    return new Training(
            environments,
            order.scenario(),
            order.seed(),
            order.threads(),
            order.store(),
            stop,
            point -> events.add(new Learnt(order.run(), point)))
        .run();
  }

  @SuppressWarnings("try") // a trace is closed here and written to elsewhere
  private boolean evaluate(Optional<Tensors> policy, Split split) {
    if (stop.getAsBoolean()) {
      return false;
    }
    Optional<MessageTrace> messages = order.trace().get();
    try (MessageTrace open = messages.orElse(null);
        Environment environment = environments.create(order.scenario(), split)) {
      messages.ifPresent(environment::trace);
      return evaluate(environment, policy, messages);
    }
  }

  private boolean evaluate(
      Environment environment, Optional<Tensors> policy, Optional<MessageTrace> messages) {
    List<Metric> metrics = environments.metrics(order.scenario());
    Actor actor = null;
    float[] actions = null;
    for (int number = 1; number <= order.scenario().experiment().episodes(); number++) {
      int present = number;
      messages.ifPresent(m -> m.episode(present));
      Instant began = Instant.now();
      long start = System.nanoTime();
      Transition transition = number == 1 ? environment.reset(order.seed()) : environment.reset();
      if (policy.isPresent() && actor == null) {
        Tensors learnt = policy.get();
        actor = environments.actor(learnt.note(Training.LEARNER), learnt, environment);
        actions = environment.heldActions().clone();
      }
      StepView view = environment.view();
      Optional<DayRecorder> day = number == 1 ? order.day() : Optional.empty();
      day.ifPresent(d -> d.start(view));
      for (Metric metric : metrics) {
        metric.reset(view);
      }
      List<Trade> trades = new ArrayList<>();
      boolean covered = order.covers().isPresent();
      while (transition.live()) {
        if (stop.getAsBoolean()) {
          return false;
        }
        if (actor == null) {
          transition = environment.step(environment.heldActions());
        } else {
          actor.act(environment, transition, actions);
          transition = environment.step(actions);
        }
        if (transition.live() || ORDINARY_ENDS.contains(transition.reason())) {
          for (int m = 0; m < metrics.size(); m++) {
            metrics.get(m).step(view);
          }
          covered = covered && order.covers().get().test(view);
          note(view, trades);
          day.ifPresent(d -> d.step(view));
        }
      }
      if (!ORDINARY_ENDS.contains(transition.reason())) {
        throw new IllegalStateException("episode " + number + ": " + transition.reason());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      day.ifPresent(d -> events.add(new Watched(order.run(), d.end(view))));
      List<Double> values = metrics.stream().map(Metric::value).toList();
      Episode episode =
          new Episode(
              order.run(),
              number,
              view.start(),
              view.step(),
              transition.reason(),
              values,
              trades,
              covered && transition.reason().equals(HORIZON),
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
