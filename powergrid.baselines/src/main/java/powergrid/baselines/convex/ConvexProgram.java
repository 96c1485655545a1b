package powergrid.baselines.convex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A separable convex program as it is put together. */
public final class ConvexProgram {
  private double[] low = new double[64];
  private double[] high = new double[64];
  private double[] cost = new double[64];
  private double[] square = new double[64];
  private int variables;
  private double constant;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A constraint.
   *
   * @param low least value
   * @param high greatest value
   * @param terms what is bounded
   */
  record Row(double low, double high, Expression terms) {}

  /**
   * Adds a variable.
   *
   * @param least finite
   * @param greatest finite
   * @return its number
   */
  public int variable(double least, double greatest) {
    if (variables == low.length) {
      low = Arrays.copyOf(low, 2 * variables);
      high = Arrays.copyOf(high, 2 * variables);
      cost = Arrays.copyOf(cost, 2 * variables);
      square = Arrays.copyOf(square, 2 * variables);
    }
    bound(variables, least, greatest);
    return variables++;
  }

  /**
   * Changes a variable's bounds.
   *
   * @param variable its number
   * @param least finite
   * @param greatest finite
   */
  public void bound(int variable, double least, double greatest) {
    if (!Double.isFinite(least) || !Double.isFinite(greatest) || least > greatest) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a variable from %s to %s", least, greatest));
    }
    low[variable] = least;
    high[variable] = greatest;
  }

  /**
   * Adds a constraint.
   *
   * @param least minus infinity for none
   * @param greatest infinity for none
   * @param terms what is bounded; its constant is taken into account
   */
  public void constrain(double least, double greatest, Expression terms) {
    if (!(least <= greatest)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a constraint from %s to %s", least, greatest));
    }
    rows.add(new Row(least - terms.constant(), greatest - terms.constant(), terms));
  }

  /**
   * Adds a constant cost.
   *
   * @param usd USD
   */
  public void cost(double usd) {
    constant += usd;
  }

  /**
   * Adds to the cost of a variable.
   *
   * @param variable its number
   * @param usd USD per unit
   */
  public void cost(int variable, double usd) {
    cost[variable] += usd;
  }

  /**
   * Adds to the cost of a variable's square.
   *
   * @param variable its number
   * @param usd USD per unit squared, not negative
   */
  public void squareCost(int variable, double usd) {
    if (!(usd >= 0)) {
      throw new IllegalArgumentException(usd + " USD for a square is not convex");
    }
    square[variable] += usd;
  }

  /**
   * The linear cost of a variable.
   *
   * @param variable its number
   * @return USD per unit
   */
  public double costOf(int variable) {
    return cost[variable];
  }

  double constant() {
    return constant;
  }

  double squareOf(int variable) {
    return square[variable];
  }

  /**
   * A variable's least value.
   *
   * @param variable its number
   * @return the bound
   */
  public double low(int variable) {
    return low[variable];
  }

  /**
   * A variable's greatest value.
   *
   * @param variable its number
   * @return the bound
   */
  public double high(int variable) {
    return high[variable];
  }

  int variables() {
    return variables;
  }

  List<Row> rows() {
    return rows;
  }

  /** What a point costs, USD. */
  double value(double[] x) {
    double sum = constant;
    for (int j = 0; j < variables; j++) {
      sum += (cost[j] + square[j] * x[j]) * x[j];
    }
    return sum;
  }

  /** What no feasible point costs less than, by any multipliers of the rows, USD. */
  double bound(double[] multipliers) {
    double[] reduced = Arrays.copyOf(cost, variables);
    double bound = constant;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = signed(multipliers[i], row);
      if (y != 0) {
        bound += y * (y > 0 ? row.low() : row.high());
        row.terms().addTo(reduced, -y);
      }
    }
    for (int j = 0; j < variables; j++) {
      double x = least(reduced[j], square[j], low[j], high[j]);
      bound += (reduced[j] + square[j] * x) * x;
    }
    return bound;
  }

  /** Where every variable alone costs least: the optimum of a program without constraints. */
  double[] leastAlone() {
    double[] x = new double[variables];
    Arrays.setAll(x, j -> least(cost[j], square[j], low[j], high[j]));
    return x;
  }

  /** A multiplier, but 0 where it has the sign of a side that the row has not. */
  private static double signed(double y, Row row) {
    return Double.isFinite(y > 0 ? row.low() : row.high()) ? y : 0;
  }

  /** Where a variable costs least. */
  private static double least(double linear, double square, double low, double high) {
    double x = square > 0 ? -linear / (2 * square) : linear > 0 ? low : high;
    return Math.max(low, Math.min(high, x));
  }
}
