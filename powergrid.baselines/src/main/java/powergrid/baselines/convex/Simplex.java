package powergrid.baselines.convex;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;
import org.ojalgo.structure.Mutate1D;

/**
 * Solves convex programs, {@linkplain Reduction reduced}, by linear ones, which ojAlgo's simplex
 * method solves. The same program gives the same bits.
 */
public final class Simplex {
  private static final int ROUNDS = 12;

  private final ConvexProgram program;
  private final Pieces[] pieces;
  private final int[] firstColumn;
  private final Function<LinearSolver, Optimisation.Result> solving;
  private double[] multipliers = {};

  private Simplex(ConvexProgram program, Function<LinearSolver, Optimisation.Result> solving) {
    this.program = program;
    this.solving = solving;
    pieces = new Pieces[program.variables()];
    firstColumn = new int[program.variables() + 1];
    for (int j = 0; j < pieces.length; j++) {
      if (program.squareOf(j) > 0 && program.low(j) < program.high(j)) {
        pieces[j] = new Pieces(program.low(j), program.high(j));
      }
    }
  }

  /**
   * Solves a program.
   *
   * @param program what to solve
   * @param gap between what the solution costs and the bound, as a share, that is good enough
   * @return the best point of all rounds, and the best bound
   * @throws ArithmeticException if the program has no solution
   */
  public static Optimum solve(ConvexProgram program, double gap) {
    return solve(program, gap, LinearSolver::solve);
  }

  /**
   * Solves a program that may take long.
   *
   * @param program what to solve
   * @param gap between what the solution costs and the bound, as a share, that is good enough
   * @param stop asked by the calling thread before every linear program and, while one is solved,
   *     many times a second
   * @return what {@link #solve(ConvexProgram, double)} does
   * @throws ArithmeticException if the program has no solution
   * @throws CancellationException if it was stopped
   */
  public static Optimum solve(ConvexProgram program, double gap, BooleanSupplier stop) {
    return solve(
        program,
        gap,
        linear -> {
          if (stop.getAsBoolean()) {
            throw new CancellationException("stopped before a linear program");
          }
          return Interruptible.solve(linear, stop);
        });
  }

  private static Optimum solve(
      ConvexProgram program, double gap, Function<LinearSolver, Optimisation.Result> solving) {
    Reduction reduction = new Reduction(program);
    Optimum reduced = new Simplex(reduction.program(), solving).solve(gap);
    double[] x = reduction.restore(reduced.x());
    double usd = program.value(x);
    return new Optimum(x, usd, Math.min(usd, reduced.boundUsd()));
  }

  private Optimum solve(double gap) {
    if (program.rows().isEmpty()) {
      double[] least = program.leastAlone();
      return new Optimum(least, program.value(least), program.value(least));
    }
    double[] best = {};
    double usd = Double.POSITIVE_INFINITY;
    double bound = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double[] x = round();
      double now = program.value(x);
      if (now < usd) {
        usd = now;
        best = x;
      }
      bound = Math.max(bound, program.bound(multipliers));
      if (usd - bound <= gap * Math.max(1, Math.abs(bound)) || !refine(x)) {
        break;
      }
    }
    return new Optimum(best, usd, Math.min(usd, bound));
  }

  /** Solves the linear program of the present pieces. */
  private double[] round() {
    lay();
    LinearSolver.Builder linear = columns();
    List<ConvexProgram.Row> rows = program.rows();
    int inequalities = 0;
    for (ConvexProgram.Row row : rows) {
      if (row.low() == row.high()) {
        write(linear.equality(row.low()), row, 1);
        continue;
      }
      if (row.high() < Double.POSITIVE_INFINITY) {
        write(linear.inequality(row.high()), row, 1);
        inequalities++;
      }
      if (row.low() > Double.NEGATIVE_INFINITY) {
        write(linear.inequality(-row.low()), row, -1);
        inequalities++;
      }
    }
    LinearSolver solver = linear.build();
    Optimisation.Result result = solving.apply(solver);
    if (!result.getState().isOptimal()) {
      throw new ArithmeticException(
          "the program of "
              + program.variables()
              + " variables and "
              + rows.size()
              + " constraints is "
              + result.getState());
    }
    multipliers = multipliers(solver, inequalities);
    return point(result);
  }

  /** Finds the columns of every variable: one, or one a piece. */
  private void lay() {
    for (int j = 0; j < pieces.length; j++) {
      firstColumn[j + 1] = firstColumn[j] + (pieces[j] == null ? 1 : pieces[j].count());
    }
  }

  /**
   * Costs and bounds. The first piece of a variable is counted from 0, as the variable is; further
   * ones from where the one before ends.
   */
  private LinearSolver.Builder columns() {
    double[] cost = new double[firstColumn[pieces.length]];
    double[] low = new double[cost.length];
    double[] high = new double[cost.length];
    for (int j = 0; j < pieces.length; j++) {
      int column = firstColumn[j];
      Pieces p = pieces[j];
      if (p == null) {
        cost[column] = program.costOf(j);
        low[column] = program.low(j);
        high[column] = program.high(j);
        continue;
      }
      for (int i = 0; i < p.count(); i++) {
        double from = p.corner(i);
        double to = p.corner(i + 1);
        cost[column + i] = program.costOf(j) + program.squareOf(j) * (from + to);
        low[column + i] = i == 0 ? from : 0;
        high[column + i] = i == 0 ? to : to - from;
      }
    }
    return LinearSolver.newBuilder(cost).lower(low).upper(high);
  }

  private void write(Mutate1D into, ConvexProgram.Row row, double sign) {
    Expression terms = row.terms();
    for (int t = 0; t < terms.terms(); t++) {
      int j = terms.variable(t);
      for (int column = firstColumn[j]; column < firstColumn[j + 1]; column++) {
        into.set((long) column, sign * terms.factor(t));
      }
    }
  }

  private double[] point(Access1D<?> result) {
    double[] x = new double[pieces.length];
    for (int j = 0; j < x.length; j++) {
      for (int column = firstColumn[j]; column < firstColumn[j + 1]; column++) {
        x[j] += result.doubleValue(column);
      }
      x[j] = Math.max(program.low(j), Math.min(program.high(j), x[j]));
    }
    return x;
  }

  /**
   * The multipliers by row. The solver's are of {@code cost + Σ multiplier · row = 0}, those of
   * inequalities first.
   */
  private double[] multipliers(LinearSolver solver, int inequalities) {
    List<ConvexProgram.Row> rows = program.rows();
    double[] y = new double[rows.size()];
    int inequality = 0;
    int equality = inequalities;
    for (int i = 0; i < y.length; i++) {
      ConvexProgram.Row row = rows.get(i);
      if (row.low() == row.high()) {
        y[i] = -solver.getDualMultiplier(equality++);
        continue;
      }
      if (row.high() < Double.POSITIVE_INFINITY) {
        y[i] -= solver.getDualMultiplier(inequality++);
      }
      if (row.low() > Double.NEGATIVE_INFINITY) {
        y[i] += solver.getDualMultiplier(inequality++);
      }
    }
    return y;
  }

  /** Makes pieces finer, also where the multipliers would have a variable; false without any. */
  private boolean refine(double[] x) {
    double[] reduced = new double[pieces.length];
    Arrays.setAll(reduced, program::costOf);
    for (int i = 0; i < multipliers.length; i++) {
      program.rows().get(i).terms().addTo(reduced, -multipliers[i]);
    }
    boolean any = false;
    for (int j = 0; j < pieces.length; j++) {
      if (pieces[j] != null) {
        pieces[j].refine(x[j], -reduced[j] / (2 * program.squareOf(j)));
        any = true;
      }
    }
    return any;
  }
}
