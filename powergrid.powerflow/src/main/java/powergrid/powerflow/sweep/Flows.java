package powergrid.powerflow.sweep;

import java.util.Arrays;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.model.PerUnit;
import powergrid.powerflow.model.Phasors;

/**
 * Turns the currents of a sweep into those at the branches' ends, in ampere: the series current as
 * the ratio passes it on, and what is shunt at the end itself.
 */
final class Flows {
  private final PerUnit net;
  private final Feeder feeder;
  private final NoLoadCurrents noLoad;
  private final int[] fedBus;
  private final boolean[] forwards;

  Flows(PerUnit net, Feeder feeder) {
    this.net = net;
    this.feeder = feeder;
    noLoad = new NoLoadCurrents(net);
    fedBus = new int[net.branches()];
    forwards = new boolean[net.branches()];
  }

  /** Finds the branches that carry current in the tree as it has grown. */
  void connect(boolean[] closed) {
    for (int e = 0; e < net.branches(); e++) {
      fedBus[e] = feeder.tree.fed(e, closed);
      forwards[e] = fedBus[e] == net.to[e];
    }
  }

  /** Writes the currents; the solution's voltages are written already. */
  void write(Phasors x, Solution solution) {
    Arrays.fill(solution.currentRe(), 0);
    Arrays.fill(solution.currentIm(), 0);
    Arrays.fill(solution.toCurrentRe(), 0);
    Arrays.fill(solution.toCurrentIm(), 0);
    for (int e = 0; e < fedBus.length; e++) {
      if (fedBus[e] >= 0) {
        series(e, x, solution);
        charge(e, net.from[e], solution, solution.currentRe(), solution.currentIm());
        charge(e, net.to[e], solution, solution.toCurrentRe(), solution.toCurrentIm());
        noLoad.addTo(solution, e);
      }
    }
  }

  /** The current that feeds a bus, at both ends of its branch. */
  private void series(int e, Phasors x, Solution solution) {
    double nearAmpere = net.busAmpere[forwards[e] ? net.from[e] : net.to[e]];
    double farAmpere = net.busAmpere[fedBus[e]];
    double[] nearRe = forwards[e] ? solution.currentRe() : solution.toCurrentRe();
    double[] nearIm = forwards[e] ? solution.currentIm() : solution.toCurrentIm();
    double[] farRe = forwards[e] ? solution.toCurrentRe() : solution.currentRe();
    double[] farIm = forwards[e] ? solution.toCurrentIm() : solution.currentIm();
    int carried = net.phases[e] & feeder.tree.live[fedBus[e]];
    for (int phase = 0; phase < 3; phase++) {
      if ((carried & 1 << phase) != 0) {
        int n = feeder.tree.node[3 * fedBus[e] + phase];
        double re = x.i[2 * n];
        double im = x.i[2 * n + 1];
        farRe[3 * e + phase] = -farAmpere * re;
        farIm[3 * e + phase] = -farAmpere * im;
        if (net.coupled[e]) {
          for (int near = 0; near < 3; near++) {
            double ratio = net.coupling[9 * e + 3 * phase + near];
            nearRe[3 * e + near] += nearAmpere * ratio * re;
            nearIm[3 * e + near] += nearAmpere * ratio * im;
          }
        } else {
          nearRe[3 * e + phase] = nearAmpere * feeder.ratio[n] * re;
          nearIm[3 * e + phase] = nearAmpere * feeder.ratio[n] * im;
        }
      }
    }
  }

  /** Half of a line's charging, at one of its ends. */
  private void charge(int e, int bus, Solution solution, double[] currentRe, double[] currentIm) {
    double siemens = net.busOhm[bus] * net.busAmpere[bus];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double b = siemens * net.halfB[6 * e + PerUnit.packed(row, column)];
        if (b != 0) {
          currentRe[3 * e + row] -= b * solution.im()[3 * bus + column];
          currentIm[3 * e + row] += b * solution.re()[3 * bus + column];
        }
      }
    }
  }
}
