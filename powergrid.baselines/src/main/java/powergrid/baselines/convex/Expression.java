package powergrid.baselines.convex;

import java.util.Arrays;

/** A constant and a sum of variables times factors. */
public final class Expression {
  private int[] variables = new int[4];
  private double[] factors = new double[4];
  private int terms;
  private double constant;

  /**
   * Adds a constant.
   *
   * @param value the constant
   * @return this
   */
  public Expression add(double value) {
    constant += value;
    return this;
  }

  /**
   * Adds a variable.
   *
   * @param variable its number; one that is in it already gets the sum of the factors
   * @param factor of it
   * @return this
   */
  public Expression add(int variable, double factor) {
    for (int t = 0; t < terms; t++) {
      if (variables[t] == variable) {
        factors[t] += factor;
        return this;
      }
    }
    if (terms == variables.length) {
      variables = Arrays.copyOf(variables, 2 * terms);
      factors = Arrays.copyOf(factors, 2 * terms);
    }
    variables[terms] = variable;
    factors[terms++] = factor;
    return this;
  }

  /**
   * Adds another one.
   *
   * @param other what is added
   * @param factor of it
   * @return this
   */
  public Expression add(Expression other, double factor) {
    constant += factor * other.constant;
    for (int t = 0; t < other.terms; t++) {
      add(other.variables[t], factor * other.factors[t]);
    }
    return this;
  }

  /**
   * Its value.
   *
   * @param x values of all variables
   * @return the sum
   */
  public double value(double[] x) {
    double sum = constant;
    for (int t = 0; t < terms; t++) {
      sum += factors[t] * x[variables[t]];
    }
    return sum;
  }

  /**
   * The least value that its variables' bounds let it have.
   *
   * @param program that they are of
   * @return not above any value
   */
  public double least(ConvexProgram program) {
    double sum = constant;
    for (int t = 0; t < terms; t++) {
      double f = factors[t];
      sum += f * (f > 0 ? program.low(variables[t]) : program.high(variables[t]));
    }
    return sum;
  }

  /**
   * The greatest value that its variables' bounds let it have.
   *
   * @param program that they are of
   * @return not below any value
   */
  public double greatest(ConvexProgram program) {
    double sum = constant;
    for (int t = 0; t < terms; t++) {
      double f = factors[t];
      sum += f * (f > 0 ? program.high(variables[t]) : program.low(variables[t]));
    }
    return sum;
  }

  /**
   * Adds it to what a program costs.
   *
   * @param program of its variables
   * @param usd USD per unit of it
   */
  public void addCost(ConvexProgram program, double usd) {
    program.cost(usd * constant);
    for (int t = 0; t < terms; t++) {
      program.cost(variables[t], usd * factors[t]);
    }
  }

  double constant() {
    return constant;
  }

  int terms() {
    return terms;
  }

  int variable(int term) {
    return variables[term];
  }

  double factor(int term) {
    return factors[term];
  }

  /** The factor of a variable; 0 of one that is not in it. */
  double factorOf(int variable) {
    for (int t = 0; t < terms; t++) {
      if (variables[t] == variable) {
        return factors[t];
      }
    }
    return 0;
  }

  /** Takes a variable out; returns its factor. */
  double take(int variable) {
    for (int t = 0; t < terms; t++) {
      if (variables[t] == variable) {
        double factor = factors[t];
        terms--;
        System.arraycopy(variables, t + 1, variables, t, terms - t);
        System.arraycopy(factors, t + 1, factors, t, terms - t);
        return factor;
      }
    }
    return 0;
  }

  /** Adds its factors, without the constant, to those of all variables. */
  void addTo(double[] sums, double factor) {
    for (int t = 0; t < terms; t++) {
      sums[variables[t]] += factor * factors[t];
    }
  }
}
