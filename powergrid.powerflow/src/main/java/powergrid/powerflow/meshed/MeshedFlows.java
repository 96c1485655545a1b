package powergrid.powerflow.meshed;

import java.util.Arrays;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.model.PerUnit;
import powergrid.powerflow.model.Phasors;

/**
 * Turns voltages into the currents at the branches' ends, in ampere: those with an impedance from
 * their admittances, those without from what is drawn beyond them.
 */
final class MeshedFlows {
  private final PerUnit net;
  private final Equations equations;
  private final double[] drawnRe;
  private final double[] drawnIm;

  MeshedFlows(PerUnit net, Equations equations) {
    this.net = net;
    this.equations = equations;
    drawnRe = new double[3 * net.buses()];
    drawnIm = new double[3 * net.buses()];
  }

  void clear(Solution solution) {
    Arrays.fill(solution.currentRe(), 0);
    Arrays.fill(solution.currentIm(), 0);
    Arrays.fill(solution.toCurrentRe(), 0);
    Arrays.fill(solution.toCurrentIm(), 0);
  }

  /** Writes the currents; the solution's voltages are written already. */
  void write(Phasors x, int[] node, boolean[] closed, boolean[] on, Solution solution) {
    clear(solution);
    for (int i = 0; i < node.length; i++) {
      drawnRe[i] = node[i] < 0 ? 0 : x.i[2 * node[i]];
      drawnIm[i] = node[i] < 0 ? 0 : x.i[2 * node[i] + 1];
    }
    for (int e = 0; e < net.branches(); e++) {
      if (closed[e]) {
        admittance(e, solution);
      }
    }
    for (int i = 0; i < on.length; i++) {
      if (on[i]) {
        capacitor(net.network.capacitors().get(i), solution);
      }
    }
    for (int k = equations.joined.count - 1; k >= 0; k--) {
      pass(k, solution);
    }
  }

  private void admittance(int e, Solution solution) {
    double[] yRe = equations.admittances.re;
    double[] yIm = equations.admittances.im;
    for (int i = 0; i < 6; i++) {
      double re = 0;
      double im = 0;
      for (int j = 0; j < 6; j++) {
        int at = 3 * (j < 3 ? net.from[e] : net.to[e]) + j % 3;
        double yr = yRe[Admittances.SIZE * e + 6 * i + j];
        double yi = yIm[Admittances.SIZE * e + 6 * i + j];
        re += yr * solution.re()[at] - yi * solution.im()[at];
        im += yr * solution.im()[at] + yi * solution.re()[at];
      }
      int bus = i < 3 ? net.from[e] : net.to[e];
      drawnRe[3 * bus + i % 3] += re;
      drawnIm[3 * bus + i % 3] += im;
      book(solution, e, i % 3, i < 3, re, im);
    }
  }

  /** Adds to a current at an end of a branch, given in pu. */
  private void book(Solution s, int e, int phase, boolean from, double re, double im) {
    double ampere = net.busAmpere[from ? net.from[e] : net.to[e]];
    (from ? s.currentRe() : s.toCurrentRe())[3 * e + phase] += ampere * re;
    (from ? s.currentIm() : s.toCurrentIm())[3 * e + phase] += ampere * im;
  }

  private void capacitor(Capacitor c, Solution s) {
    int first = 3 * net.network.busIndex(c.bus());
    boolean wye = c.connection() == Connection.WYE;
    for (int phase = 0; phase < 3; phase++) {
      double b = c.mvar().get(phase) / (wye ? 1 : 3);
      int a = first + phase;
      int next = first + (phase + 1) % 3;
      if (b != 0 && equations.group[a] >= 0 && (wye || equations.group[next] >= 0)) {
        double ur = s.re()[a] - (wye ? 0 : s.re()[next]);
        double ui = s.im()[a] - (wye ? 0 : s.im()[next]);
        drawnRe[a] -= b * ui;
        drawnIm[a] += b * ur;
        if (!wye) {
          drawnRe[next] += b * ui;
          drawnIm[next] -= b * ur;
        }
      }
    }
  }

  /** Hands on what is drawn at the outer end of a joint. */
  private void pass(int k, Solution solution) {
    Joined joined = equations.joined;
    int joint = joined.joints[k];
    int outer = joined.outer(k);
    int inner = joined.inner(k);
    double gain = joined.outwards[k] ? joined.ratio[joint] : 1 / joined.ratio[joint];
    double re = drawnRe[outer];
    double im = drawnIm[outer];
    drawnRe[inner] += gain * re;
    drawnIm[inner] += gain * im;
    boolean out = joined.outwards[k];
    book(solution, joint / 3, joint % 3, !out, -re, -im);
    book(solution, joint / 3, joint % 3, out, gain * re, gain * im);
  }
}
