package powergrid.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentResult.Outcome;
import powergrid.api.experiment.Progress;
import powergrid.api.experiment.Trace;

/**
 * The runs of one experiment: one a variant and seed, on daemon threads, while the thread that
 * asked for the experiment records what they tell.
 */
final class Runs {
  private static final AtomicInteger THREADS = new AtomicInteger();

  private final Plan plan;
  private final EnvironmentFactory environments;
  private final Recording recording;
  private final Set<Trace> traces;
  private final Progress progress;
  private final BlockingQueue<SeedRun.Event> events = new LinkedBlockingQueue<>();
  private volatile boolean halted;
  private int done;

  Runs(
      Plan plan,
      EnvironmentFactory environments,
      Recording recording,
      Set<Trace> traces,
      Progress progress) {
    this.traces = traces;
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
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(threads, plan.runs())), Runs::daemon);
    try {
      for (int run = 0; run < plan.runs(); run++) {
        pool.execute(
            new SeedRun(
                environments,
                plan.variant(run).scenario(),
                plan.seed(run),
                run,
                trace(run),
                this::stop,
                events));
      }
      return recording.finish(follow());
    } finally {
      halted = true;
      pool.shutdown();
    }
  }

  private Supplier<Optional<MessageTrace>> trace(int run) {
    return () ->
        traces.contains(Trace.MESSAGES)
            ? Optional.of(
                new MessageTrace(recording.path(), run, plan.variant(run).name(), plan.seed(run)))
            : Optional.empty();
  }

  /** Records what the runs tell until the last has finished. */
  private Outcome follow() throws IOException {
    boolean interrupted = false;
    boolean stopped = false;
    int[] missing = new int[plan.runs()];
    Arrays.fill(missing, plan.episodes());
    Pace pace = new Pace();
    for (int finished = 0; finished < plan.runs(); ) {
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
