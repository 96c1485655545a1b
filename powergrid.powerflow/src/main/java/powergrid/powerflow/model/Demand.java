package powergrid.powerflow.model;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.Transformer;
import powergrid.api.powerflow.Injections;

/**
 * What is drawn at the nodes: the network's loads by model, and power generated and injected, which
 * is drawn negatively and constant. What is connected to a phase without supply draws nothing.
 * Capacitors are only counted here; their currents are part of the network's susceptances.
 */
public final class Demand {
  private final Network network;
  private final Injections injections;
  private final int[] dark;
  private final double[] darkMw;
  private final int[] idle;
  private int[] node = {};
  private final Draws power;
  private final Draws current;
  private final Draws impedance;
  private final Draws injected;
  private final Draws capacitors;
  private final Draws generated;
  private final Draws noLoad;
  private int darkLoads;
  private int nodes;
  private double unsuppliedMw;

  /**
   * The demand of a network.
   *
   * @param network what draws
   * @param injections how much of it
   */
  public Demand(Network network, Injections injections) {
    this.network = network;
    this.injections = injections;
    int phases = 3 * network.loads().size();
    power = new Draws(phases);
    current = new Draws(phases);
    impedance = new Draws(phases);
    injected = new Draws(6 * network.buses().size());
    capacitors = new Draws(3 * network.capacitors().size());
    generated = new Draws(3 * network.generators().size());
    noLoad = new Draws(6 * idle(network).size());
    idle = idle(network).stream().mapToInt(Integer::intValue).toArray();
    dark = new int[phases];
    darkMw = new double[phases];
  }

  /** The transformers with a no-load admittance. */
  private static List<Integer> idle(Network network) {
    List<Integer> found = new ArrayList<>();
    for (int e = 0; e < network.branches().size(); e++) {
      if (network.branches().get(e) instanceof Transformer t && (t.gPu() != 0 || t.bPu() != 0)) {
        found.add(e);
      }
    }
    return found;
  }

  /**
   * Connects all that draws to the nodes that have supply.
   *
   * @param net the network in per unit
   * @param node by 3 · bus + phase: its node, or −1 without supply; kept
   * @param nodes how many nodes have supply
   * @param closed by branch
   * @param on by capacitor
   */
  public void connect(PerUnit net, int[] node, int nodes, boolean[] closed, boolean[] on) {
    this.node = node;
    this.nodes = nodes;
    darkLoads = 0;
    power.clear();
    current.clear();
    impedance.clear();
    capacitors.clear();
    generated.clear();
    List<Load> loads = network.loads();
    for (int i = 0; i < loads.size(); i++) {
      for (int phase = 0; phase < 3; phase++) {
        connect(loads.get(i), i, phase);
      }
    }
    for (int i = 0; i < on.length; i++) {
      Capacitor capacitor = network.capacitors().get(i);
      boolean wye = capacitor.connection() == Connection.WYE;
      for (int phase = 0; on[i] && phase < 3; phase++) {
        double mvar = capacitor.mvar().get(phase) / (wye ? 1 : 3);
        if (mvar != 0) {
          connect(capacitors, network.busIndex(capacitor.bus()), phase, wye, i, 0, -mvar, null);
        }
      }
    }
    List<Generator> generators = network.generators();
    for (int i = 0; i < generators.size(); i++) {
      Generator g = generators.get(i);
      for (int phase = 0; phase < 3 && !g.controlsVoltage(); phase++) {
        int bus = network.busIndex(g.bus());
        connect(generated, bus, phase, true, i, -g.mw() / 3, -g.mvar() / 3, null);
      }
    }
    noLoad.clear();
    for (int k = 0; k < idle.length; k++) {
      if (closed[idle[k]]) {
        magnetise(net, idle[k]);
      }
    }
  }

  /**
   * A transformer's no-load admittance at both ends, as constant impedances across its windings.
   */
  private void magnetise(PerUnit net, int branch) {
    Transformer t = (Transformer) network.branches().get(branch);
    double mva = t.mva() / t.phases().count();
    for (int unit = 0; unit < 3; unit++) {
      if (t.phases().has(unit)) {
        double from = network.buses().get(net.from[branch]).kv() / t.fromKv();
        double to = network.buses().get(net.to[branch]).kv() / t.toKv();
        double mw = net.noLoadG[branch] * mva;
        double mvar = -net.noLoadB[branch] * mva;
        magnetise(net.from[branch], t.fromStart(unit), t.fromFinish(unit), from * from, mw, mvar);
        magnetise(net.to[branch], t.toStart(unit), t.toFinish(unit), to * to, mw, mvar);
      }
    }
  }

  private void magnetise(int bus, int start, int finish, double scale, double mw, double mvar) {
    int a = node[3 * bus + start];
    int b = finish < 0 ? Slopes.GROUND : node[3 * bus + finish];
    if (a >= 0 && (b >= 0 || finish < 0)) {
      double rated2 = finish < 0 ? 1 : 3;
      noLoad.add(a, b, 0, scale * mw / rated2, scale * mvar / rated2, rated2);
    }
  }

  private void connect(Load load, int i, int phase) {
    double mw = load.mw().get(phase);
    double mvar = load.mvar().get(phase);
    if (mw == 0 && mvar == 0) {
      return;
    }
    boolean wye = load.connection() == Connection.WYE;
    double rated2 = wye ? 1 : 3;
    int bus = network.busIndex(load.bus());
    boolean connected =
        switch (load.model()) {
          case POWER -> connect(power, bus, phase, wye, i, mw, mvar, load);
          case CURRENT -> {
            double rated = Math.sqrt(rated2);
            yield connect(current, bus, phase, wye, i, mw / rated, mvar / rated, load);
          }
          case IMPEDANCE ->
              connect(impedance, bus, phase, wye, i, mw / rated2, mvar / rated2, load);
        };
    if (!connected) {
      dark[darkLoads] = i;
      darkMw[darkLoads++] = mw;
    }
  }

  private boolean connect(
      Draws draws,
      int bus,
      int phase,
      boolean wye,
      int source,
      double mw,
      double mvar,
      Load limits) {
    int a = node[3 * bus + phase];
    int b = wye ? Slopes.GROUND : node[3 * bus + (phase + 1) % 3];
    if (a >= 0 && (b >= 0 || wye)) {
      draws.add(a, b, source, mw, mvar, wye ? 1 : 3);
      if (limits != null) {
        draws.limit(limits.minPu(), limits.maxPu());
      }
      return true;
    }
    return false;
  }

  /**
   * Takes the loads as the network has them, and nothing injected.
   *
   * @param lowest the voltage below which loads turn into constant impedances, pu of rated
   */
  public void nominal(double lowest) {
    power.unscale(lowest);
    current.unscale(lowest);
    impedance.unscale(lowest);
    generated.floor(lowest);
    injected.clear();
  }

  /** Active power drawn, generated and injected, at rated voltage, over that of nominal loads. */
  public double share() {
    double nominal = power.ratedMw + current.ratedMw + impedance.ratedMw + generated.ratedMw;
    double drawn =
        power.scaledMw
            + current.scaledMw
            + impedance.scaledMw
            + generated.ratedMw
            + injected.ratedMw;
    return drawn / nominal;
  }

  /**
   * Takes over the scales of the loads and the power injected.
   *
   * @param lowest the voltage below which loads turn into constant impedances, pu of rated
   */
  public void update(double lowest) {
    double[] scale = injections.loadScale();
    power.scale(scale, lowest);
    current.scale(scale, lowest);
    impedance.scale(scale, lowest);
    generated.floor(lowest);
    unsuppliedMw = 0;
    for (int k = 0; k < darkLoads; k++) {
      unsuppliedMw += scale[dark[k]] * darkMw[k];
    }
    injected.clear();
    double[] pMw = injections.pMw();
    double[] qMvar = injections.qMvar();
    double[] deltaMw = injections.deltaMw();
    double[] deltaMvar = injections.deltaMvar();
    for (int i = 0; i < pMw.length; i++) {
      // most are zero: one test of the bits for all four
      long bits =
          Double.doubleToRawLongBits(pMw[i])
              | Double.doubleToRawLongBits(qMvar[i])
              | Double.doubleToRawLongBits(deltaMw[i])
              | Double.doubleToRawLongBits(deltaMvar[i]);
      if (bits << 1 != 0) {
        int a = node[i];
        int b = node[i % 3 == 2 ? i - 2 : i + 1];
        if (a >= 0 && (pMw[i] != 0 || qMvar[i] != 0)) {
          injected.add(a, Slopes.GROUND, 0, -pMw[i], -qMvar[i], 1);
        }
        if (a >= 0 && b >= 0 && (deltaMw[i] != 0 || deltaMvar[i] != 0)) {
          injected.add(a, b, 0, -deltaMw[i], -deltaMvar[i], 3);
        }
      }
    }
    injected.floor(lowest);
  }

  /** How many nodes have supply. */
  public int nodes() {
    return nodes;
  }

  /** Adds all currents to those drawn at the nodes. */
  public void draw(Phasors x) {
    power.power(x);
    current.current(x);
    impedance.impedance(x);
    generated.power(x);
    noLoad.impedance(x);
    injected.power(x);
  }

  /** Says how fast the currents drawn change with the voltages. */
  public void slopes(Phasors x, Slopes slopes) {
    power.slopes(x, -1, slopes);
    current.slopes(x, -0.5, slopes);
    impedance.slopes(x, 0, slopes);
    generated.slopes(x, -1, slopes);
    noLoad.slopes(x, 0, slopes);
    injected.slopes(x, -1, slopes);
  }

  /** Counts what is taken at the voltages given. */
  public void count(Phasors x) {
    power.countPower(x);
    current.countCurrent(x);
    impedance.countImpedance(x);
    generated.countPower(x);
    noLoad.countImpedance(x);
    injected.countPower(x);
    capacitors.countImpedance(x);
  }

  /** What loads took at the last count, MW. */
  public double loadMw() {
    return power.tookMw + current.tookMw + impedance.tookMw;
  }

  /** What loads took at the last count, MVAr. */
  public double loadMvar() {
    return power.tookMvar + current.tookMvar + impedance.tookMvar;
  }

  /** What loads without supply would take at rated voltage, MW. */
  public double unsuppliedMw() {
    return unsuppliedMw;
  }

  /**
   * Says what generators fed in that do not control voltage.
   *
   * @param mvar to be written, by generator
   */
  public void generated(double[] mvar) {
    List<Generator> generators = network.generators();
    for (int i = 0; i < mvar.length; i++) {
      boolean supplied = node[3 * network.busIndex(generators.get(i).bus())] >= 0;
      mvar[i] = supplied ? generators.get(i).mvar() : 0;
    }
  }

  /** What generators and injections gave at the last count, MW. */
  public double givenMw() {
    return -injected.tookMw - generated.tookMw;
  }

  /** What transformers took without load at the last count, MW. */
  public double noLoadMw() {
    return noLoad.tookMw;
  }

  /** What generators, injections and capacitors gave at the last count, MVAr. */
  public double givenMvar() {
    return -injected.tookMvar - capacitors.tookMvar - generated.tookMvar;
  }

  /** How many loads' phases were below the limit at the last count. */
  public int lowLoads() {
    return power.low + current.low;
  }

  /** How many injections were below the limit at the last count. */
  public int lowInjections() {
    return injected.low + generated.low;
  }
}
