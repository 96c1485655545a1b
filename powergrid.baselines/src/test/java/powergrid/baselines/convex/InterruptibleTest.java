package powergrid.baselines.convex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.linear.LinearSolver;

/** Linear programs that take long, unless they are stopped. */
class InterruptibleTest {
  /** Dense, positive and without structure: a minute's worth of pivots. */
  private static LinearSolver slow() {
    Random random = new Random(5);
    int n = 3000;
    double[] cost = random.doubles(n).map(c -> c - 1).toArray();
    double[] high = new double[n];
    Arrays.fill(high, 1);
    LinearSolver.Builder builder = LinearSolver.newBuilder(cost).lower(new double[n]).upper(high);
    for (int i = 0; i < 1500; i++) {
      builder.inequality(n / 8.0 + random.nextDouble(), random.doubles(n).toArray());
    }
    return builder.build();
  }

  @Test
  void itIsStoppedWithinASolve() {
    LinearSolver slow = slow();
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier stop = () -> asked.incrementAndGet() > 1;
    assertThrows(CancellationException.class, () -> Interruptible.solve(slow, stop));
    assertTrue(asked.get() > 1, "it was asked while the solver was at work");
    // had the solver gone on to the end it would be optimal, and asked hundreds of times
    assertTrue(asked.get() < 100, () -> asked + " times");
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void whoInterruptsTheCallerStopsItToo() {
    LinearSolver slow = slow();
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> Interruptible.solve(slow, () -> false));
    assertTrue(Thread.interrupted(), "it stays interrupted");
  }

  @Test
  void whoIsNotStoppedGetsWhatTheSolverGets() {
    ConvexProgram program = new ConvexProgram();
    Expression sum = new Expression();
    Random random = new Random(3);
    for (int j = 0; j < 60; j++) {
      int v = program.variable(0, 1);
      program.cost(v, random.nextDouble());
      program.squareCost(v, random.nextDouble());
      sum.add(v, 0.5 + random.nextDouble());
    }
    program.constrain(20, 25, sum);
    double usd = Simplex.solve(program, 1e-9).usd();
    assertEquals(usd, Simplex.solve(program, 1e-9, () -> false).usd());
    assertThrows(CancellationException.class, () -> Simplex.solve(program, 1e-9, () -> true));
  }
}
