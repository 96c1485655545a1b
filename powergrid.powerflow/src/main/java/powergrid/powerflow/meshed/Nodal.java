package powergrid.powerflow.meshed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.model.PerUnit;

/**
 * The nodal equations of a network as it is switched, {@code Y V = −I} with I the currents drawn.
 * Unknown are the voltages of the nodes that stand for others; those of sources are given.
 */
final class Nodal {
  /** A reactor from the neutral point of a section without ground, pu: 1 var at nominal voltage. */
  private static final double GROUNDING = 1e-6;

  private final PerUnit net;
  private final Energised energised;
  private final Joined joined;
  private final boolean[] ideal;
  private final Primitive primitive;

  /** By 3 · bus + phase: the group that it belongs to, or −1 without supply; see {@link #known}. */
  final int[] group;

  /** By 3 · bus + phase: its voltage over that of its group. */
  final double[] factor;

  /** How many groups there are: unknown ones first, in the order of elimination. */
  int groups;

  /** How many groups are unknown. */
  int unknown;

  /** By group, real and imaginary parts: voltages of sources; zero for unknown groups. */
  double[] known = {};

  /** By group: the source whose phase it is, as 3 · source + phase; −1 for an unknown group. */
  int[] sourcePhase = {};

  /** The factorised part of the matrix. */
  Factors factors;

  /** Rows of the matrix by group: columns and entries, all groups. */
  int[][] columns = {};

  double[][] entries = {};

  Nodal(PerUnit net) {
    this.net = net;
    energised = new Energised(net);
    joined = new Joined(net);
    primitive = new Primitive(net);
    ideal = new boolean[net.branches()];
    for (int e = 0; e < ideal.length; e++) {
      ideal[e] = Primitive.ideal(net, e);
    }
    group = new int[3 * net.buses()];
    factor = joined.factor;
  }

  Energised energised() {
    return energised;
  }

  Joined joined() {
    return joined;
  }

  boolean ideal(int branch) {
    return ideal[branch];
  }

  /**
   * Sets the equations up.
   *
   * @return null, or why that cannot be done
   */
  String build(boolean[] closed, boolean[] on, int[] taps) {
    energised.find(closed);
    String obstacle = joined.join(ideal, closed, energised.live, taps);
    if (obstacle == null) {
      obstacle = numberSources();
    }
    if (obstacle != null) {
      return obstacle;
    }
    List<Map<Integer, double[]>> rows = new ArrayList<>();
    Map<Integer, Integer> place = new HashMap<>();
    collect(rows, place);
    obstacle = stamp(rows, place, closed, taps);
    if (obstacle != null) {
      return obstacle;
    }
    capacitors(rows, place, on);
    ground(rows, place, closed, on);
    order(rows, place);
    return factors.factorise() ? null : "the network's equations are singular";
  }

  private final Map<Integer, Integer> sourceOfRoot = new HashMap<>();

  private String numberSources() {
    sourceOfRoot.clear();
    List<Source> sources = net.network.sources();
    for (int i = 0; i < sources.size(); i++) {
      for (int phase = 0; energised.supplies[i] && phase < 3; phase++) {
        int node = 3 * net.network.busIndex(sources.get(i).bus()) + phase;
        Integer other = sourceOfRoot.put(joined.root[node], 3 * i + phase);
        if (other != null) {
          return "sources "
              + sources.get(other / 3).id()
              + " and "
              + sources.get(i).id()
              + " are joined without an impedance between them";
        }
      }
    }
    return null;
  }

  private boolean live(int node) {
    return (energised.live[node / 3] & 1 << node % 3) != 0;
  }

  private void collect(List<Map<Integer, double[]>> rows, Map<Integer, Integer> place) {
    for (int node = 0; node < group.length; node++) {
      if (live(node) && place.putIfAbsent(joined.root[node], rows.size()) == null) {
        rows.add(new HashMap<>());
      }
    }
  }

  private String stamp(
      List<Map<Integer, double[]>> rows,
      Map<Integer, Integer> place,
      boolean[] closed,
      int[] taps) {
    for (int e = 0; e < net.branches(); e++) {
      if (!closed[e] || ideal[e]) {
        continue;
      }
      int carried = net.phases[e] & energised.live[net.from[e]] & energised.live[net.to[e]];
      boolean transformer = net.network.branches().get(e) instanceof Transformer;
      if (carried == 0 && !transformer) {
        continue;
      }
      if (!primitive.of(e, carried, taps)) {
        return "branch "
            + net.network.branches().get(e).id()
            + " has impedances that cannot be inverted; all or none of its phases need one";
      }
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          double yr = primitive.yRe[6 * i + j];
          double yi = primitive.yIm[6 * i + j];
          if (yr != 0 || yi != 0) {
            add(rows, place, terminal(e, i), terminal(e, j), yr, yi);
          }
        }
      }
    }
    return null;
  }

  private int terminal(int branch, int terminal) {
    return 3 * (terminal < 3 ? net.from[branch] : net.to[branch]) + terminal % 3;
  }

  private void add(
      List<Map<Integer, double[]>> rows,
      Map<Integer, Integer> place,
      int i,
      int j,
      double yr,
      double yi) {
    if (live(i) && live(j)) {
      double both = joined.factor[i] * joined.factor[j];
      double[] entry =
          rows.get(place.get(joined.root[i]))
              .computeIfAbsent(place.get(joined.root[j]), k -> new double[2]);
      entry[0] += both * yr;
      entry[1] += both * yi;
    }
  }

  private void capacitors(
      List<Map<Integer, double[]>> rows, Map<Integer, Integer> place, boolean[] on) {
    for (int i = 0; i < on.length; i++) {
      Capacitor c = net.network.capacitors().get(i);
      int first = 3 * net.network.busIndex(c.bus());
      boolean wye = c.connection() == Connection.WYE;
      for (int phase = 0; on[i] && phase < 3; phase++) {
        double b = c.mvar().get(phase) / (wye ? 1 : 3);
        int next = first + (phase + 1) % 3;
        if (b != 0 && wye) {
          add(rows, place, first + phase, first + phase, 0, b);
        } else if (b != 0 && live(first + phase) && live(next)) {
          add(rows, place, first + phase, first + phase, 0, b);
          add(rows, place, next, next, 0, b);
          add(rows, place, first + phase, next, 0, -b);
          add(rows, place, next, first + phase, 0, -b);
        }
      }
    }
  }

  /** Adds what capacitors draw at the voltages of a solution, pu. */
  void drawOfCapacitors(boolean[] on, Solution s, double[] re, double[] im) {
    for (int i = 0; i < on.length; i++) {
      Capacitor c = net.network.capacitors().get(i);
      int first = 3 * net.network.busIndex(c.bus());
      boolean wye = c.connection() == Connection.WYE;
      for (int phase = 0; on[i] && phase < 3; phase++) {
        double b = c.mvar().get(phase) / (wye ? 1 : 3);
        int a = first + phase;
        int next = first + (phase + 1) % 3;
        if (b != 0 && live(a) && (wye || live(next))) {
          double ur = s.re()[a] - (wye ? 0 : s.re()[next]);
          double ui = s.im()[a] - (wye ? 0 : s.im()[next]);
          re[a] -= b * ui;
          im[a] += b * ur;
          re[next] += wye ? 0 : b * ui;
          im[next] -= wye ? 0 : b * ur;
        }
      }
    }
  }

  /** Holds sections that nothing connects to ground. */
  private void ground(
      List<Map<Integer, double[]>> rows,
      Map<Integer, Integer> place,
      boolean[] closed,
      boolean[] on) {
    int[] section = new int[net.buses()];
    Arrays.setAll(section, bus -> bus);
    boolean[] grounded = new boolean[net.buses()];
    for (int e = 0; e < net.branches(); e++) {
      Branch branch = net.network.branches().get(e);
      if (!closed[e]) {
        continue;
      }
      if (branch instanceof Transformer t) {
        grounded[net.from[e]] |= t.fromWinding() == Winding.GROUNDED_WYE;
        grounded[net.to[e]] |= t.toWinding() == Winding.GROUNDED_WYE;
      } else {
        section[find(section, net.from[e])] = find(section, net.to[e]);
        grounded[net.from[e]] |= branch instanceof Line && charged(e);
      }
    }
    for (int i = 0; i < energised.supplies.length; i++) {
      int bus = net.network.busIndex(net.network.sources().get(i).bus());
      grounded[bus] |= energised.supplies[i];
    }
    for (int i = 0; i < on.length; i++) {
      Capacitor c = net.network.capacitors().get(i);
      grounded[net.network.busIndex(c.bus())] |= on[i] && c.connection() == Connection.WYE;
    }
    for (int bus = 0; bus < section.length; bus++) {
      grounded[find(section, bus)] |= grounded[bus];
    }
    for (int bus = 0; bus < section.length; bus++) {
      int at = find(section, bus);
      if (!grounded[at] && energised.live[bus] != 0) {
        hold(rows, place, bus);
        grounded[at] = true; // held at one bus
      }
    }
  }

  /** The reactor carries what is common to the phases, and so no current where that is zero. */
  private void hold(List<Map<Integer, double[]>> rows, Map<Integer, Integer> place, int bus) {
    double share = GROUNDING / Integer.bitCount(energised.live[bus]);
    for (int i = 3 * bus; i < 3 * bus + 3; i++) {
      for (int j = 3 * bus; j < 3 * bus + 3; j++) {
        add(rows, place, i, j, 0, -share);
      }
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

  private static int find(int[] section, int bus) {
    int at = bus;
    while (section[at] != at) {
      section[at] = section[section[at]];
      at = section[at];
    }
    return at;
  }

  /** Numbers the groups, unknown ones first so that factorising fills in little. */
  private void order(List<Map<Integer, double[]>> rows, Map<Integer, Integer> place) {
    groups = rows.size();
    int[] fixed = new int[groups];
    Arrays.fill(fixed, -1);
    place.forEach((root, at) -> fixed[at] = sourceOfRoot.getOrDefault(root, -1));
    int[] free = new int[groups];
    Arrays.fill(free, -1);
    int[] at = new int[groups];
    unknown = 0;
    for (int k = 0; k < groups; k++) {
      if (fixed[k] < 0) {
        at[unknown] = k;
        free[k] = unknown++;
      }
    }
    List<Set<Integer>> neighbours = new ArrayList<>();
    for (int k = 0; k < unknown; k++) {
      Set<Integer> of = new HashSet<>();
      for (int column : rows.get(at[k]).keySet()) {
        if (free[column] >= 0 && free[column] != k) {
          of.add(free[column]);
        }
      }
      neighbours.add(of);
    }
    int[] order = Pattern.leastDegree(neighbours);
    int[] number = new int[groups];
    for (int k = 0; k < unknown; k++) {
      number[at[order[k]]] = k;
    }
    known = new double[2 * groups];
    sourcePhase = new int[groups];
    Arrays.fill(sourcePhase, -1);
    int next = unknown;
    for (int k = 0; k < groups; k++) {
      if (fixed[k] >= 0) {
        sourcePhase[next] = fixed[k];
        number[k] = next++;
      }
    }
    for (int node = 0; node < group.length; node++) {
      group[node] = live(node) ? number[place.get(joined.root[node])] : -1;
    }
    give();
    fill(rows, number);
  }

  /** A group's voltage is that of its source's node over the node's factor. */
  private void give() {
    for (int k = unknown; k < groups; k++) {
      Source source = net.network.sources().get(sourcePhase[k] / 3);
      int phase = sourcePhase[k] % 3;
      int node = 3 * net.network.busIndex(source.bus()) + phase;
      double angle = Math.toRadians(source.angleDeg() - 120 * phase);
      known[2 * k] = source.voltagePu() * StrictMath.cos(angle) / factor[node];
      known[2 * k + 1] = source.voltagePu() * StrictMath.sin(angle) / factor[node];
    }
  }

  private void fill(List<Map<Integer, double[]>> rows, int[] number) {
    factors = new Factors(unknown);
    columns = new int[groups][];
    entries = new double[groups][];
    for (int k = 0; k < groups; k++) {
      int row = number[k];
      List<Integer> sorted = new ArrayList<>();
      Map<Integer, double[]> byNumber = new HashMap<>();
      rows.get(k)
          .forEach(
              (column, entry) -> {
                sorted.add(number[column]);
                byNumber.put(number[column], entry);
              });
      sorted.sort(null);
      columns[row] = sorted.stream().mapToInt(Integer::intValue).toArray();
      entries[row] = new double[2 * sorted.size()];
      for (int j = 0; j < sorted.size(); j++) {
        double[] entry = byNumber.get(sorted.get(j));
        entries[row][2 * j] = entry[0];
        entries[row][2 * j + 1] = entry[1];
        if (row < unknown && sorted.get(j) < unknown) {
          factors.add(row, sorted.get(j), entry[0], entry[1]);
        }
      }
    }
  }
}
