package powergrid.powerflow.meshed;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.powerflow.model.PerUnit;

/**
 * Which phases of which buses have supply, and which sources supply: all that are not grid-forming,
 * then each grid-forming one whose bus is dark until then. A transformer's unit hands supply on
 * when both ends of one of its windings have it; a winding to a floating neutral needs a second one
 * for its current to return through.
 */
final class Energised {
  private final PerUnit net;
  private final Incidence incidence;
  private final int[] queue;
  private final boolean[] queued;
  private int head;
  private int waiting;

  /** By bus: phases with supply, as bits. */
  final int[] live;

  /** By source: whether it supplies; if not, it stands by. */
  final boolean[] supplies;

  Energised(PerUnit net, Incidence incidence) {
    this.net = net;
    this.incidence = incidence;
    live = new int[net.buses()];
    queue = new int[net.buses()];
    queued = new boolean[net.buses()];
    supplies = new boolean[net.network.sources().size()];
  }

  void find(boolean[] closed) {
    Arrays.fill(live, 0);
    Arrays.fill(supplies, false);
    List<Source> sources = net.network.sources();
    for (int i = 0; i < supplies.length; i++) {
      if (!sources.get(i).gridForming()) {
        supplies[i] = true;
        light(net.network.busIndex(sources.get(i).bus()), 7);
      }
    }
    spread(closed);
    for (int i = 0; i < supplies.length; i++) {
      int bus = net.network.busIndex(sources.get(i).bus());
      if (sources.get(i).gridForming() && live[bus] == 0) {
        supplies[i] = true;
        light(bus, 7);
        spread(closed);
      }
    }
  }

  private void light(int bus, int phases) {
    if ((live[bus] | phases) != live[bus]) {
      live[bus] |= phases;
      if (!queued[bus]) {
        queued[bus] = true;
        queue[(head + waiting++) % queue.length] = bus;
      }
    }
  }

  private void spread(boolean[] closed) {
    while (waiting > 0) {
      int bus = queue[head];
      head = (head + 1) % queue.length;
      waiting--;
      queued[bus] = false;
      for (int k = incidence.first(bus); k < incidence.first(bus + 1); k++) {
        int e = incidence.at(k);
        if (closed[e]) {
          cross(e);
        }
      }
    }
  }

  private void cross(int e) {
    if (net.network.branches().get(e) instanceof Transformer t) {
      light(net.to[e], handedOn(t, live[net.from[e]], true));
      light(net.from[e], handedOn(t, live[net.to[e]], false));
    } else {
      light(net.to[e], live[net.from[e]] & net.phases[e]);
      light(net.from[e], live[net.to[e]] & net.phases[e]);
    }
  }

  private static int handedOn(Transformer t, int lit, boolean forwards) {
    int handed = 0;
    int windings = 0;
    for (int unit = 0; unit < 3; unit++) {
      int near = forwards ? fromEnds(t, unit) : toEnds(t, unit);
      if (t.phases().has(unit) && (lit & near) == near) {
        handed |= forwards ? toEnds(t, unit) : fromEnds(t, unit);
        windings++;
      }
    }
    Winding near = forwards ? t.fromWinding() : t.toWinding();
    return near == Winding.WYE && windings < 2 ? 0 : handed;
  }

  /** Whether both windings of a unit have supply. */
  boolean energised(Transformer t, int branch, int unit) {
    int from = fromEnds(t, unit);
    int to = toEnds(t, unit);
    return t.phases().has(unit)
        && (live[net.from[branch]] & from) == from
        && (live[net.to[branch]] & to) == to;
  }

  private static int fromEnds(Transformer t, int unit) {
    return ends(t.fromStart(unit), t.fromFinish(unit));
  }

  private static int toEnds(Transformer t, int unit) {
    return ends(t.toStart(unit), t.toFinish(unit));
  }

  private static int ends(int start, int finish) {
    return 1 << start | (finish < 0 ? 0 : 1 << finish);
  }

  /** The phases that a branch other than a transformer carries, as bits. */
  int carried(int branch) {
    return net.phases[branch] & live[net.from[branch]] & live[net.to[branch]];
  }

  /** Whether a node, 3 · bus + phase, has supply. */
  boolean lit(int node) {
    return (live[node / 3] & 1 << node % 3) != 0;
  }
}
