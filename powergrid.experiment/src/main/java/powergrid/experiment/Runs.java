package powergrid.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.experiment.Clairvoyant;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentResult.Outcome;
import powergrid.api.experiment.Progress;
import powergrid.api.experiment.RunOptions;
import powergrid.api.experiment.Trace;
import powergrid.api.learning.Tensors;
import powergrid.api.scenario.Scenario;
import powergrid.experiment.report.DayRecorder;

/**
 * The runs of one experiment: one a variant and seed, on daemon threads, while the thread that
 * asked for the experiment records what they tell.
 */
final class Runs {
  private static final AtomicInteger THREADS = new AtomicInteger();

  /** What the runs of a baseline's schedule and of its bound have in common. */
  private record Episodes(Scenario scenario, long seed) {}

  private final Plan plan;
  private final EnvironmentFactory environments;
  private final Recording recording;
  private final RunOptions options;
  private final Optional<Tensors> policy;
  private final NetworkDrawing drawing;
  private final Clairvoyant clairvoyant;
  private final Progress progress;
  private final BlockingQueue<SeedRun.Event> events = new LinkedBlockingQueue<>();
  private volatile boolean halted;
  private int done;

  Runs(
      Plan plan,
      EnvironmentFactory environments,
      Recording recording,
      RunOptions options,
      Optional<Tensors> policy,
      NetworkDrawing drawing,
      Clairvoyant clairvoyant,
      Progress progress) {
    this.drawing = drawing;
    this.clairvoyant = clairvoyant;
    this.options = options;
    this.policy = policy;
    this.plan = plan;
    this.environments = environments;
    this.recording = recording;
    this.progress = progress;
  }

  /**
   * Runs everything.
   *
   * @param threads at most so many at a time
   * @return what came of it, recorded
   * @throws IOException if it cannot be recorded; the runs have been told to stop then
   */
  ExperimentResult run(int threads) throws IOException {
    List<Integer> open =
        IntStream.range(0, plan.runs()).filter(run -> !recording.has(run)).boxed().toList();
    List<HalfWay> thresholds = thresholds();
    Map<Episodes, Foresight> foresights = new HashMap<>();
    int atOnce = Math.max(1, Math.min(threads, open.size()));
    ExecutorService pool = Executors.newFixedThreadPool(atOnce, Runs::daemon);
    try {
      // what learners are to come to is fixed before they learn
      thresholds.forEach(pool::execute);
      for (int run : open) {
        RunOrder order = order(run, threads / atOnce);
        Foresight foresight =
            foresights.computeIfAbsent(
                new Episodes(order.scenario(), order.seed()),
                of -> new Foresight(environments, clairvoyant, of.scenario(), of.seed()));
        pool.execute(new SeedRun(environments, order, foresight, this::stop, events));
      }
      done = plan.total() - open.size() * plan.episodes();
      return recording.finish(follow(open.size() + thresholds.size()));
    } finally {
      halted = true;
      pool.shutdown();
    }
  }

  /** Those that are to be found out and are not recorded. */
  private List<HalfWay> thresholds() {
    return plan.threshold().filter(threshold -> threshold.halfWay().isPresent()).stream()
        .flatMap(
            threshold ->
                IntStream.range(0, plan.seeds().size())
                    .filter(seed -> !recording.hasThreshold(seed))
                    .mapToObj(
                        seed ->
                            new HalfWay(
                                environments,
                                clairvoyant,
                                threshold,
                                seed,
                                plan.seeds().get(seed),
                                this::stop,
                                events)))
        .toList();
  }

  private RunOrder order(int run, int threads) {
    return new RunOrder(
        run,
        plan.variant(run).kind(),
        plan.variant(run).scenario(),
        plan.seed(run),
        threads,
        recording.store(run),
        plan.variant(run).baseline() ? Optional.empty() : policy,
        plan.bounded() ? Optional.of(clairvoyant::covers) : Optional.empty(),
        day(run),
        trace(run));
  }

  /** The report shows the first seed of every variant. */
  private Optional<DayRecorder> day(int run) {
    return run % plan.seeds().size() == 0
        ? Optional.of(new DayRecorder(plan.variant(run).name(), plan.seed(run), drawing))
        : Optional.empty();
  }

  private Supplier<Optional<MessageTrace>> trace(int run) {
    return () ->
        options.traces().contains(Trace.MESSAGES)
            ? Optional.of(
                new MessageTrace(recording.path(), run, plan.variant(run).name(), plan.seed(run)))
            : Optional.empty();
  }

  /** Records what the runs tell until the last has finished. */
  private Outcome follow(int open) throws IOException {
    boolean interrupted = false;
    boolean stopped = false;
    int[] missing = new int[plan.runs()];
    Arrays.fill(missing, plan.episodes());
    Pace pace = new Pace();
    for (int finished = 0; finished < open; ) {
      List<SeedRun.Event> batch;
      try {
        batch = next(pace);
      } catch (InterruptedException e) {
        // the runs notice before their next step; what is complete is still to be recorded
        halted = interrupted = true;
        continue;
      }
      for (SeedRun.Event event : batch) {
        if (event instanceof SeedRun.Played played) {
          recording.add(played.episode());
          missing[played.episode().run()]--;
          tell(1, played.episode().run());
        } else if (event instanceof SeedRun.Learnt learnt) {
          recording.add(learnt.run(), learnt.point());
          tell(learnt);
        } else if (event instanceof SeedRun.Watched watched) {
          recording.add(watched.run(), watched.day());
        } else if (event instanceof SeedRun.Measured measured) {
          finished++;
          stopped |= measured.ends().isEmpty() && measured.failure().isEmpty();
          if (measured.failure().isEmpty()) {
            measured.ends().ifPresent(ends -> recording.add(measured.seed(), ends));
          } else {
            recording.addThresholdFailure(measured.seed(), measured.failure());
          }
        } else if (event instanceof SeedRun.Finished end) {
          finished++;
          stopped |= end.stopped();
          if (!end.failure().isEmpty()) {
            recording.addFailure(end.run(), end.failure());
            tell(missing[end.run()], end.run());
          }
        }
      }
      pace.write(recording);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return stopped ? Outcome.INTERRUPTED : recording.failed() > 0 ? Outcome.FAILED : Outcome.DONE;
  }

  /** What has been told since, at least one thing unless something is left to be written. */
  private List<SeedRun.Event> next(Pace pace) throws InterruptedException {
    List<SeedRun.Event> batch = new ArrayList<>();
    SeedRun.Event first =
        pace.behind() ? events.poll(pace.nanosLeft(), TimeUnit.NANOSECONDS) : events.take();
    if (first != null) {
      batch.add(first);
      pace.fallBehind();
    }
    events.drainTo(batch);
    return batch;
  }

  private void tell(int episodes, int run) {
    done += episodes;
    progress.episode(done, plan.total(), plan.runName(run));
  }

  private void tell(SeedRun.Learnt learnt) {
    progress.learnt(
        plan.runName(learnt.run()),
        learnt.point().steps(),
        plan.variant(learnt.run()).scenario().learn().orElseThrow().steps(),
        learnt.point().iteration().episodeReward());
  }

  private boolean stop() {
    if (!halted && progress.stop()) {
      halted = true;
    }
    return halted;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "powergrid-experiment-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
