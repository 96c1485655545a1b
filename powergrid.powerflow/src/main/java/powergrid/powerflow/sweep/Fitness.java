package powergrid.powerflow.sweep;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;
import powergrid.powerflow.model.Elements;
import powergrid.powerflow.model.PerUnit;

/** Whether the radial sweep fits a network; if not, which element is at fault. */
final class Fitness {
  private final Network network;
  private final PerUnit net;

  private Fitness(Network network) {
    this.network = network;
    this.net = new PerUnit(network);
  }

  /**
   * Looks for the first element that the sweep cannot deal with.
   *
   * @return null if there is none
   */
  static String obstacle(Network network) {
    String obstacle = Elements.fault(network);
    if (obstacle == null) {
      obstacle = Elements.beyondThreePhases(network);
    }
    if (obstacle != null) {
      return obstacle;
    }
    Fitness fitness = new Fitness(network);
    obstacle = fitness.windings();
    if (obstacle == null) {
      obstacle = fitness.shape();
    }
    return obstacle == null ? fitness.unreachable() : obstacle;
  }

  private String shape() {
    Tree tree = new Tree(net);
    String obstacle = tree.grow(new Injections(network).closed());
    return obstacle == null ? new Floating(net, tree).find() : obstacle;
  }

  private String windings() {
    for (Branch branch : network.branches()) {
      if (branch instanceof Transformer t && !sweepable(t)) {
        return "branch "
            + t.id()
            + " has windings "
            + t.fromWinding()
            + " and "
            + t.toWinding()
            + " on phases "
            + t.phases()
            + "; the radial sweep needs GROUNDED_WYE on both sides, or DELTA to GROUNDED_WYE or"
            + " DELTA on all phases";
      }
    }
    return null;
  }

  private static boolean sweepable(Transformer t) {
    boolean wyes = t.fromWinding() == Winding.GROUNDED_WYE && t.toWinding() == Winding.GROUNDED_WYE;
    boolean fromDelta = t.fromWinding() == Winding.DELTA && t.toWinding() != Winding.WYE;
    return (wyes && t.clock() == 0) || (t.phases() == Phases.ABC && (wyes || fromDelta));
  }

  /**
   * A phase that no position of the switches would supply is a mistake; others may wait for one.
   */
  private String unreachable() {
    int[] reached = new Tree(net).reachable();
    for (int i = 0; i < reached.length; i++) {
      Bus bus = network.buses().get(i);
      int missing = bus.phases().bits() & ~reached[i];
      if (missing != 0) {
        return "bus "
            + bus.id()
            + " has no path to a source for phase "
            + Phases.ofBits(missing)
            + ", whatever the switches' positions";
      }
    }
    return null;
  }
}
