package powergrid.powerflow.sweep;

import java.util.Arrays;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Regulator;
import powergrid.powerflow.model.PerUnit;

/**
 * The numbers of a tree in the order in which it is swept, in per unit. A bus of n phases has, for
 * the branches that feed it, n(n+1)/2 resistances followed by as many reactances, and n(n+1)/2
 * susceptances of everything shunt at it: the halves of its lines' charging and its capacitors.
 */
final class Feeder {
  private final PerUnit net;
  private final int[] place;
  private final int[] regulated;
  private final int[] position;
  private final double[] step;
  private final double[] nominal;
  private final boolean[] backwards;
  private final int[] regulatedZ;
  private final double[] fromR;
  private final double[] fromX;
  private int regulators;

  final Tree tree;

  /** By place in the order: where the series impedances start; they are zero for switches. */
  final int[] zAt;

  /** By place in the order: where the shunt susceptances start. */
  final int[] bAt;

  /** Series impedances. */
  final double[] z;

  /** Shunt susceptances. */
  final double[] b;

  /** By node: its voltage without current over that of the node that feeds it. */
  final double[] ratio;

  /** By place in the order: whether phases are coupled by the ratio of what feeds the bus. */
  final boolean[] coupled;

  /** By 9 · place: that ratio, row by row. */
  final double[] coupling;

  /** Whether any ratio couples phases. */
  boolean anyCoupled;

  Feeder(PerUnit net) {
    this.net = net;
    int n = net.buses();
    tree = new Tree(net);
    place = new int[n];
    zAt = new int[n];
    bAt = new int[n];
    z = new double[12 * n];
    b = new double[6 * n];
    ratio = new double[3 * n];
    coupled = new boolean[n];
    coupling = new double[9 * n];
    regulated = new int[3 * net.branches()];
    position = new int[regulated.length];
    step = new double[regulated.length];
    nominal = new double[regulated.length];
    backwards = new boolean[regulated.length];
    regulatedZ = new int[regulated.length];
    fromR = new double[regulated.length];
    fromX = new double[regulated.length];
  }

  /**
   * Takes over the positions of switches and capacitors.
   *
   * @param closed by branch
   * @param on by capacitor
   * @return null, or why the network is not radial
   */
  String rewire(boolean[] closed, boolean[] on) {
    String obstacle = tree.grow(closed);
    if (obstacle == null) {
      place();
      connect(closed);
      shunt(closed, on);
    }
    return obstacle;
  }

  private void place() {
    int bNext = 0;
    for (int k = 0; k < tree.buses; k++) {
      place[tree.order[k]] = k;
      bAt[k] = bNext;
      bNext += entries(tree.phases[k]);
    }
  }

  private void connect(boolean[] closed) {
    Arrays.fill(z, 0);
    Arrays.fill(ratio, 1);
    Arrays.fill(coupled, false);
    anyCoupled = false;
    regulators = 0;
    int zNext = 0;
    for (int k = tree.roots; k < tree.buses; k++) {
      int entries = entries(tree.phases[k]);
      feed(tree.order[k], zNext, entries, closed);
      zAt[k] = zNext;
      zNext += 2 * entries;
    }
  }

  private static int entries(int phases) {
    return phases * (phases + 1) / 2;
  }

  private void feed(int bus, int at, int entries, boolean[] closed) {
    for (int k = tree.firstIncident(bus); k < tree.firstIncident(bus + 1); k++) {
      int e = tree.incident(k);
      if (tree.feeds(e, bus, closed)) {
        boolean reversed = net.to[e] != bus;
        double turns = reversed ? 1 / net.ratio[e] : net.ratio[e];
        Regulator regulator = net.regulator(e);
        // seen from the to side, the impedance is behind the ratio and is referred to the from side
        double referred = regulator != null ? 0 : reversed ? turns * turns : 1;
        int carried = net.phases[e] & tree.live[bus];
        add(net.r, 6 * e, referred, carried, bus, z, at);
        add(net.x, 6 * e, referred, carried, bus, z, at + entries);
        if (net.coupled[e]) {
          anyCoupled = true;
          coupled[place[bus]] = true;
          System.arraycopy(net.coupling, 9 * e, coupling, 9 * place[bus], 9);
        }
        for (int phase = 0; phase < 3; phase++) {
          if ((carried & 1 << phase) != 0) {
            ratio[tree.node[3 * bus + phase]] = turns;
            if (regulator != null) {
              int diagonal = at + packed(bus, phase, phase);
              regulate(
                  tree.node[3 * bus + phase], 3 * e + phase, regulator, turns, reversed, diagonal);
            }
          }
        }
      }
    }
  }

  private void regulate(
      int node, int tap, Regulator regulator, double turns, boolean reversed, int diagonal) {
    int packed = 6 * (tap / 3) + PerUnit.packed(tap % 3, tap % 3);
    fromR[regulators] = net.r[packed];
    fromX[regulators] = net.x[packed];
    regulatedZ[regulators] = diagonal;
    regulated[regulators] = node;
    position[regulators] = tap;
    step[regulators] = regulator.step();
    nominal[regulators] = turns;
    backwards[regulators++] = reversed;
  }

  private void shunt(boolean[] closed, boolean[] on) {
    Arrays.fill(b, 0);
    for (int e = 0; e < net.branches(); e++) {
      int carried = net.phases[e] & tree.live[net.from[e]] & tree.live[net.to[e]];
      if (closed[e] && carried != 0) {
        addHalf(e, carried, net.from[e]);
        addHalf(e, carried, net.to[e]);
      }
    }
    for (int i = 0; i < on.length; i++) {
      if (on[i]) {
        add(net.network.capacitors().get(i));
      }
    }
  }

  private void addHalf(int e, int carried, int bus) {
    add(net.halfB, 6 * e, net.busOhm[bus], carried, bus, b, bAt[place[bus]]);
  }

  private void add(Capacitor capacitor) {
    int bus = net.network.busIndex(capacitor.bus());
    for (int phase = 0; phase < 3; phase++) {
      double mvar = capacitor.mvar().get(phase);
      int next = (phase + 1) % 3;
      if (capacitor.connection() == Connection.WYE) {
        add(mvar, phase, phase, bus);
      } else if ((tree.live[bus] & 1 << phase) != 0 && (tree.live[bus] & 1 << next) != 0) {
        add(mvar / 3, phase, phase, bus);
        add(mvar / 3, next, next, bus);
        add(-mvar / 3, phase, next, bus);
      }
    }
  }

  private void add(double susceptance, int row, int column, int bus) {
    if ((tree.live[bus] & 1 << row) != 0 && (tree.live[bus] & 1 << column) != 0) {
      b[bAt[place[bus]] + packed(bus, Math.min(row, column), Math.max(row, column))] += susceptance;
    }
  }

  /** Adds the entries of the phases carried to a matrix of those that a bus has. */
  private void add(
      double[] m, int at, double factor, int carried, int bus, double[] target, int targetAt) {
    for (int row = 0; row < 3; row++) {
      for (int column = row; column < 3; column++) {
        int both = 1 << row | 1 << column;
        if ((carried & both) == both) {
          target[targetAt + packed(bus, row, column)] +=
              factor * m[at + PerUnit.packed(row, column)];
        }
      }
    }
  }

  /** Where entry (row, column), row ≤ column, is in a packed matrix of the phases of a bus. */
  private int packed(int bus, int row, int column) {
    int phases = tree.live[bus];
    int size = Integer.bitCount(phases);
    int i = Integer.bitCount(phases & (1 << row) - 1);
    int j = Integer.bitCount(phases & (1 << column) - 1);
    return i * size - i * (i - 1) / 2 + j - i;
  }

  /**
   * Takes over the positions of taps.
   *
   * @param taps by 3 · branch + phase
   */
  void tap(int[] taps) {
    for (int k = 0; k < regulators; k++) {
      double boost = 1 + step[k] * taps[position[k]];
      int node = regulated[k];
      ratio[node] = backwards[k] ? nominal[k] / boost : nominal[k] * boost;
      if (fromR[k] != 0 || fromX[k] != 0) {
        // at the from side whatever the tap: seen from the to side, it goes with the ratio's square
        double referred = backwards[k] ? 1 : ratio[node] * ratio[node];
        int size = tree.phases[place[tree.terminal[node] / 3]];
        z[regulatedZ[k]] = referred * fromR[k];
        z[regulatedZ[k] + size * (size + 1) / 2] = referred * fromX[k];
      }
    }
  }
}
