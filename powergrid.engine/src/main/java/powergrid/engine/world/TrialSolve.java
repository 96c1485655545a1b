package powergrid.engine.world;

import java.util.List;
import powergrid.api.environment.Contract;

/**
 * Examines contracts by solving the networks with them: each adds its power where the seller is
 * connected and takes it where the buyer is. Works on a solver of its own, so that nothing that
 * happens depends on what was examined.
 */
final class TrialSolve implements Admission {
  /** Severities up to this are a solver's tolerance. */
  private static final double TOLERANCE = 1e-6;

  private final List<Feeder> feeders;

  /** By agent: null for those that are not connected to a feeder behind a tie. */
  private final Trial[] trials;

  private final int[] nodes;
  private final Ledger ledger;

  TrialSolve(List<Feeder> feeders, List<GridActor> grids, Ledger ledger, int agents) {
    this.feeders = feeders;
    this.ledger = ledger;
    trials = new Trial[agents];
    nodes = new int[agents];
    for (GridActor grid : grids) {
      int node = grid.connectionNode();
      if (node >= 0) {
        nodes[grid.face().index()] = node;
        trials[grid.face().index()] = grid.feeder().trial();
      }
    }
  }

  @Override
  public boolean admits(int seller, int buyer, double mw) {
    for (int f = 0; f < feeders.size(); f++) { // an iterator would be an allocation
      Trial trial = feeders.get(f).trial();
      if (trial == trials[seller] || trial == trials[buyer]) {
        begin(trial);
        double before = trial.severity();
        begin(trial);
        add(trial, seller, mw);
        add(trial, buyer, -mw);
        double after = trial.severity();
        if (after > TOLERANCE && !(after <= before + TOLERANCE)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The state after the last step with all contracts of this one. */
  private void begin(Trial trial) {
    trial.begin();
    for (int i = 0; i < ledger.contracts().size(); i++) {
      Contract contract = ledger.contracts().get(i);
      add(trial, contract.seller(), contract.mw());
      add(trial, contract.buyer(), -contract.mw());
    }
  }

  private void add(Trial trial, int agent, double mw) {
    if (trials[agent] == trial) {
      trial.inject(nodes[agent], mw);
    }
  }
}
