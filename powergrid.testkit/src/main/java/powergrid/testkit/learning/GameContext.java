package powergrid.testkit.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.learning.LearnerContext;
import powergrid.api.random.RandomStream;

/** A context in which a learner learns a game, or whatever else there are copies of. */
public final class GameContext implements LearnerContext, AutoCloseable {
  private final IntFunction<? extends VectorEnvironment> copies;
  private final long steps;
  private final long seed;
  private final RandomStream random;
  private final int threads;
  private final ExecutorService pool;

  /**
   * A context.
   *
   * @param games makes copies of the game
   * @param steps to learn from
   * @param seed of everything
   * @param threads for the learner, the caller's included
   */
  public GameContext(Supplier<? extends Game> games, long steps, long seed, int threads) {
    this((int n) -> new GameVector(games, n), steps, seed, threads);
  }

  /**
   * A context of something else than games.
   *
   * @param copies makes as many copies as it is asked for, not yet reset
   * @param steps to learn from
   * @param seed of everything
   * @param threads for the learner, the caller's included
   * @return a context
   */
  public static GameContext of(
      IntFunction<? extends VectorEnvironment> copies, long steps, long seed, int threads) {
    return new GameContext(copies, steps, seed, threads);
  }

  private GameContext(
      IntFunction<? extends VectorEnvironment> copies, long steps, long seed, int threads) {
    this.copies = copies;
    this.steps = steps;
    this.seed = seed;
    this.threads = threads;
    random = new RandomStream(seed).split("learner");
    pool =
        threads == 1
            ? null
            : Executors.newFixedThreadPool(
                threads - 1,
                task -> {
                  Thread thread = new Thread(task, "learner");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  @Override
  public VectorEnvironment environment(int number) {
    VectorEnvironment vector = copies.apply(number);
    vector.reset(seed);
    return vector;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public RandomStream random() {
    return random;
  }

  @Override
  public void parallel(int tasks, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            task.accept(i);
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int t = 1; t < Math.min(threads, tasks); t++) {
      others.add(pool.submit(work));
    }
    work.run();
    for (Future<?> other : others) {
      try {
        other.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Ends its threads. */
  @Override
  public void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
