package powergrid.powerflow.sweep;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;
import powergrid.powerflow.model.PerUnit;

/**
 * The buses behind delta–delta transformers, where nothing may be connected to ground: the sweep
 * takes what is common to their phases to be zero, which holds while no current flows to ground.
 */
final class Floating {
  private final PerUnit net;
  private final Network network;
  private final Tree tree;
  private final boolean[] floats;
  private boolean any;

  Floating(PerUnit net, Tree tree) {
    this.net = net;
    this.network = net.network;
    this.tree = tree;
    floats = new boolean[net.buses()];
  }

  /**
   * Finds them in the tree as it has grown.
   *
   * @return null, or what is connected to ground there
   */
  String find() {
    Arrays.fill(floats, false);
    any = false;
    for (int k = tree.roots; k < tree.buses; k++) {
      int bus = tree.order[k];
      floats[bus] = floats[tree.parent[bus]];
      for (int i = tree.firstIncident(bus); i < tree.firstIncident(bus + 1); i++) {
        int e = tree.incident(i);
        if (net.coupled[e] && net.to[e] == bus && net.from[e] == tree.parent[bus]) {
          Transformer t = (Transformer) network.branches().get(e);
          floats[bus] = t.toWinding() == Winding.DELTA;
        }
      }
      any |= floats[bus];
    }
    return any ? grounded() : null;
  }

  private String grounded() {
    List<Branch> branches = network.branches();
    for (int e = 0; e < branches.size(); e++) { // an iterator would be an allocation
      Branch branch = branches.get(e);
      boolean grounded =
          (branch instanceof Line line && !line.bSiemens().equals(SymmetricMatrix.ZERO))
              || (branch instanceof Transformer t && t.fromWinding() == Winding.GROUNDED_WYE)
              || branch instanceof Regulator;
      if (grounded && floats[net.from[e]]) {
        return grounded("branch ", branch.id(), branch.from());
      }
    }
    List<Load> loads = network.loads();
    for (int i = 0; i < loads.size(); i++) {
      Load load = loads.get(i);
      if (load.connection() == Connection.WYE && at(load.bus())) {
        return grounded("load ", load.id(), load.bus());
      }
    }
    List<Capacitor> capacitors = network.capacitors();
    for (int i = 0; i < capacitors.size(); i++) {
      Capacitor capacitor = capacitors.get(i);
      if (capacitor.connection() == Connection.WYE && at(capacitor.bus())) {
        return grounded("capacitor ", capacitor.id(), capacitor.bus());
      }
    }
    List<Generator> generators = network.generators();
    for (int i = 0; i < generators.size(); i++) {
      Generator generator = generators.get(i);
      if (at(generator.bus())) {
        return grounded("generator ", generator.id(), generator.bus());
      }
    }
    return null;
  }

  private boolean at(String bus) {
    return floats[network.busIndex(bus)];
  }

  private static String grounded(String kind, String id, String bus) {
    return kind
        + id
        + " is connected to ground at bus "
        + bus
        + ", behind a delta winding; the radial sweep needs such a section without ground";
  }

  /** Refuses power injected to ground where nothing is grounded. */
  void check(Injections injections) {
    if (!any) {
      return;
    }
    for (int i = 0; i < injections.pMw().length; i++) {
      if (floats[i / 3] && (injections.pMw()[i] != 0 || injections.qMvar()[i] != 0)) {
        throw new IllegalStateException(
            "bus "
                + network.buses().get(i / 3).id()
                + " is behind a delta winding, without a ground to inject to; inject line to line");
      }
    }
  }
}
