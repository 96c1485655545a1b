package powergrid.powerflow.newton;

import java.util.Arrays;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/**
 * Turns a solution's voltages into the branches' currents. Those of rigid branches follow from
 * Kirchhoff's current law at the outer bus of each, from the outermost inwards.
 */
final class BranchFlows {
  private static final double HALF_ROOT_3 = Math.sqrt(3) / 2;

  private final Nodes nodes;
  private final PositiveSequence net;
  private final Network network;
  private final SetPoints setPoints;
  private final Taken taken;

  /** By bus: current from elsewhere that it needs, pu. */
  private final double[] needRe;

  private final double[] needIm;
  private final int[] generatorBus;
  private final int[] sourceBus;

  BranchFlows(Nodes nodes, SetPoints setPoints, Taken taken) {
    this.setPoints = setPoints;
    this.nodes = nodes;
    this.net = nodes.net;
    this.taken = taken;
    network = net.network;
    needRe = new double[net.buses()];
    needIm = new double[net.buses()];
    generatorBus = network.generators().stream().mapToInt(g -> network.busIndex(g.bus())).toArray();
    sourceBus = network.sources().stream().mapToInt(s -> network.busIndex(s.bus())).toArray();
  }

  /**
   * Writes the currents; the solution's voltages and the powers of its sources and generators are
   * written already.
   */
  void write(boolean[] closed, boolean[] on, Solution solution) {
    clear(solution);
    Arrays.fill(needRe, 0);
    Arrays.fill(needIm, 0);
    for (int e = 0; e < closed.length; e++) {
      if (closed[e] && nodes.node[net.from[e]] >= 0) {
        through(e, solution);
      }
    }
    if (nodes.trees > 0) {
      need(on, solution);
      for (int i = nodes.trees - 1; i >= 0; i--) {
        carry(nodes.tree[i], nodes.outwards[i], solution);
      }
    }
    for (int e = 0; e < closed.length; e++) {
      phases(solution.currentRe(), solution.currentIm(), e, net.busAmpere[net.from[e]]);
      phases(solution.toCurrentRe(), solution.toCurrentIm(), e, net.busAmpere[net.to[e]]);
    }
  }

  static void clear(Solution solution) {
    Arrays.fill(solution.currentRe(), 0);
    Arrays.fill(solution.currentIm(), 0);
    Arrays.fill(solution.toCurrentRe(), 0);
    Arrays.fill(solution.toCurrentIm(), 0);
  }

  private void through(int e, Solution solution) {
    int f = net.from[e];
    int t = net.to[e];
    double fRe = solution.re()[3 * f];
    double fIm = solution.im()[3 * f];
    double tRe = solution.re()[3 * t];
    double tIm = solution.im()[3 * t];
    // from the from end, behind the ratio, to the to end
    double re = net.kRe[e] * fRe - net.kIm[e] * fIm - tRe;
    double im = net.kRe[e] * fIm + net.kIm[e] * fRe - tIm;
    double throughRe = net.yRe[e] * re - net.yIm[e] * im;
    double throughIm = net.yRe[e] * im + net.yIm[e] * re;
    add(
        solution,
        e,
        net.kRe[e] * throughRe + net.kIm[e] * throughIm + net.fromG[e] * fRe - net.fromB[e] * fIm,
        net.kRe[e] * throughIm - net.kIm[e] * throughRe + net.fromG[e] * fIm + net.fromB[e] * fRe,
        net.toG[e] * tRe - net.toB[e] * tIm - throughRe,
        net.toG[e] * tIm + net.toB[e] * tRe - throughIm);
  }

  private void add(
      Solution solution, int e, double fromRe, double fromIm, double toRe, double toIm) {
    solution.currentRe()[3 * e] += fromRe;
    solution.currentIm()[3 * e] += fromIm;
    solution.toCurrentRe()[3 * e] += toRe;
    solution.toCurrentIm()[3 * e] += toIm;
    needRe[net.from[e]] += fromRe;
    needIm[net.from[e]] += fromIm;
    needRe[net.to[e]] += toRe;
    needIm[net.to[e]] += toIm;
  }

  private void need(boolean[] on, Solution solution) {
    for (int i = 0; i < taken.count; i++) {
      need(taken.bus[i], taken.tookP(i), taken.tookQ(i), solution);
    }
    for (int g = 0; g < generatorBus.length; g++) {
      if (setPoints.keptNode[g] >= 0) {
        need(generatorBus[g], 0, -solution.generatorsMvar()[g] / 3, solution);
      }
    }
    for (int s = 0; s < sourceBus.length; s++) {
      need(sourceBus[s], -solution.sourcesMw()[3 * s], -solution.sourcesMvar()[3 * s], solution);
    }
    for (int c = 0; c < on.length; c++) {
      if (on[c]) {
        int bus = network.busIndex(network.capacitors().get(c).bus());
        double b = network.capacitors().get(c).mvar().sum() / 3;
        needRe[bus] -= b * solution.im()[3 * bus];
        needIm[bus] += b * solution.re()[3 * bus];
      }
    }
  }

  private void need(int bus, double p, double q, Solution solution) {
    double re = solution.re()[3 * bus];
    double im = solution.im()[3 * bus];
    double square = re * re + im * im;
    if (square > 0) {
      needRe[bus] += (p * re + q * im) / square;
      needIm[bus] += (p * im - q * re) / square;
    }
  }

  private void carry(int e, boolean outwards, Solution solution) {
    double k2 = net.kRe[e] * net.kRe[e] + net.kIm[e] * net.kIm[e];
    if (nodes.node[net.to[e]] < 0) {
      return;
    }
    if (outwards) {
      double re = needRe[net.to[e]];
      double im = needIm[net.to[e]];
      add(
          solution,
          e,
          net.kRe[e] * re + net.kIm[e] * im,
          net.kRe[e] * im - net.kIm[e] * re,
          -re,
          -im);
    } else {
      double re = needRe[net.from[e]];
      double im = needIm[net.from[e]];
      add(
          solution,
          e,
          -re,
          -im,
          (net.kRe[e] * re - net.kIm[e] * im) / k2,
          (net.kRe[e] * im + net.kIm[e] * re) / k2);
    }
  }

  /** Turns phase a's current in per unit into all phases' in ampere. */
  private static void phases(double[] re, double[] im, int e, double ampere) {
    double aRe = ampere * re[3 * e];
    double aIm = ampere * im[3 * e];
    re[3 * e] = aRe;
    im[3 * e] = aIm;
    turn(re, im, 3 * e);
  }

  /** Makes phases b and c of phase a. */
  static void turn(double[] re, double[] im, int a) {
    re[a + 1] = HALF_ROOT_3 * im[a] - re[a] / 2;
    im[a + 1] = -HALF_ROOT_3 * re[a] - im[a] / 2;
    re[a + 2] = -HALF_ROOT_3 * im[a] - re[a] / 2;
    im[a + 2] = HALF_ROOT_3 * re[a] - im[a] / 2;
  }
}
