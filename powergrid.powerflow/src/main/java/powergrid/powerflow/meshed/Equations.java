package powergrid.powerflow.meshed;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.powerflow.model.MinimumDegree;
import powergrid.powerflow.model.Pairs;
import powergrid.powerflow.model.PerUnit;

/**
 * The nodal equations of a network as it is switched, {@code Y V = −I} with I the currents drawn,
 * by groups of nodes that branches without impedance join. Groups without a source are unknown and
 * come first, in the order of elimination; the others' voltages are given.
 */
final class Equations {
  private final PerUnit net;
  final Energised energised;
  final Joined joined;
  final Admittances admittances;
  private final Floating floating;
  private final int[] at = new int[6];

  /** By 3 · bus + phase: the group that it belongs to, or −1 without supply. */
  final int[] group;

  /** How many groups there are. */
  int groups;

  /** How many of them are unknown. */
  int unknown;

  /** By group, real and imaginary parts: voltages of sources; zero for unknown groups. */
  double[] known = {};

  /** By group: the source whose phase it is, as 3 · source + phase; −1 for an unknown group. */
  int[] sourcePhase = {};

  /** By group: its first entry. */
  int[] start = {};

  /** By entry: the group that it belongs to as a column, rising within a row. */
  int[] column = {};

  /** By entry: real parts. */
  double[] re = {};

  /** By entry: imaginary parts. */
  double[] im = {};

  /** Sections that nothing holds to ground. */
  List<int[]> sections = List.of();

  Equations(PerUnit net) {
    this.net = net;
    Incidence incidence = new Incidence(net);
    energised = new Energised(net, incidence);
    joined = new Joined(net, incidence, energised);
    admittances = new Admittances(net, energised);
    floating = new Floating(net, energised);
    group = new int[3 * net.buses()];
  }

  /**
   * Sets the equations up.
   *
   * @return null, or why that cannot be done
   */
  String build(boolean[] closed, boolean[] on, int[] taps) {
    energised.find(closed);
    String obstacle = joined.join(closed);
    if (obstacle != null) {
      return obstacle;
    }
    for (int e = 0; e < net.branches(); e++) {
      if (closed[e] && !admittances.update(e, taps)) {
        return "branch "
            + net.network.branches().get(e).id()
            + " has impedances that cannot be inverted; all or none of its phases need one";
      }
    }
    sections = floating.find(closed, on);
    numberGroups();
    findPattern(closed);
    tap(closed, on, taps);
    return null;
  }

  /** Takes over where taps stand; everything else is as before. */
  void tap(boolean[] closed, boolean[] on, int[] taps) {
    joined.tap(taps);
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    for (int e = 0; e < net.branches(); e++) {
      if (closed[e]) {
        if (net.regulator(e) != null) {
          admittances.update(e, taps);
        }
        stamp(e);
      }
    }
    for (int i = 0; i < on.length; i++) {
      if (on[i]) {
        stamp(net.network.capacitors().get(i));
      }
    }
    give();
  }

  /** Whether two nodes are of one section. */
  boolean together(int node, int other) {
    return floating.together(node, other);
  }

  private void numberGroups() {
    Arrays.fill(group, -1);
    groups = 0;
    for (int node = 0; node < group.length; node++) {
      if (joined.root[node] == node) {
        group[node] = groups++;
      }
    }
    unknown = groups;
    sourcePhase = new int[groups];
    Arrays.fill(sourcePhase, -1);
    List<Source> sources = net.network.sources();
    for (int i = 0; i < sources.size(); i++) {
      for (int phase = 0; energised.supplies[i] && phase < 3; phase++) {
        sourcePhase[group[3 * net.network.busIndex(sources.get(i).bus()) + phase]] = 3 * i + phase;
        unknown--;
      }
    }
    for (int node = 0; node < group.length; node++) {
      group[node] = joined.root[node] < 0 ? -1 : group[joined.root[node]];
    }
  }

  /** Finds where there are entries, and numbers the groups so that factorising fills in little. */
  private void findPattern(boolean[] closed) {
    Pairs pairs = new Pairs();
    for (int g = 0; g < groups; g++) {
      pairs.add(g, g);
    }
    for (int e = 0; e < net.branches(); e++) {
      if (closed[e]) {
        locate(e);
        for (int k = 0; k < Admittances.SIZE; k++) {
          boolean some =
              admittances.re[Admittances.SIZE * e + k] != 0
                  || admittances.im[Admittances.SIZE * e + k] != 0;
          if (some && at[k / 6] >= 0 && at[k % 6] >= 0) {
            pairs.add(group[at[k / 6]], group[at[k % 6]]);
          }
        }
      }
    }
    // what is drawn between phases couples them in Newton's method, as delta capacitors do in any
    for (int node = 0; node < group.length; node++) {
      for (int other = node - node % 3; other < node - node % 3 + 3; other++) {
        if (group[node] >= 0 && group[other] >= 0) {
          pairs.add(group[node], group[other]);
        }
      }
    }
    long[] sorted = pairs.sorted();
    renumber(sorted);
    start = new int[groups + 1];
    column = new int[sorted.length];
    for (int k = 0; k < sorted.length; k++) {
      start[Pairs.row(sorted[k]) + 1]++;
      column[k] = Pairs.column(sorted[k]);
    }
    for (int g = 0; g < groups; g++) {
      start[g + 1] += start[g];
    }
    re = new double[column.length];
    im = new double[column.length];
  }

  /**
   * Renumbers the groups, in the pairs as everywhere; these are sorted again. Groups that stand at
   * one bus are coupled alike, so that buses are ordered instead.
   */
  private void renumber(long[] pairs) {
    int[] site = new int[groups];
    int[] siteOfBus = new int[net.buses()];
    Arrays.fill(siteOfBus, -1);
    int sites = 0;
    for (int node = 0; node < group.length; node++) {
      if (joined.root[node] == node) {
        if (siteOfBus[node / 3] < 0) {
          siteOfBus[node / 3] = sites++;
        }
        site[group[node]] = sourcePhase[group[node]] < 0 ? siteOfBus[node / 3] : -1;
      }
    }
    int[] place = new int[sites];
    int[] order = new MinimumDegree(neighbours(pairs, site, sites)).order;
    for (int k = 0; k < sites; k++) {
      place[order[k]] = k;
    }
    Pairs byPlace = new Pairs();
    for (int g = 0; g < groups; g++) {
      byPlace.add(site[g] < 0 ? sites : place[site[g]], g);
    }
    int[] number = new int[groups];
    int[] sourceOf = new int[groups];
    long[] sorted = byPlace.sorted();
    for (int k = 0; k < groups; k++) {
      number[Pairs.column(sorted[k])] = k;
      sourceOf[k] = sourcePhase[Pairs.column(sorted[k])];
    }
    sourcePhase = sourceOf;
    for (int node = 0; node < group.length; node++) {
      group[node] = group[node] < 0 ? -1 : number[group[node]];
    }
    for (int k = 0; k < pairs.length; k++) {
      pairs[k] = Pairs.of(number[Pairs.row(pairs[k])], number[Pairs.column(pairs[k])]);
    }
    Arrays.sort(pairs);
  }

  private static int[][] neighbours(long[] pairs, int[] site, int sites) {
    Pairs coupled = new Pairs();
    for (long pair : pairs) {
      int row = site[Pairs.row(pair)];
      int other = site[Pairs.column(pair)];
      if (row >= 0 && other >= 0 && row != other) {
        coupled.add(row, other);
      }
    }
    return coupled.byRow(sites);
  }

  /** Where a branch's six terminals are: 3 · bus + phase, −1 without supply. */
  private void locate(int e) {
    for (int i = 0; i < 6; i++) {
      int node = 3 * (i < 3 ? net.from[e] : net.to[e]) + i % 3;
      at[i] = group[node] < 0 ? -1 : node;
    }
  }

  private void stamp(int e) {
    if (joined.ideal(e) && !(net.network.branches().get(e) instanceof Transformer)) {
      return;
    }
    locate(e);
    for (int k = 0; k < Admittances.SIZE; k++) {
      double yr = admittances.re[Admittances.SIZE * e + k];
      double yi = admittances.im[Admittances.SIZE * e + k];
      if ((yr != 0 || yi != 0) && at[k / 6] >= 0 && at[k % 6] >= 0) {
        add(at[k / 6], at[k % 6], yr, yi);
      }
    }
  }

  private void stamp(Capacitor c) {
    int first = 3 * net.network.busIndex(c.bus());
    boolean wye = c.connection() == Connection.WYE;
    for (int phase = 0; phase < 3; phase++) {
      double b = c.mvar().get(phase) / (wye ? 1 : 3);
      int node = first + phase;
      int next = first + (phase + 1) % 3;
      if (b != 0 && group[node] >= 0 && (wye || group[next] >= 0)) {
        add(node, node, 0, b);
        if (!wye) {
          add(next, next, 0, b);
          add(node, next, 0, -b);
          add(next, node, 0, -b);
        }
      }
    }
  }

  private void add(int node, int other, double yr, double yi) {
    double both = joined.factor[node] * joined.factor[other];
    int entry = entry(group[node], group[other]);
    re[entry] += both * yr;
    im[entry] += both * yi;
  }

  /** The entry of a row and a column, which is there. */
  int entry(int row, int columnOf) {
    return Arrays.binarySearch(column, start[row], start[row + 1], columnOf);
  }

  /** A group's voltage is that of its source's node, which stands for it. */
  private void give() {
    if (known.length != 2 * groups) {
      known = new double[2 * groups];
    }
    Arrays.fill(known, 0);
    for (int g = unknown; g < groups; g++) {
      Source source = net.network.sources().get(sourcePhase[g] / 3);
      double angle = Math.toRadians(source.angleDeg() - 120 * (sourcePhase[g] % 3));
      known[2 * g] = source.voltagePu() * StrictMath.cos(angle);
      known[2 * g + 1] = source.voltagePu() * StrictMath.sin(angle);
    }
  }

  /** What flows from the groups into the network at given voltages, by group. */
  void flow(double[] v, double[] into) {
    for (int g = 0; g < groups; g++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int k = start[g]; k < start[g + 1]; k++) {
        int c = 2 * column[k];
        sumRe += re[k] * v[c] - im[k] * v[c + 1];
        sumIm += re[k] * v[c + 1] + im[k] * v[c];
      }
      into[2 * g] = sumRe;
      into[2 * g + 1] = sumIm;
    }
  }
}
