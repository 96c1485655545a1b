package powergrid.powerflow.control;

import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.api.powerflow.Solution;

/**
 * A grid-forming source in an island that another one forms: by steady-state droop all of them have
 * one frequency, and so supply the same share of their ratings. It supplies nothing where it stands
 * by for the grid, or forms an island itself.
 */
final class SharingSource extends Unit {
  private final Network network;
  private final Supply supply;
  private final Solution solution;
  private final int index;
  private SharingSource[] all = {};

  SharingSource(Network network, int index, Supply supply, Solution solution) {
    super(nodes(network, index), false, network.sources().get(index).mva());
    this.network = network;
    this.index = index;
    this.supply = supply;
    this.solution = solution;
  }

  private static int[] nodes(Network network, int index) {
    int first = 3 * network.busIndex(network.sources().get(index).bus());
    return new int[] {first, first + 1, first + 2};
  }

  /** Says which others there are, itself included. */
  void among(SharingSource[] sharing) {
    all = sharing;
  }

  int index() {
    return index;
  }

  /** The source that forms its island, or −1 where it does not share. */
  private int leader() {
    int by = supply.source[supply.sourceBus(index)];
    return by < 0 || by == index || !network.sources().get(by).gridForming() ? -1 : by;
  }

  boolean shares() {
    return leader() >= 0;
  }

  /** Supplies nothing from now on if it does not share. */
  void look() {
    if (!shares()) {
      reset();
    }
  }

  @Override
  void want(double[] power) {
    int leader = leader();
    power[0] = 0;
    power[1] = 0;
    if (leader < 0) {
      return;
    }
    Source leading = network.sources().get(leader);
    double mw = solution.sourceMw(leader);
    double mvar = solution.sourceMvar(leader);
    double mva = leading.mva();
    for (SharingSource other : all) {
      if (other.leader() == leader) {
        mw += other.pMw();
        mvar += other.qMvar();
        mva += network.sources().get(other.index).mva();
      }
    }
    double share = network.sources().get(index).mva() / mva;
    power[0] = share * mw;
    power[1] = share * mvar;
  }
}
