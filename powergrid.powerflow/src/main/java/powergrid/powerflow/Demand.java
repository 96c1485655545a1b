package powergrid.powerflow;

import java.util.List;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;

/**
 * What is drawn at the nodes: the network's loads by model, and power injected, which is drawn
 * negatively and constant. What is connected to a phase without supply draws nothing. Capacitors
 * are only counted here; their currents are part of the feeder's susceptances.
 */
final class Demand {
  private final Network network;
  private final Tree tree;
  private final Injections injections;
  private final Draws power;
  private final Draws current;
  private final Draws impedance;
  private final Draws injected;
  private final Draws capacitors;
  private int neutral;

  Demand(Network network, Tree tree, Injections injections) {
    this.network = network;
    this.tree = tree;
    this.injections = injections;
    int phases = 3 * network.loads().size();
    power = new Draws(phases);
    current = new Draws(phases);
    impedance = new Draws(phases);
    injected = new Draws(6 * network.buses().size());
    capacitors = new Draws(3 * network.capacitors().size());
  }

  /** How many places its phasors need: nodes, and a neutral for all that can be drawn. */
  static int places(Network network) {
    return 9 * network.buses().size()
        + 3 * network.loads().size()
        + 3 * network.capacitors().size();
  }

  /** Connects loads and capacitors to the tree as it has grown. */
  void connect(boolean[] on) {
    neutral = tree.nodes;
    power.clear();
    current.clear();
    impedance.clear();
    capacitors.clear();
    List<Load> loads = network.loads();
    for (int i = 0; i < loads.size(); i++) {
      Load load = loads.get(i);
      boolean wye = load.connection() == Connection.WYE;
      double rated2 = wye ? 1 : 3;
      for (int phase = 0; phase < 3; phase++) {
        double mw = load.mw().get(phase);
        double mvar = load.mvar().get(phase);
        if (mw != 0 || mvar != 0) {
          int bus = network.busIndex(load.bus());
          switch (load.model()) {
            case POWER -> connect(power, bus, phase, wye, i, mw, mvar);
            case CURRENT -> {
              double rated = Math.sqrt(rated2);
              connect(current, bus, phase, wye, i, mw / rated, mvar / rated);
            }
            case IMPEDANCE -> connect(impedance, bus, phase, wye, i, mw / rated2, mvar / rated2);
          }
        }
      }
    }
    for (int i = 0; i < on.length; i++) {
      Capacitor capacitor = network.capacitors().get(i);
      boolean wye = capacitor.connection() == Connection.WYE;
      for (int phase = 0; on[i] && phase < 3; phase++) {
        double mvar = capacitor.mvar().get(phase) / (wye ? 1 : 3);
        if (mvar != 0) {
          connect(capacitors, network.busIndex(capacitor.bus()), phase, wye, i, 0, -mvar);
        }
      }
    }
  }

  private void connect(
      Draws draws, int bus, int phase, boolean wye, int source, double mw, double mvar) {
    int a = tree.node[3 * bus + phase];
    int b = wye ? neutral++ : tree.node[3 * bus + (phase + 1) % 3];
    if (a >= 0 && b >= 0) {
      draws.add(a, b, source, mw, mvar, wye ? 1 : 3);
    }
  }

  /** Takes over the scales of the loads and the power injected. */
  void update() {
    double[] scale = injections.loadScale();
    power.scale(scale);
    current.scale(scale);
    impedance.scale(scale);
    injected.clear();
    double[] pMw = injections.pMw();
    double[] qMvar = injections.qMvar();
    double[] deltaMw = injections.deltaMw();
    double[] deltaMvar = injections.deltaMvar();
    int free = neutral;
    for (int i = 0; i < pMw.length; i++) {
      // most are zero: one test of the bits for all four
      long bits =
          Double.doubleToRawLongBits(pMw[i])
              | Double.doubleToRawLongBits(qMvar[i])
              | Double.doubleToRawLongBits(deltaMw[i])
              | Double.doubleToRawLongBits(deltaMvar[i]);
      if (bits << 1 != 0) {
        int a = tree.node[i];
        int b = tree.node[i % 3 == 2 ? i - 2 : i + 1];
        if (a >= 0 && (pMw[i] != 0 || qMvar[i] != 0)) {
          injected.add(a, free++, 0, -pMw[i], -qMvar[i], 1);
        }
        if (a >= 0 && b >= 0 && (deltaMw[i] != 0 || deltaMvar[i] != 0)) {
          injected.add(a, b, 0, -deltaMw[i], -deltaMvar[i], 3);
        }
      }
    }
  }

  /** How many nodes and neutrals are in use. */
  int used() {
    return neutral + injected.size();
  }

  /** Adds all currents to those drawn at the nodes. */
  void draw(Phasors x, double limit2) {
    power.power(x, limit2);
    current.current(x, limit2);
    impedance.impedance(x);
    injected.power(x, limit2);
  }

  /** Counts what is taken at the voltages given. */
  void count(Phasors x, double limit2) {
    power.countPower(x, limit2);
    current.countCurrent(x, limit2);
    impedance.countImpedance(x);
    injected.countPower(x, limit2);
    capacitors.countImpedance(x);
  }

  /** What loads took at the last count, MW. */
  double loadMw() {
    return power.tookMw + current.tookMw + impedance.tookMw;
  }

  /** What loads took at the last count, MVAr. */
  double loadMvar() {
    return power.tookMvar + current.tookMvar + impedance.tookMvar;
  }

  /** What injections and capacitors gave at the last count, MVAr. */
  double givenMvar() {
    return -injected.tookMvar - capacitors.tookMvar;
  }

  /** How many loads' phases were below the limit at the last count. */
  int lowLoads() {
    return power.low + current.low;
  }

  /** How many injections were below the limit at the last count. */
  int lowInjections() {
    return injected.low;
  }
}
