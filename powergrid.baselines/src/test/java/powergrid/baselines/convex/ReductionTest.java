package powergrid.baselines.convex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left out of programs, by hand, and programs whose optima are made before they are. */
class ReductionTest {
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
   * A unit of 0.5 MW with 100 p² + 40 p + 6 u, p ≤ 0.5 u: u = 2 p at the optimum, so its power
   * costs 52 a MWh, and nothing is left to be constrained.
   */
  @Test
  void aCommitmentBecomesAPartOfWhatPowerCosts() {
    int p = variable(0, 0.5, 40, 100);
    int u = variable(0, 1, 6, 0);
    program.constrain(-INFINITY, 0, sum(p, 1, u, -0.5));
    Reduction reduction = new Reduction(program);
    assertEquals(List.of(), reduction.program().rows());
    assertEquals(1, reduction.program().variables());
    assertEquals(52, reduction.program().costOf(0), 1e-12);
    assertEquals(100, reduction.program().squareOf(0));
    assertArrayEquals(new double[] {0.3, 0.6}, reduction.restore(new double[] {0.3}), 1e-12);
  }

  /** The same where a start is paid for: what else keeps u from falling keeps it a variable. */
  @Test
  void aCommitmentWithAStartStays() {
    int p = variable(0, 0.5, 40, 0);
    int u = variable(0, 1, 6, 0);
    int next = variable(0, 1, 6, 0);
    program.constrain(-INFINITY, 0, sum(p, 1, u, -0.5));
    program.constrain(-INFINITY, 0, sum(next, 1, u, -1));
    program.constrain(0.2, INFINITY, sum(p, 1, next, 1));
    assertEquals(3, new Reduction(program).program().variables());
  }

  /**
   * flow ≥ 3 − p, flow = bought − sold: with the flow left out one constraint stays. Power is
   * bought at 50, so p runs where 45 + 20 p = 50, at 0.25.
   */
  @Test
  void aFlowBetweenTwoBalancesIsLeftOut() {
    int p = variable(0, 2, 45, 10);
    int flow = variable(1, 3, 0, 0);
    int bought = variable(0, 3, 50, 0);
    int sold = variable(0, 1, -40, 0);
    program.constrain(3, INFINITY, sum(flow, 1, p, 1));
    program.constrain(0, 0, sum(bought, 1, sold, -1).add(flow, -1));
    Reduction reduction = new Reduction(program);
    assertEquals(3, reduction.program().variables());
    assertEquals(1, reduction.program().rows().size());
    assertArrayEquals(new double[] {1, 2, 2.5, 0.5}, reduction.restore(new double[] {1, 2.5, 0.5}));
    Optimum optimum = Simplex.solve(program, 1e-9);
    assertArrayEquals(new double[] {0.25, 2.75, 2.75, 0}, optimum.x(), 1e-4);
    assertEquals(45 * 0.25 + 10 * 0.0625 + 50 * 2.75, optimum.boundUsd(), 1e-6);
  }

  /** What may be injected is, where nothing speaks against it; what is fixed goes into limits. */
  @Test
  void whatNothingKeepsFromABoundIsThere() {
    int sun = variable(0, 2, 0, 0);
    int load = variable(0.5, 0.5, 7, 1);
    int bought = variable(0, 3, 50, 0);
    program.constrain(3, INFINITY, sum(bought, 1, sun, 1).add(load, -1));
    Reduction reduction = new Reduction(program);
    assertEquals(0, reduction.program().variables());
    assertArrayEquals(new double[] {2, 0.5, 1.5}, reduction.restore(new double[0]), 1e-12);
    assertEquals(75 + 3.5 + 0.25, Simplex.solve(program, 1e-9).boundUsd(), 1e-12);
  }

  @Test
  void aProgramWithoutConstraintsIsSolvedVariableByVariable() {
    variable(0, 4, -8, 2);
    variable(-1, 1, 3, 0);
    Optimum optimum = Simplex.solve(program, 1e-9);
    assertArrayEquals(new double[] {2, -1}, optimum.x(), 1e-12);
    assertEquals(-11, optimum.boundUsd(), 1e-12);
  }

  @Test
  void whatFixedVariablesLeaveImpossibleIsRefused() {
    int a = variable(1, 1, 0, 0);
    int b = variable(2, 2, 0, 0);
    program.constrain(4, INFINITY, sum(a, 1, b, 1));
    assertThrows(ArithmeticException.class, () -> new Reduction(program));
  }

  /**
   * Programs with a point that meets the conditions of Karush, Kuhn and Tucker, since costs are
   * made to fit the point and its multipliers. Then it is an optimum, and what it costs the bound.
   */
  @Test
  void theOptimumStaysWhatItIs() {
    int leftOut = 0;
    for (int seed = 0; seed < 200; seed++) {
      Made made = new Made(new Random(seed));
      Reduction reduction = new Reduction(made.program);
      leftOut += made.program.variables() - reduction.program().variables();
      Optimum optimum = Simplex.solve(made.program, 1e-9);
      double usd = made.program.value(made.x);
      assertEquals(usd, optimum.usd(), 1e-6 * (1 + Math.abs(usd)), "seed " + seed);
      assertEquals(usd, optimum.boundUsd(), 1e-6 * (1 + Math.abs(usd)), "seed " + seed);
      assertFeasible(made.program, optimum.x());
    }
    assertTrue(leftOut > 1000, "otherwise it shows little: " + leftOut);
  }

  private static void assertFeasible(ConvexProgram program, double[] x) {
    for (int v = 0; v < x.length; v++) {
      assertTrue(program.low(v) <= x[v] && x[v] <= program.high(v));
    }
    for (ConvexProgram.Row row : program.rows()) {
      double value = row.terms().value(x);
      assertTrue(row.low() - 1e-6 <= value && value <= row.high() + 1e-6, () -> row + " " + value);
    }
  }

  /** A program of 30 variables and 24 constraints of two to four of them. */
  private static final class Made {
    private final ConvexProgram program = new ConvexProgram();
    private final double[] x = new double[30];

    Made(Random random) {
      double[] cost = new double[x.length];
      for (int v = 0; v < x.length; v++) {
        double low = random.nextInt(3) - 1;
        double high = low + random.nextInt(3);
        int at = random.nextInt(3);
        x[v] = at == 0 ? low : at == 1 ? high : low + (high - low) * random.nextDouble();
        program.variable(low, high);
        double square = random.nextInt(4) == 0 ? 5 * random.nextDouble() : 0;
        program.squareCost(v, square);
        // 0 within the bounds, and at either of them often too
        double reduced = at == 2 || random.nextBoolean() ? 0 : 10 * random.nextDouble();
        cost[v] = (at == 1 ? -reduced : reduced) - 2 * square * x[v];
      }
      for (int i = 0; i < 24; i++) {
        constrain(random, cost);
      }
      for (int v = 0; v < x.length; v++) {
        program.cost(v, cost[v]);
      }
    }

    private void constrain(Random random, double[] cost) {
      List<Integer> order = new ArrayList<>();
      Arrays.stream(x).forEach(any -> order.add(order.size()));
      Collections.shuffle(order, random);
      Expression terms = new Expression();
      for (int t = 0; t < 2 + random.nextInt(3); t++) {
        terms.add(order.get(t), (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble()));
      }
      double value = terms.value(x);
      double multiplier = random.nextBoolean() ? 0 : 10 * random.nextDouble();
      switch (random.nextInt(4)) {
        case 0 -> {
          program.constrain(value, value, terms);
          multiplier *= random.nextBoolean() ? 1 : -1;
        }
        case 1 -> program.constrain(value, INFINITY, terms);
        case 2 -> {
          program.constrain(-INFINITY, value, terms);
          multiplier = -multiplier;
        }
        default -> {
          program.constrain(value - 1, value + 1, terms);
          multiplier = 0;
        }
      }
      for (int t = 0; t < terms.terms(); t++) {
        cost[terms.variable(t)] += multiplier * terms.factor(t);
      }
    }
  }
}
