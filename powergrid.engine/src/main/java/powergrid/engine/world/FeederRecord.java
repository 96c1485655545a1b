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

  FeederRecord(Network network, Solution solution) {
    this.network = network;
    this.solution = solution;
  }

  void book(boolean dark, double mwh) {
    blackout = dark;
    notServedMwh = mwh;
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
  public double notServedMwh() {
    return notServedMwh;
  }
}
