package powergrid.powerflow.meshed;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.powerflow.model.PerUnit;

/**
 * Which phases of which buses have supply, and which sources supply: all that are not grid-forming,
 * then each grid-forming one whose bus is dark until then.
 */
final class Energised {
  private final PerUnit net;

  /** By bus: phases with supply, as bits. */
  final int[] live;

  /** By source: whether it supplies; if not, it stands by. */
  final boolean[] supplies;

  Energised(PerUnit net) {
    this.net = net;
    live = new int[net.buses()];
    supplies = new boolean[net.network.sources().size()];
  }

  void find(boolean[] closed) {
    Arrays.fill(live, 0);
    Arrays.fill(supplies, false);
    List<Source> sources = net.network.sources();
    for (int i = 0; i < supplies.length; i++) {
      if (!sources.get(i).gridForming()) {
        supplies[i] = true;
        live[net.network.busIndex(sources.get(i).bus())] = 7;
      }
    }
    spread(closed);
    for (int i = 0; i < supplies.length; i++) {
      int bus = net.network.busIndex(sources.get(i).bus());
      if (sources.get(i).gridForming() && live[bus] != 7) {
        supplies[i] = true;
        live[bus] = 7;
        spread(closed);
      }
    }
  }

  private void spread(boolean[] closed) {
    for (boolean grown = true; grown; ) {
      grown = false;
      for (int e = 0; e < net.branches(); e++) {
        if (closed[e]) {
          int from = live[net.from[e]];
          int to = live[net.to[e]];
          live[net.from[e]] |= across(e, to, false);
          live[net.to[e]] |= across(e, from, true);
          grown |= live[net.from[e]] != from || live[net.to[e]] != to;
        }
      }
    }
  }

  /** The phases that a branch supplies at one end, from what has supply at the other. */
  private int across(int e, int bits, boolean forwards) {
    Branch branch = net.network.branches().get(e);
    if (!(branch instanceof Transformer t)) {
      return bits & net.phases[e];
    }
    int supplied = 0;
    for (int unit = 0; unit < 3; unit++) {
      if (t.phases().has(unit)) {
        int from = ends(t.fromStart(unit), t.fromFinish(unit));
        int to = ends(t.toStart(unit), t.toFinish(unit));
        int near = forwards ? from : to;
        if ((bits & near) == near) {
          supplied |= forwards ? to : from;
        }
      }
    }
    return supplied;
  }

  private static int ends(int start, int finish) {
    return 1 << start | (finish < 0 ? 0 : 1 << finish);
  }
}
