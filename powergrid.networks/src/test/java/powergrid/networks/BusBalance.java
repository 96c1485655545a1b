package powergrid.networks;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/**
 * Kirchhoff's current law at every node that no source holds, from a solution's voltages and branch
 * currents; in per unit of 1 MVA.
 */
final class BusBalance {
  private final Network network;
  private final Injections injections;
  private final Solution solution;
  private final double[] re;
  private final double[] im;

  private BusBalance(Network network, Injections injections, Solution solution) {
    this.network = network;
    this.injections = injections;
    this.solution = solution;
    re = new double[3 * network.buses().size()];
    im = new double[re.length];
  }

  /** The greatest sum of currents, pu. */
  static double mismatch(Network network, Injections injections, Solution solution) {
    BusBalance balance = new BusBalance(network, injections, solution);
    balance.branches();
    balance.loads();
    balance.capacitors();
    balance.injected();
    return balance.worst();
  }

  private void branches() {
    for (int e = 0; e < network.branches().size(); e++) {
      Branch branch = network.branches().get(e);
      add(3 * e, branch.from(), solution.currentRe(), solution.currentIm());
      add(3 * e, branch.to(), solution.toCurrentRe(), solution.toCurrentIm());
    }
  }

  private void add(int at, String busId, double[] currentRe, double[] currentIm) {
    Bus bus = network.bus(busId);
    double amperes = 1000 / (Math.sqrt(3) * bus.kv());
    int node = 3 * network.busIndex(busId);
    for (int phase = 0; phase < 3; phase++) {
      re[node + phase] += currentRe[at + phase] / amperes;
      im[node + phase] += currentIm[at + phase] / amperes;
    }
  }

  private void loads() {
    for (int i = 0; i < network.loads().size(); i++) {
      Load load = network.loads().get(i);
      int node = 3 * network.busIndex(load.bus());
      boolean delta = load.connection() == Connection.DELTA;
      for (int phase = 0; phase < 3; phase++) {
        int next = delta ? node + (phase + 1) % 3 : -1;
        double v = across(node + phase, next) / (delta ? Math.sqrt(3) : 1);
        double factor =
            injections.loadScale()[i]
                * switch (load.model()) {
                  case POWER -> 1;
                  case CURRENT -> v;
                  case IMPEDANCE -> v * v;
                };
        take(node + phase, next, factor * load.mw().get(phase), factor * load.mvar().get(phase));
      }
    }
  }

  private void capacitors() {
    for (int i = 0; i < network.capacitors().size(); i++) {
      Capacitor capacitor = network.capacitors().get(i);
      int node = 3 * network.busIndex(capacitor.bus());
      for (int phase = 0; phase < 3 && injections.capacitorOn()[i]; phase++) {
        double v = across(node + phase, -1);
        take(node + phase, -1, 0, -v * v * capacitor.mvar().get(phase));
      }
    }
  }

  private void injected() {
    for (int node = 0; node < re.length; node++) {
      take(node, -1, -injections.pMw()[node], -injections.qMvar()[node]);
      int next = node - node % 3 + (node + 1) % 3;
      take(node, next, -injections.deltaMw()[node], -injections.deltaMvar()[node]);
    }
  }

  /** Between two nodes, or a node and the neutral where the other is −1. */
  private double across(int node, int next) {
    return next < 0
        ? solution.magnitude(node)
        : Math.hypot(
            solution.re()[node] - solution.re()[next], solution.im()[node] - solution.im()[next]);
  }

  private void take(int node, int next, double mw, double mvar) {
    double vRe = solution.re()[node] - (next < 0 ? 0 : solution.re()[next]);
    double vIm = solution.im()[node] - (next < 0 ? 0 : solution.im()[next]);
    double square = vRe * vRe + vIm * vIm;
    if (square == 0) {
      return;
    }
    double iRe = 3 * (mw * vRe + mvar * vIm) / square;
    double iIm = 3 * (mw * vIm - mvar * vRe) / square;
    re[node] += iRe;
    im[node] += iIm;
    if (next >= 0) {
      re[next] -= iRe;
      im[next] -= iIm;
    }
  }

  private double worst() {
    for (Source source : network.sources()) {
      for (int phase = 0; phase < 3; phase++) {
        re[3 * network.busIndex(source.bus()) + phase] = 0;
        im[3 * network.busIndex(source.bus()) + phase] = 0;
      }
    }
    double worst = 0;
    for (int node = 0; node < re.length; node++) {
      worst = Math.max(worst, Math.hypot(re[node], im[node]));
    }
    return worst;
  }
}
