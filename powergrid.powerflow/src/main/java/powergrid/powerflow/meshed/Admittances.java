package powergrid.powerflow.meshed;

import java.util.Arrays;
import powergrid.api.network.Branch;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.powerflow.model.PerUnit;

/**
 * The admittance matrix of each branch by itself: from its six terminals' voltages (a, b, c at the
 * from end, then at the to end) to the currents into them, in per unit of 1 MVA a phase. A
 * transformer's is put together from its units' windings and reduced by its floating neutrals.
 */
final class Admittances {
  /** Entries of a branch's matrix. */
  static final int SIZE = 36;

  private static final int FROM_NEUTRAL = 6;
  private static final int TO_NEUTRAL = 7;
  private static final int TERMINALS = 8;

  private final Network network;
  private final PerUnit net;
  private final Energised energised;
  private final double[] partRe = new double[TERMINALS * TERMINALS];
  private final double[] partIm = new double[TERMINALS * TERMINALS];
  private final double[][] zRe = {{}, new double[1], new double[4], new double[9]};
  private final double[][] zIm = {{}, new double[1], new double[4], new double[9]};
  private final double[] inverseRe = new double[9];
  private final double[] inverseIm = new double[9];
  private final int[] phase = new int[3];
  private final Unit unit = new Unit();

  /** Real parts by 36 · branch, row by row. */
  final double[] re;

  /** Imaginary parts, likewise. */
  final double[] im;

  Admittances(PerUnit net, Energised energised) {
    this.net = net;
    this.network = net.network;
    this.energised = energised;
    re = new double[SIZE * net.branches()];
    im = new double[SIZE * net.branches()];
  }

  /** Whether a branch joins its ends by ratios, without impedance. */
  static boolean ideal(PerUnit net, int branch) {
    Branch each = net.network.branches().get(branch);
    if (net.coupled[branch] || (each instanceof Line && !allZero(net.halfB, branch))) {
      return false;
    }
    return allZero(net.r, branch) && allZero(net.x, branch);
  }

  private static boolean allZero(double[] packed, int branch) {
    for (int k = 6 * branch; k < 6 * branch + 6; k++) {
      if (packed[k] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Works a branch out for the phases that have supply.
   *
   * @param branch its index
   * @param taps by 3 · branch + phase
   * @return false if its impedances cannot be inverted
   */
  boolean update(int branch, int[] taps) {
    Arrays.fill(partRe, 0);
    Arrays.fill(partIm, 0);
    boolean invertible = true;
    if (network.branches().get(branch) instanceof Transformer t) {
      invertible = transformer(t, branch);
    } else if (!ideal(net, branch)) {
      invertible = series(branch, taps);
    }
    for (int row = 0; row < 6; row++) {
      System.arraycopy(partRe, TERMINALS * row, re, SIZE * branch + 6 * row, 6);
      System.arraycopy(partIm, TERMINALS * row, im, SIZE * branch + 6 * row, 6);
    }
    return invertible;
  }

  /** A line's coupled phases, or a regulator's single ones with their ratios. */
  private boolean series(int branch, int[] taps) {
    int carried = energised.carried(branch);
    int n = 0;
    for (int p = 0; p < 3; p++) {
      if ((carried & 1 << p) != 0) {
        phase[n++] = p;
      }
    }
    Regulator regulator = net.regulator(branch);
    double ratio = net.ratio[branch];
    // a regulator's impedance is at its from side, all others' are at their to side
    double referred = regulator == null ? 1 / (ratio * ratio) : 1;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int packed = 6 * branch + PerUnit.packed(phase[i], phase[j]);
        zRe[n][i * n + j] = net.r[packed] * referred;
        zIm[n][i * n + j] = net.x[packed] * referred;
      }
    }
    if (!Complex3.invert(zRe[n], zIm[n], n, inverseRe, inverseIm)) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int from = phase[i];
        int to = phase[j];
        double atI = regulator == null ? ratio : ratio * boost(regulator, taps[3 * branch + from]);
        double atJ = regulator == null ? ratio : ratio * boost(regulator, taps[3 * branch + to]);
        double yr = zRe[n][i * n + j];
        double yi = zIm[n][i * n + j];
        add(from, to, yr, yi);
        add(from, 3 + to, -yr / atJ, -yi / atJ);
        add(3 + from, to, -yr / atI, -yi / atI);
        add(3 + from, 3 + to, yr / (atI * atJ), yi / (atI * atJ));
        double halfB = net.halfB[6 * branch + PerUnit.packed(from, to)];
        add(from, to, 0, halfB * net.busOhm[net.from[branch]]);
        add(3 + from, 3 + to, 0, halfB * net.busOhm[net.to[branch]]);
      }
    }
    return true;
  }

  private static double boost(Regulator regulator, int tap) {
    return 1 + regulator.step() * tap;
  }

  private boolean transformer(Transformer t, int branch) {
    boolean ideal = ideal(net, branch);
    if (t.rPu() == 0 && t.xPu() == 0 && !ideal) {
      return false;
    }
    unit.of(t);
    double uFrom = turns(t.fromWinding(), t.fromKv(), network.buses().get(net.from[branch]).kv());
    double uTo = turns(t.toWinding(), t.toKv(), network.buses().get(net.to[branch]).kv());
    double[] turns = {
      1 / uFrom, -1 / uFrom, (t.reversed() ? 1 : -1) / uTo, (t.reversed() ? -1 : 1) / uTo
    };
    int[] at = new int[4];
    for (int k = 0; k < 3; k++) {
      if (energised.energised(t, branch, k)) {
        at[0] = t.fromStart(k);
        at[1] = finish(t.fromFinish(k), t.fromWinding(), 0, FROM_NEUTRAL);
        at[2] = 3 + t.toStart(k);
        at[3] = finish(t.toFinish(k), t.toWinding(), 3, TO_NEUTRAL);
        stamp(at, turns);
      }
    }
    if (t.fromWinding() == Winding.WYE && t.toWinding() == Winding.WYE) {
      holdNeutrals(t, branch, 1 / uFrom);
    }
    if (t.fromWinding() == Winding.WYE) {
      Complex3.eliminate(partRe, partIm, TERMINALS, FROM_NEUTRAL);
    }
    if (t.toWinding() == Winding.WYE) {
      Complex3.eliminate(partRe, partIm, TERMINALS, TO_NEUTRAL);
    }
    return true;
  }

  private static double turns(Winding winding, double ratedKv, double busKv) {
    return ratedKv / busKv * (winding == Winding.DELTA ? Math.sqrt(3) : 1);
  }

  private void stamp(int[] at, double[] turns) {
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        if (at[i] >= 0 && at[j] >= 0) {
          double gain = turns[i] * turns[j];
          boolean across = i < 2 != j < 2;
          double yr = across ? unit.mutualRe : i < 2 ? unit.fromRe : unit.toRe;
          double yi = across ? unit.mutualIm : i < 2 ? unit.fromIm : unit.toIm;
          add(at[i], at[j], gain * yr, gain * yi);
        }
      }
    }
  }

  /**
   * Between two floating neutrals, what is common to the units' voltages is not defined. It is made
   * zero by an admittance to it, which carries no current, as neither neutral lets one out.
   */
  private void holdNeutrals(Transformer t, int branch, double turns) {
    int units = 0;
    for (int k = 0; k < 3; k++) {
      units += energised.energised(t, branch, k) ? 1 : 0;
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        int row = i < 3 ? i : FROM_NEUTRAL;
        int column = j < 3 ? j : FROM_NEUTRAL;
        boolean rowIn = i == 3 || energised.energised(t, branch, i);
        boolean columnIn = j == 3 || energised.energised(t, branch, j);
        if (rowIn && columnIn && units > 0) {
          double gain = turns * turns * (i < 3 ? 1 : -units) * (j < 3 ? 1 : -units);
          add(row, column, gain * unit.fromRe, gain * unit.fromIm);
        }
      }
    }
  }

  private static int finish(int phase, Winding winding, int end, int neutral) {
    return phase >= 0 ? end + phase : winding == Winding.WYE ? neutral : -1;
  }

  private void add(int row, int column, double yr, double yi) {
    partRe[TERMINALS * row + column] += yr;
    partIm[TERMINALS * row + column] += yi;
  }
}
