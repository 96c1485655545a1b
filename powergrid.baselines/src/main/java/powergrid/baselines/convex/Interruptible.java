package powergrid.baselines.convex;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * Solves on a thread of its own, which can be interrupted: before every iteration ojAlgo looks
 * whether its thread is. What it comes to does not depend on who solves.
 */
final class Interruptible {
  private static final long PERIOD_MILLIS = 50;

  private Interruptible() {}

  /**
   * Solves a linear program.
   *
   * @param solver that has it
   * @param stop asked by the calling thread while it waits
   * @return what the solver comes to
   * @throws CancellationException if it was stopped, or the calling thread was interrupted, which
   *     then stays interrupted
   */
  static Optimisation.Result solve(LinearSolver solver, BooleanSupplier stop) {
    FutureTask<Optimisation.Result> task = new FutureTask<>(solver::solve);
    Thread thread = new Thread(task, "powergrid-simplex");
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    boolean stopped = false;
    try {
      while (true) {
        try {
          Optimisation.Result result = task.get(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
          if (stopped) {
            throw new CancellationException("stopped while a linear program was solved");
          }
          return result;
        } catch (TimeoutException e) {
          stopped |= stop.getAsBoolean();
        } catch (InterruptedException e) {
          interrupted = stopped = true;
        }
        if (stopped) {
          thread.interrupt();
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("the linear program cannot be solved", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
