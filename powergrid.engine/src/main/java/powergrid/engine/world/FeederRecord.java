package powergrid.engine.world;

import powergrid.api.environment.FeederView;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/** A feeder as the last solve found it; holds api types only. */
final class FeederRecord implements FeederView {
  private final Network network;
  private final Solution solution;
  private boolean blackout;
  private double notServedMwh;
  private boolean settled = true;
  private int tapMoves;
  private int capacitorMoves;
  private int refusedClosings;

  FeederRecord(Network network, Solution solution) {
    this.network = network;
    this.solution = solution;
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
  public Solution solution() {
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
