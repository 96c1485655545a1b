package powergrid.powerflow.control;

import java.util.Arrays;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/**
 * Solves until the power of every unit is what it wants at the voltages found: the fixed point x ←
 * x + α (f(x) − x). From α = 0.5 on, Aitken's relaxation of vectors (Irons and Tuck, Int. J. Numer.
 * Methods Eng. 1, 1969) finds the α that would have ended the last two residuals; as soon as the
 * residual grows or swings without shrinking, α is halved instead, down to 0.05, and stays where it
 * is otherwise. Undamped, a volt-var curve whose slope times the network's is above one would
 * cycle; damped by α, one above 2 / α − 1 would, and where it saturates its residual keeps its
 * size.
 *
 * <p>The last step goes all the way, so that units end with a power that they asked for, within
 * their limits to the last bit, and the solution is the one with it.
 */
final class FixedPoint {
  private static final double ALPHA = 0.5;
  private static final double LEAST_ALPHA = 0.05;

  /** Of a unit's rating. */
  private static final double TOLERANCE = 1e-4;

  private static final int MOST_ITERATIONS = 400;

  private final Solver solver;
  private Unit[] units = {};

  FixedPoint(Solver solver) {
    this.solver = solver;
  }

  void add(Unit unit) {
    units = Arrays.copyOf(units, units.length + 1);
    units[units.length - 1] = unit;
  }

  Unit[] units() {
    return units;
  }

  /** Takes the injections as they are without the units. */
  void begin() {
    for (Unit unit : units) {
      unit.lift(solver.injections());
    }
  }

  /** Gives the injections back as they were. */
  void end() {
    for (Unit unit : units) {
      unit.drop(solver.injections());
    }
  }

  Status solve() {
    if (units.length == 0) {
      return solver.solve();
    }
    double alpha = ALPHA;
    double previous = Double.POSITIVE_INFINITY;
    double near = TOLERANCE;
    boolean exact = false;
    boolean careful = false;
    double taken = ALPHA;
    for (int iteration = 1; true; iteration++) {
      inject();
      Status status = solver.solve();
      if (status == Status.DIVERGED) {
        reset();
        return status;
      }
      double residual = residual();
      if (residual == 0 || (residual <= TOLERANCE && exact)) {
        return status;
      }
      near = exact ? near / 4 : near;
      exact = residual <= near;
      if (iteration == MOST_ITERATIONS) {
        return Status.UNSETTLED;
      }
      // one that does not swing shrinks by α or, where curves help each other, by less
      if (residual > previous || (swings() && residual > (1 - alpha / 2) * previous)) {
        careful = true;
        alpha = Math.max(LEAST_ALPHA, alpha / 2);
      } else if (!careful && iteration > 1) {
        alpha = Math.max(LEAST_ALPHA, Math.min(1, taken * relaxation()));
      }
      previous = residual;
      taken = exact ? 1 : alpha;
      for (Unit unit : units) {
        unit.approach(taken);
      }
    }
  }

  /** Lets all units start from nothing. */
  void reset() {
    for (Unit unit : units) {
      unit.reset();
    }
  }

  private double residual() {
    double greatest = 0;
    for (Unit unit : units) {
      greatest = Math.max(greatest, unit.residual());
    }
    return greatest;
  }

  /** By what factor the step before should have been longer. */
  private double relaxation() {
    double shrunk = 0;
    double moved = 0;
    for (Unit unit : units) {
      shrunk += unit.before() - unit.along();
      moved += unit.before() - 2 * unit.along() + unit.now();
    }
    return moved > 0 ? shrunk / moved : 1;
  }

  /** Whether the units, all in all, want to go back where they came from. */
  private boolean swings() {
    double along = 0;
    for (Unit unit : units) {
      along += unit.along();
    }
    return along < 0;
  }

  private void inject() {
    Injections injections = solver.injections();
    for (Unit unit : units) {
      unit.drop(injections);
    }
    for (Unit unit : units) {
      unit.add(injections);
    }
  }
}
