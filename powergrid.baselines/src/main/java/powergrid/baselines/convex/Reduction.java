package powergrid.baselines.convex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A program with fewer variables and constraints that costs the same at the least. What it leaves
 * out, one after the other until there is nothing more:
 *
 * <ul>
 *   <li>a constraint that the bounds of its variables imply;
 *   <li>a variable that is fixed;
 *   <li>one that neither its cost nor any constraint keeps from one of its bounds: it is there;
 *   <li>one whose cost and constraints all but one would have it low (or all high): it is as low as
 *       that constraint lets it be, which becomes an equation;
 *   <li>one that an equation gives, and whose own bounds other constraints or bounds imply.
 * </ul>
 *
 * <p>Whatever point of the whole program there is, the reduced one has a point that costs no more,
 * and what is {@linkplain #restore restored} from a point of the reduced one is a point of the
 * whole at the same cost. So a bound of the one is a bound of the other (Andersen and Andersen,
 * <em>Presolving in linear programming</em>, Mathematical Programming 71, 1995).
 */
final class Reduction {
  /** How many terms a substitution may add. */
  private static final int FILL = 32;

  /** How far a bound may be from implied, as a share: that of rounding. */
  private static final double NEARLY = 1e-9;

  /** How small a variable's factor may be beside the others of its constraint. */
  private static final double PIVOT = 1e-3;

  /** A constraint while it changes. */
  private static final class Row {
    private double low;
    private double high;
    private final Expression terms;

    private Row(double low, double high, Expression terms) {
      this.low = low;
      this.high = high;
      this.terms = terms;
    }
  }

  private final ConvexProgram whole;
  private final double[] cost;
  private final List<Set<Row>> rowsOf = new ArrayList<>();
  private final Set<Row> rows = new LinkedHashSet<>();
  private final Expression[] gone;
  private final List<Integer> order = new ArrayList<>();
  private final ConvexProgram reduced = new ConvexProgram();
  private final int[] number;
  private double constant;

  /**
   * Reduces a program.
   *
   * @param whole stays as it is
   * @throws ArithmeticException if it has a constraint that no point meets
   */
  Reduction(ConvexProgram whole) {
    this.whole = whole;
    int n = whole.variables();
    cost = new double[n];
    Arrays.setAll(cost, whole::costOf);
    gone = new Expression[n];
    number = new int[n];
    for (int v = 0; v < n; v++) {
      rowsOf.add(new LinkedHashSet<>());
    }
    for (ConvexProgram.Row row : whole.rows()) {
      add(row.low(), row.high(), row.terms());
    }
    for (boolean any = true; any; ) {
      any = rows.removeIf(this::needless);
      for (int v = 0; v < n; v++) {
        any |= gone[v] == null && leaveOut(v);
      }
    }
    build();
  }

  private void add(double low, double high, Expression terms) {
    Row row = new Row(low, high, new Expression());
    for (int t = 0; t < terms.terms(); t++) {
      if (terms.factor(t) != 0) {
        row.terms.add(terms.variable(t), terms.factor(t));
        rowsOf.get(terms.variable(t)).add(row);
      }
    }
    rows.add(row);
  }

  /** Whether bounds imply a constraint; it is then no longer one of its variables. */
  private boolean needless(Row row) {
    if (beyond(row.low, row.terms.least(whole)) || beyond(row.terms.greatest(whole), row.high)) {
      return false;
    }
    for (int t = 0; t < row.terms.terms(); t++) {
      rowsOf.get(row.terms.variable(t)).remove(row);
    }
    return true;
  }

  /** Whether one number is above another by more than rounding. */
  private static boolean beyond(double one, double other) {
    return one - other > NEARLY * (1 + Math.abs(other));
  }

  private boolean leaveOut(int v) {
    if (whole.low(v) == whole.high(v)) {
      return replace(v, new Expression().add(whole.low(v)));
    }
    if (whole.squareOf(v) > 0) {
      return false;
    }
    List<Row> raising = new ArrayList<>();
    List<Row> lowering = new ArrayList<>();
    for (Row row : rowsOf.get(v)) {
      boolean positive = row.terms.factorOf(v) > 0;
      if (Double.isFinite(positive ? row.low : row.high)) {
        raising.add(row);
      }
      if (Double.isFinite(positive ? row.high : row.low)) {
        lowering.add(row);
      }
    }
    if (cost[v] >= 0 && raising.isEmpty()) {
      return replace(v, new Expression().add(whole.low(v)));
    }
    if (cost[v] <= 0 && lowering.isEmpty()) {
      return replace(v, new Expression().add(whole.high(v)));
    }
    if (cost[v] >= 0 && raising.size() == 1 && !lowering.contains(raising.get(0))) {
      Row row = raising.get(0);
      return within(v, row, 1) && within(v, row, -1) && substitute(v, row);
    }
    if (cost[v] <= 0 && lowering.size() == 1 && !raising.contains(lowering.get(0))) {
      Row row = lowering.get(0);
      return within(v, row, 1) && within(v, row, -1) && substitute(v, row);
    }
    if (raising.stream().noneMatch(row -> within(v, row, 1))
        || lowering.stream().noneMatch(row -> within(v, row, -1))) {
      return false;
    }
    return raising.stream().anyMatch(row -> row.low == row.high && substitute(v, row));
  }

  /**
   * Whether a constraint, at its limit, holds a variable within one of its bounds, wherever the
   * constraint's other variables are.
   *
   * @param v variable
   * @param row constraint
   * @param side 1 for the low bound, −1 for the high one
   */
  private boolean within(int v, Row row, int side) {
    double a = row.terms.factorOf(v);
    double bound = side > 0 ? whole.low(v) : whole.high(v);
    double limit = limit(row, a, side);
    // side · v is least where the others, of its sign, are most
    boolean most = side * a > 0;
    double others =
        most
            ? row.terms.greatest(whole) - a * (a > 0 ? whole.high(v) : whole.low(v))
            : row.terms.least(whole) - a * (a > 0 ? whole.low(v) : whole.high(v));
    return !beyond(side * bound, side * (limit - others) / a);
  }

  /** The side of a constraint that keeps a variable up, or down; the other one if it has none. */
  private static double limit(Row row, double a, int side) {
    double limit = side * a > 0 ? row.low : row.high;
    return Double.isFinite(limit) ? limit : side * a > 0 ? row.high : row.low;
  }

  /** Puts what a constraint, as an equation, makes of a variable in its place, if that is wise. */
  private boolean substitute(int v, Row row) {
    Expression terms = row.terms;
    double a = terms.factorOf(v);
    double greatest = 0;
    for (int t = 0; t < terms.terms(); t++) {
      greatest = Math.max(greatest, Math.abs(terms.factor(t)));
    }
    int fill = (rowsOf.get(v).size() - 1) * (terms.terms() - 1);
    if (Math.abs(a) < PIVOT * greatest || fill > FILL) {
      return false;
    }
    double limit = Double.isFinite(row.low) ? row.low : row.high;
    Expression others = new Expression().add(limit / a);
    for (int t = 0; t < terms.terms(); t++) {
      if (terms.variable(t) != v) {
        others.add(terms.variable(t), -terms.factor(t) / a);
      }
      rowsOf.get(terms.variable(t)).remove(row);
    }
    rows.remove(row);
    return replace(v, others);
  }

  /** Leaves a variable out, for what it is. */
  private boolean replace(int v, Expression is) {
    for (Row row : rowsOf.get(v)) {
      double a = row.terms.take(v);
      row.low -= a * is.constant();
      row.high -= a * is.constant();
      for (int t = 0; t < is.terms(); t++) {
        int other = is.variable(t);
        row.terms.add(other, a * is.factor(t));
        if (row.terms.factorOf(other) == 0) {
          row.terms.take(other);
          rowsOf.get(other).remove(row);
        } else {
          rowsOf.get(other).add(row);
        }
      }
    }
    rowsOf.get(v).clear();
    constant += (cost[v] + whole.squareOf(v) * is.constant()) * is.constant();
    for (int t = 0; t < is.terms(); t++) {
      cost[is.variable(t)] += cost[v] * is.factor(t);
    }
    gone[v] = is;
    order.add(v);
    return true;
  }

  private void build() {
    for (int v = 0; v < gone.length; v++) {
      if (gone[v] == null) {
        number[v] = reduced.variable(whole.low(v), whole.high(v));
        reduced.cost(number[v], cost[v]);
        reduced.squareCost(number[v], whole.squareOf(v));
      }
    }
    reduced.cost(whole.constant() + constant);
    for (Row row : rows) {
      Expression terms = new Expression();
      for (int t = 0; t < row.terms.terms(); t++) {
        terms.add(number[row.terms.variable(t)], row.terms.factor(t));
      }
      if (terms.terms() > 0) {
        reduced.constrain(row.low, row.high, terms);
      } else if (row.low > NEARLY || row.high < -NEARLY) {
        throw new ArithmeticException(
            "a constraint leaves 0 from " + row.low + " to " + row.high + ": no solution");
      }
    }
  }

  ConvexProgram program() {
    return reduced;
  }

  /** A point of the whole program from one of the reduced one. */
  double[] restore(double[] point) {
    double[] x = new double[gone.length];
    for (int v = 0; v < x.length; v++) {
      x[v] = gone[v] == null ? point[number[v]] : 0;
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      int v = order.get(i);
      x[v] = Math.max(whole.low(v), Math.min(whole.high(v), gone[v].value(x)));
    }
    return x;
  }
}
