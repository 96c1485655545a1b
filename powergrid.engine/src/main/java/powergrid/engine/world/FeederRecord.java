package powergrid.engine.world;

import powergrid.api.environment.FeederView;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;

/** A feeder as the last solve found it; holds api types only once its solver is let go. */
final class FeederRecord implements FeederView {
  private final Network network;
  private final Injections injections;
  private final Solution solution;

  /** Null once it is let go. */
  private Solver solver;

  /** Whether the solution has all currents that it will have. */
  private boolean complete = true;

  private boolean blackout;
  private double notServedMwh;
  private boolean settled = true;
  private int tapMoves;
  private int capacitorMoves;
  private int refusedClosings;

  FeederRecord(Network network, Solver solver) {
    this.network = network;
    this.solver = solver;
    injections = solver.injections();
    solution = solver.solution();
  }

  /** The solution has changed; without currents yet, unless there will be none. */
  void solved(boolean currentsToo) {
    complete = currentsToo;
  }

  void release() {
    solver = null;
  }

  void book(boolean dark, double mwh) {
    blackout = dark;
    notServedMwh = mwh;
  }

  void controls(boolean atRest, int taps, int capacitors) {
    settled = atRest;
    tapMoves = taps;
    capacitorMoves = capacitors;
  }

  void refused(int closings) {
    refusedClosings = closings;
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Injections injections() {
    return injections;
  }

  @Override
  public Solution solution() {
    return solution;
  }

  @Override
  public Solution flows() {
    if (!complete) {
      if (solver == null) {
        throw new IllegalStateException(
            "currents of "
                + network.name()
                + ": the environment has let go of its solver since the last step; ask before it"
                + " is closed or loses a plug-in");
      }
      solver.flows();
      complete = true;
    }
    return solution;
  }

  @Override
  public boolean blackout() {
    return blackout;
  }

  @Override
  public boolean settled() {
    return settled;
  }

  @Override
  public int tapMoves() {
    return tapMoves;
  }

  @Override
  public int capacitorMoves() {
    return capacitorMoves;
  }

  @Override
  public int refusedClosings() {
    return refusedClosings;
  }

  @Override
  public double notServedMwh() {
    return notServedMwh;
  }
}
