package powergrid.powerflow.meshed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.powerflow.model.PerUnit;

/**
 * Sections that nothing holds to ground, such as those behind delta windings: what is common to
 * their phases' voltages is not defined by the network. Ground is reached through sources, charged
 * lines, capacitors in wye and grounded-wye windings with a delta beside them or with a no-load
 * admittance; two grounded-wye windings hold one side no more than the other.
 */
final class Floating {
  private final PerUnit net;
  private final Energised energised;
  private final int[] section;
  private final int ground;

  Floating(PerUnit net, Energised energised) {
    this.net = net;
    this.energised = energised;
    ground = 3 * net.buses();
    section = new int[ground + 1];
  }

  /**
   * Finds the sections.
   *
   * @param closed by branch
   * @param on by capacitor
   * @return for each section, its nodes at that of its buses where it has the most, as 3 · bus +
   *     phase
   */
  List<int[]> find(boolean[] closed, boolean[] on) {
    Arrays.setAll(section, node -> node);
    for (int e = 0; e < net.branches(); e++) {
      if (closed[e]) {
        connect(e);
      }
    }
    List<Source> sources = net.network.sources();
    for (int i = 0; i < energised.supplies.length; i++) {
      for (int phase = 0; energised.supplies[i] && phase < 3; phase++) {
        union(3 * net.network.busIndex(sources.get(i).bus()) + phase, ground);
      }
    }
    for (int i = 0; i < on.length; i++) {
      Capacitor c = net.network.capacitors().get(i);
      for (int phase = 0; on[i] && phase < 3; phase++) {
        if (c.mvar().get(phase) != 0) {
          int first = 3 * net.network.busIndex(c.bus());
          boolean wye = c.connection() == Connection.WYE;
          union(first + phase, wye ? ground : first + (phase + 1) % 3);
        }
      }
    }
    return widest();
  }

  private void connect(int e) {
    Branch branch = net.network.branches().get(e);
    if (branch instanceof Transformer t) {
      int neighbourFrom = -1;
      int neighbourTo = -1;
      for (int unit = 0; unit < 3; unit++) {
        if (energised.energised(t, e, unit)) {
          int from = 3 * net.from[e];
          int to = 3 * net.to[e];
          boolean summing = t.fromWinding() == Winding.WYE || t.toWinding() == Winding.WYE;
          winding(from, t.fromStart(unit), t.fromFinish(unit), summing ? neighbourFrom : -1);
          winding(to, t.toStart(unit), t.toFinish(unit), summing ? neighbourTo : -1);
          neighbourFrom = from + t.fromStart(unit);
          neighbourTo = to + t.toStart(unit);
          across(t, neighbourFrom, neighbourTo);
        }
      }
    } else {
      int carried = energised.carried(e);
      boolean charged = branch instanceof Line && charged(e);
      for (int phase = 0; phase < 3; phase++) {
        if ((carried & 1 << phase) != 0) {
          union(3 * net.from[e] + phase, 3 * net.to[e] + phase);
          if (charged) {
            union(3 * net.from[e] + phase, ground);
          }
        }
      }
    }
  }

  /**
   * A delta winding joins two phases. A floating neutral makes the units' currents add up to zero
   * on both sides, and so joins their phases.
   */
  private void winding(int bus, int start, int finish, int neighbour) {
    if (finish >= 0) {
      union(bus + start, bus + finish);
    } else if (neighbour >= 0) {
      union(bus + start, neighbour);
    }
  }

  private void across(Transformer t, int from, int to) {
    boolean fromGrounded = t.fromWinding() == Winding.GROUNDED_WYE;
    boolean toGrounded = t.toWinding() == Winding.GROUNDED_WYE;
    boolean noLoad = t.gPu() != 0 || t.bPu() != 0;
    if (fromGrounded && toGrounded) {
      union(from, to);
    }
    if (fromGrounded && (noLoad || t.toWinding() == Winding.DELTA)) {
      union(from, ground);
    }
    if (toGrounded && (noLoad || t.fromWinding() == Winding.DELTA)) {
      union(to, ground);
    }
  }

  private boolean charged(int branch) {
    for (int k = 6 * branch; k < 6 * branch + 6; k++) {
      if (net.halfB[k] != 0) {
        return true;
      }
    }
    return false;
  }

  private List<int[]> widest() {
    int[][] best = new int[section.length][];
    for (int bus = 0; bus < net.buses(); bus++) {
      for (int phase = 0; phase < 3; phase++) {
        int at = find(3 * bus + phase);
        if (energised.lit(3 * bus + phase) && at != find(ground)) {
          int[] nodes = members(bus, at);
          if (best[at] == null || nodes.length > best[at].length) {
            best[at] = nodes;
          }
        }
      }
    }
    List<int[]> found = new ArrayList<>();
    for (int[] nodes : best) {
      if (nodes != null) {
        found.add(nodes);
      }
    }
    return found;
  }

  private int[] members(int bus, int at) {
    int[] nodes = new int[3];
    int n = 0;
    for (int node = 3 * bus; node < 3 * bus + 3; node++) {
      if (energised.lit(node) && find(node) == at) {
        nodes[n++] = node;
      }
    }
    return Arrays.copyOf(nodes, n);
  }

  /** Whether two nodes are of one section, after a search. */
  boolean together(int node, int other) {
    return find(node) == find(other);
  }

  private void union(int node, int other) {
    section[find(node)] = find(other);
  }

  private int find(int node) {
    int at = node;
    while (section[at] != at) {
      section[at] = section[section[at]];
      at = section[at];
    }
    return at;
  }
}
