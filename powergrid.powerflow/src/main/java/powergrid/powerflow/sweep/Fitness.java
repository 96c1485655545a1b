package powergrid.powerflow.sweep;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.SymmetricMatrix;
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
    return obstacle == null ? grounds(tree) : obstacle;
  }

  /** What is connected to ground behind a delta winding. */
  private String grounds(Tree tree) {
    Floating floating = new Floating(net, tree);
    floating.find();
    for (int e = 0; e < network.branches().size(); e++) {
      Branch branch = network.branches().get(e);
      boolean grounded =
          branch instanceof Line line && !line.bSiemens().equals(SymmetricMatrix.ZERO)
              || branch instanceof Transformer t && t.fromWinding() == Winding.GROUNDED_WYE;
      if (grounded && floating.at(net.from[e])) {
        return grounded("branch " + branch.id(), branch.from());
      }
    }
    for (Load load : network.loads()) {
      if (load.connection() == Connection.WYE && floats(floating, load.bus())) {
        return grounded("load " + load.id(), load.bus());
      }
    }
    for (Capacitor capacitor : network.capacitors()) {
      if (capacitor.connection() == Connection.WYE && floats(floating, capacitor.bus())) {
        return grounded("capacitor " + capacitor.id(), capacitor.bus());
      }
    }
    for (Generator generator : network.generators()) {
      if (floats(floating, generator.bus())) {
        return grounded("generator " + generator.id(), generator.bus());
      }
    }
    return null;
  }

  private boolean floats(Floating floating, String bus) {
    return floating.at(network.busIndex(bus));
  }

  private static String grounded(String what, String bus) {
    return what
        + " is connected to ground at bus "
        + bus
        + ", behind a delta winding; the radial sweep needs such a section without ground";
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
    return wyes && t.clock() == 0
        || t.phases() == Phases.ABC
            && (wyes || t.fromWinding() == Winding.DELTA && t.toWinding() != Winding.WYE);
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
