package powergrid.testkit;

import java.util.Arrays;
import powergrid.api.environment.FeederView;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/** A network's outcome, as a test has it. */
public final class FakeFeeder implements FeederView {
  private final Network network;
  private final Injections injections;
  private final Solution solution;
  private boolean blackout;
  private double notServedMwh;
  private int tapMoves;
  private int capacitorMoves;

  FakeFeeder(Network network) {
    this.network = network;
    injections = new Injections(network);
    solution = new Solution(network);
    for (Bus bus : network.buses()) {
      for (int phase = 0; phase < 3; phase++) {
        voltage(bus.id(), phase, 1);
      }
    }
  }

  /**
   * Sets a voltage, without turning it: the phases are 120 degrees apart.
   *
   * @param bus of the network
   * @param phase 0 to 2
   * @param pu magnitude
   * @return this
   */
  public FakeFeeder voltage(String bus, int phase, double pu) {
    return voltage(bus, phase, pu, -120 * phase);
  }

  /**
   * Sets a voltage.
   *
   * @param bus of the network
   * @param phase 0 to 2
   * @param pu magnitude
   * @param angleDeg its angle
   * @return this
   */
  public FakeFeeder voltage(String bus, int phase, double pu, double angleDeg) {
    int node = 3 * network.busIndex(bus) + phase;
    solution.re()[node] = pu * Math.cos(Math.toRadians(angleDeg));
    solution.im()[node] = pu * Math.sin(Math.toRadians(angleDeg));
    return this;
  }

  /**
   * Sets the current into a branch's from end.
   *
   * @param branch its id
   * @param phase 0 to 2
   * @param ampere magnitude
   * @return this
   */
  public FakeFeeder current(String branch, int phase, double ampere) {
    for (int e = 0; e < network.branches().size(); e++) {
      if (network.branches().get(e).id().equals(branch)) {
        solution.currentRe()[3 * e + phase] = ampere;
        return this;
      }
    }
    throw new IllegalArgumentException("no branch " + branch + " in " + network.name());
  }

  /**
   * Sets the totals.
   *
   * @param sourceMw supplied by the first source, in equal parts on its phases
   * @param lossesMw lost in branches
   * @return this
   */
  public FakeFeeder power(double sourceMw, double lossesMw) {
    solution.totals(sourceMw, 0, sourceMw - lossesMw, 0, lossesMw, 0);
    Arrays.fill(solution.sourcesMw(), 0, 3, sourceMw / 3);
    return this;
  }

  /**
   * Has a blackout.
   *
   * @param mwh not served
   * @return this
   */
  public FakeFeeder black(double mwh) {
    blackout = true;
    notServedMwh = mwh;
    return this;
  }

  /**
   * Has taps and capacitors move.
   *
   * @param taps steps of single phases
   * @param capacitors how often they switched
   * @return this
   */
  public FakeFeeder moves(int taps, int capacitors) {
    tapMoves = taps;
    capacitorMoves = capacitors;
    return this;
  }

  @Override
  public boolean settled() {
    return true;
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
    return 0;
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
