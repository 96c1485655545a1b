package powergrid.engine.environment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** Does something for every copy, on a few threads, each of which always has the same copies. */
final class Crew implements AutoCloseable {
  private final int copies;
  private final int threads;
  private final ExecutorService others;

  Crew(int copies, int threads) {
    this.copies = copies;
    this.threads = Math.max(1, Math.min(threads, copies));
    others = this.threads > 1 ? Executors.newFixedThreadPool(this.threads - 1, Crew::daemon) : null;
  }

  /** Does it for all; throws what was thrown for the first copy that it went wrong for. */
  void each(IntConsumer task) {
    if (others == null) {
      for (int copy = 0; copy < copies; copy++) {
        task.accept(copy);
      }
      return;
    }
    Throwable[] thrown = new Throwable[copies];
    CountDownLatch done = new CountDownLatch(threads - 1);
    for (int thread = 1; thread < threads; thread++) {
      int own = thread;
      others.execute(
          () -> {
            share(own, task, thrown);
            done.countDown();
          });
    }
    share(0, task, thrown);
    await(done);
    for (Throwable t : thrown) {
      if (t instanceof RuntimeException e) {
        throw e;
      } else if (t instanceof Error e) {
        throw e;
      }
    }
  }

  private void share(int thread, IntConsumer task, Throwable[] thrown) {
    for (int copy = thread; copy < copies; copy += threads) {
      try {
        task.accept(copy);
      } catch (RuntimeException | Error e) {
        thrown[copy] = e; // thrown again by the thread that asked
      }
    }
  }

  /** Waits in any case: a step that half of the copies have taken is of no use. */
  private static void await(CountDownLatch done) {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "powergrid-copies");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    if (others != null) {
      others.shutdown();
    }
  }
}
