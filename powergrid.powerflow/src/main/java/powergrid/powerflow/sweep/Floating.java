package powergrid.powerflow.sweep;

import java.util.Arrays;
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
  private final Tree tree;
  private final boolean[] floats;
  private boolean any;

  Floating(PerUnit net, Tree tree) {
    this.net = net;
    this.tree = tree;
    floats = new boolean[net.buses()];
  }

  /** Finds them in the tree as it has grown. */
  void find() {
    Arrays.fill(floats, false);
    any = false;
    for (int k = tree.roots; k < tree.buses; k++) {
      int bus = tree.order[k];
      floats[bus] = floats[tree.parent[bus]];
      for (int i = tree.firstIncident(bus); i < tree.firstIncident(bus + 1); i++) {
        int e = tree.incident(i);
        if (net.coupled[e] && net.to[e] == bus && net.from[e] == tree.parent[bus]) {
          Transformer t = (Transformer) net.network.branches().get(e);
          floats[bus] = t.toWinding() == Winding.DELTA;
        }
      }
      any |= floats[bus];
    }
  }

  boolean at(int bus) {
    return floats[bus];
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
                + net.network.buses().get(i / 3).id()
                + " is behind a delta winding, without a ground to inject to; inject line to line");
      }
    }
  }
}
