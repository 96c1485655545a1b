package powergrid.experiment.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A few daemon threads that do numbered tasks side by side with the one that asks. */
final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  Workers(int threads) {
    this.threads = threads;
    pool = threads > 1 ? Executors.newFixedThreadPool(threads - 1, Workers::daemon) : null;
  }

  int threads() {
    return threads;
  }

  /** Does all tasks and waits; throws what the one of the lowest number threw. */
  void run(int tasks, IntConsumer task) {
    if (pool == null || tasks < 2) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
      return;
    }
    RuntimeException[] thrown = new RuntimeException[tasks];
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            try {
              task.accept(i);
            } catch (RuntimeException e) {
              thrown[i] = e;
            }
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int k = 1; k < Math.min(threads, tasks); k++) {
      others.add(pool.submit(share));
    }
    share.run();
    others.forEach(Workers::await);
    for (RuntimeException e : thrown) {
      if (e != null) {
        throw e;
      }
    }
  }

  private static void await(Future<?> future) {
    boolean interrupted = false;
    while (true) {
      try {
        future.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // tasks are short, and half of them done is of no use
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "powergrid-learner");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.shutdown();
    }
  }
}
