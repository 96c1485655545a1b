package powergrid.powerflow.sweep;

import java.util.Arrays;
import powergrid.api.powerflow.Solution;
import powergrid.powerflow.model.PerUnit;
import powergrid.powerflow.model.Phasors;

/** Turns the currents of a sweep into those at the branches' from ends, in ampere. */
final class Flows {
  private final PerUnit net;
  private final Feeder feeder;
  private final int[] target;
  private final int[] node;
  private final double[] ampere;
  private final double[] back;
  private final int[] charged;
  private final int[] chargedFrom;
  private final double[] row;
  private int flows;
  private int rows;

  Flows(PerUnit net, Feeder feeder) {
    this.net = net;
    this.feeder = feeder;
    int n = 3 * net.branches();
    target = new int[n];
    node = new int[n];
    ampere = new double[n];
    back = new double[n];
    charged = new int[n];
    chargedFrom = new int[n];
    row = new double[3 * n];
  }

  /** Finds the branches that carry current in the tree as it has grown. */
  void connect(boolean[] closed, Solution solution) {
    flows = 0;
    rows = 0;
    Arrays.fill(solution.currentRe(), 0);
    Arrays.fill(solution.currentIm(), 0);
    for (int e = 0; e < net.branches(); e++) {
      int fed = feeder.tree.fed(e, closed);
      int carried = fed < 0 ? 0 : net.phases[e] & feeder.tree.live[fed];
      for (int phase = 0; phase < 3; phase++) {
        if ((carried & 1 << phase) != 0) {
          add(e, phase, feeder.tree.node[3 * fed + phase], fed == net.to[e]);
        }
      }
    }
  }

  private void add(int e, int phase, int fed, boolean forwards) {
    double base = net.busAmpere[net.from[e]];
    target[flows] = 3 * e + phase;
    node[flows] = fed;
    ampere[flows] = forwards ? base : 0;
    back[flows] = forwards ? 0 : base;
    flows++;
    boolean charging = false;
    for (int column = 0; column < 3; column++) {
      double halfB = net.halfB[6 * e + PerUnit.PACKED[phase][column]];
      row[3 * rows + column] = halfB * net.busOhm[net.from[e]] * base;
      charging |= halfB != 0;
    }
    if (charging) {
      charged[rows] = 3 * e + phase;
      chargedFrom[rows++] = 3 * net.from[e];
    }
  }

  /** Writes the currents; the solution's voltages are written already. */
  void write(Phasors x, Solution solution) {
    double[] currentRe = solution.currentRe();
    double[] currentIm = solution.currentIm();
    double[] re = solution.re();
    double[] im = solution.im();
    for (int k = 0; k < flows; k++) {
      int n = node[k];
      double gain = ampere[k] * feeder.ratio[n] - back[k];
      currentRe[target[k]] = gain * x.i[2 * n];
      currentIm[target[k]] = gain * x.i[2 * n + 1];
    }
    for (int k = 0; k < rows; k++) {
      int t = charged[k];
      int f = chargedFrom[k];
      int m = 3 * k;
      currentRe[t] -= row[m] * im[f] + row[m + 1] * im[f + 1] + row[m + 2] * im[f + 2];
      currentIm[t] += row[m] * re[f] + row[m + 1] * re[f + 1] + row[m + 2] * re[f + 2];
    }
  }
}
