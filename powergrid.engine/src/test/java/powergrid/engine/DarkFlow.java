package powergrid.engine;

import java.util.Optional;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.sweep.RadialSweep;

/** A power flow that finds no solution when told so. */
final class DarkFlow implements PowerFlow {
  private final RadialSweep sweep = new RadialSweep();
  private boolean unsolvable;
  private boolean untilFlat;
  private int solves;
  private int flows;

  void unsolvable(boolean value) {
    unsolvable = value;
  }

  void unsolvableUntilFlat() {
    untilFlat = true;
    solves = 0;
  }

  /** How often currents were worked out. */
  int flows() {
    return flows;
  }

  int solvesInLastStep() {
    return solves;
  }

  @Override
  public Optional<String> refuses(Network network) {
    return sweep.refuses(network);
  }

  @Override
  public Solver prepare(Network network) {
    Solver inner = sweep.prepare(network);
    return new Solver() {
      @Override
      public Injections injections() {
        return inner.injections();
      }

      @Override
      public Solution solution() {
        return inner.solution();
      }

      @Override
      public void flatStart() {
        untilFlat = false;
        inner.flatStart();
      }

      @Override
      public Status solve() {
        solves++;
        if (unsolvable || untilFlat) {
          inner.solution().re()[5] = 1e9;
          return Status.DIVERGED;
        }
        return inner.solve();
      }

      @Override
      public void flows() {
        flows++;
        inner.flows();
      }
    };
  }
}
