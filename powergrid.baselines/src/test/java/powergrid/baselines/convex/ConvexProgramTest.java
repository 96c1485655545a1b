package powergrid.baselines.convex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Optima that can be worked out by hand. */
class ConvexProgramTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final ConvexProgram program = new ConvexProgram();

  private int variable(double low, double high, double cost, double square) {
    int v = program.variable(low, high);
    program.cost(v, cost);
    program.squareCost(v, square);
    return v;
  }

  private static Expression sum(int a, double factorA, int b, double factorB) {
    return new Expression().add(a, factorA).add(b, factorB);
  }

  /**
   * min 3x + 5y + z with x + y ≥ 6, x − z ≤ 3, y + 2z = 5. Of the three constraints the first and
   * the last leave x = 1 + 2z, so the cost is 28 − 3z, and x ≤ 4 makes z = 1.5.
   */
  @Test
  void aLinearProgramIsSolvedAtACorner() {
    int x = variable(0, 4, 3, 0);
    int y = variable(-1, 10, 5, 0);
    int z = variable(0, 100, 1, 0);
    program.constrain(6, INFINITY, sum(x, 1, y, 1));
    program.constrain(-INFINITY, 3, sum(x, 1, z, -1));
    program.constrain(5, 5, sum(y, 1, z, 2));
    Optimum optimum = Simplex.solve(program, 1e-9);
    assertArrayEquals(new double[] {4, 2, 1.5}, optimum.x(), 1e-9);
    assertEquals(23.5, optimum.usd(), 1e-9);
    assertEquals(23.5, optimum.boundUsd(), 1e-9);
  }

  /**
   * Economic dispatch of 1 MW: C1 = 100 p² + 20 p, C2 = 50 p² + 40 p. By the conditions of Karush,
   * Kuhn and Tucker λ = 200 p1 + 20 = 100 p2 + 40 with p1 + p2 = 1, so p1 = 0.4, λ = 100.
   */
  @Test
  void anEconomicDispatchRunsUnitsAtEqualIncrementalCost() {
    int p1 = variable(0, 1, 20, 100);
    int p2 = variable(0, 1, 40, 50);
    program.constrain(1, 1, sum(p1, 1, p2, 1));
    Optimum optimum = Simplex.solve(program, 1e-10);
    assertArrayEquals(new double[] {0.4, 0.6}, optimum.x(), 1e-5);
    double usd = 100 * 0.16 + 20 * 0.4 + 50 * 0.36 + 40 * 0.6;
    assertEquals(usd, optimum.usd(), 1e-8);
    assertEquals(usd, optimum.boundUsd(), 1e-8);
    assertTrue(optimum.boundUsd() <= usd + 1e-12, "a bound, not an estimate");
  }

  /** The bound is at the optimum for λ = 100, and nowhere above it. */
  @Test
  void noMultipliersGiveABoundAboveTheOptimum() {
    int p1 = variable(0, 1, 20, 100);
    int p2 = variable(0, 1, 40, 50);
    program.constrain(1, 1, sum(p1, 1, p2, 1));
    double usd = 100 * 0.16 + 20 * 0.4 + 50 * 0.36 + 40 * 0.6;
    assertEquals(usd, program.bound(new double[] {100}), 1e-12);
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      assertTrue(program.bound(new double[] {400 * random.nextDouble() - 100}) <= usd + 1e-12);
    }
  }

  /** A multiplier that has the sign of a side without a limit counts nothing. */
  @Test
  void aMultiplierOfAnOpenSideIsLeftOut() {
    int x = variable(0, 10, 1, 0);
    program.constrain(2, INFINITY, new Expression().add(x, 1));
    assertEquals(2, program.bound(new double[] {1}), 1e-12);
    assertEquals(0, program.bound(new double[] {-1}), 1e-12);
  }

  @Test
  void theConstantOfAnExpressionMovesItsLimits() {
    int x = variable(0, 10, 1, 0);
    program.constrain(5, INFINITY, new Expression().add(x, 1).add(2));
    assertEquals(3, Simplex.solve(program, 1e-9).usd(), 1e-9);
  }

  @Test
  void theSameProgramGivesTheSameBits() {
    double[][] x = new double[2][];
    for (int i = 0; i < 2; i++) {
      ConvexProgram one = new ConvexProgram();
      Expression sum = new Expression();
      Random random = new Random(3);
      for (int j = 0; j < 60; j++) {
        int v = one.variable(0, 1);
        one.cost(v, random.nextDouble());
        one.squareCost(v, random.nextDouble());
        sum.add(v, 0.5 + random.nextDouble());
      }
      one.constrain(20, 25, sum);
      x[i] = Simplex.solve(one, 1e-9).x();
    }
    assertArrayEquals(x[0], x[1], 0);
  }

  @Test
  void aProgramWithoutSolutionIsRefused() {
    int x = variable(0, 1, 1, 0);
    program.constrain(2, INFINITY, new Expression().add(x, 1));
    assertThrows(ArithmeticException.class, () -> Simplex.solve(program, 1e-9));
  }

  @Test
  void whatIsNotConvexIsRefused() {
    int x = variable(0, 1, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> program.squareCost(x, -1));
    assertThrows(IllegalArgumentException.class, () -> program.variable(0, INFINITY));
    assertThrows(IllegalArgumentException.class, () -> program.variable(1, 0));
  }
}
