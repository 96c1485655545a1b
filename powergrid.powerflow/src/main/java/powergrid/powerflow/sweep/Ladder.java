package powergrid.powerflow.sweep;

import java.util.Arrays;
import powergrid.powerflow.model.Demand;
import powergrid.powerflow.model.Phasors;

/** An iteration of the ladder method: currents drawn, backward sweep, forward sweep. */
final class Ladder {
  private final Demand demand;
  private final Sweep sweep;

  /** What it works on. */
  final Phasors x;

  Ladder(Demand demand, Sweep sweep, Phasors x) {
    this.demand = demand;
    this.sweep = sweep;
    this.x = x;
  }

  /**
   * Sweeps once.
   *
   * @return the greatest change of a voltage, squared
   */
  double sweep() {
    Arrays.fill(x.i, 0, 2 * demand.nodes(), 0);
    demand.draw(x);
    sweep.backward();
    return sweep.forward();
  }
}
