package powergrid.powerflow.meshed;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.powerflow.model.PerUnit;

/**
 * The admittance matrix of a branch by itself: from its six terminals' voltages (a, b, c at the
 * from end, then at the to end) to the currents into them, in per unit of 1 MVA a phase. A
 * transformer's is put together from its units' windings and reduced by its floating neutrals; its
 * no-load admittance is drawn elsewhere.
 */
final class Primitive {
  private static final int FROM_NEUTRAL = 6;
  private static final int TO_NEUTRAL = 7;
  private static final int TERMINALS = 8;

  private final Network network;
  private final PerUnit net;
  private final double[] re = new double[TERMINALS * TERMINALS];
  private final double[] im = new double[TERMINALS * TERMINALS];

  /** 36 real parts, row by row, after a call of {@link #of}. */
  final double[] yRe = new double[36];

  /** 36 imaginary parts. */
  final double[] yIm = new double[36];

  Primitive(PerUnit net) {
    this.net = net;
    this.network = net.network;
  }

  /** Whether a branch is without impedance: a ratio and nothing else. */
  static boolean ideal(PerUnit net, int branch) {
    Branch each = net.network.branches().get(branch);
    if (net.coupled[branch] || each instanceof Line && anyCharging(net, branch)) {
      return false;
    }
    for (int k = 6 * branch; k < 6 * branch + 6; k++) {
      if (net.r[k] != 0 || net.x[k] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyCharging(PerUnit net, int branch) {
    for (int k = 6 * branch; k < 6 * branch + 6; k++) {
      if (net.halfB[k] != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Works a branch out.
   *
   * @param branch its index
   * @param carried the phases that it carries now, as bits
   * @param taps by 3 · branch + phase
   * @return false if its impedances cannot be inverted
   */
  boolean of(int branch, int carried, int[] taps) {
    java.util.Arrays.fill(re, 0);
    java.util.Arrays.fill(im, 0);
    boolean invertible =
        network.branches().get(branch) instanceof Transformer t
            ? transformer(t, branch)
            : series(branch, carried, taps);
    for (int row = 0; row < 6; row++) {
      System.arraycopy(re, TERMINALS * row, yRe, 6 * row, 6);
      System.arraycopy(im, TERMINALS * row, yIm, 6 * row, 6);
    }
    return invertible;
  }

  /** A line's coupled phases, or a regulator's single ones with their ratios. */
  private boolean series(int branch, int carried, int[] taps) {
    int[] phase = new int[3];
    int n = 0;
    for (int p = 0; p < 3; p++) {
      if ((carried & 1 << p) != 0) {
        phase[n++] = p;
      }
    }
    double[] zRe = new double[n * n];
    double[] zIm = new double[n * n];
    Regulator regulator = net.regulator(branch);
    double ratio = net.ratio[branch];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int packed = 6 * branch + PerUnit.PACKED[phase[i]][phase[j]];
        // a regulator's impedance is at its from side, all others' are at their to side
        double referred = regulator != null ? 1 : 1 / (ratio * ratio);
        zRe[i * n + j] = net.r[packed] * referred;
        zIm[i * n + j] = net.x[packed] * referred;
      }
    }
    if (!Complex3.invert(zRe, zIm, n)) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double toI = regulator == null ? ratio : ratio * boost(regulator, branch, phase[i], taps);
        double toJ = regulator == null ? ratio : ratio * boost(regulator, branch, phase[j], taps);
        double yr = zRe[i * n + j];
        double yi = zIm[i * n + j];
        add(phase[i], phase[j], yr, yi);
        add(phase[i], 3 + phase[j], -yr / toJ, -yi / toJ);
        add(3 + phase[i], phase[j], -yr / toI, -yi / toI);
        add(3 + phase[i], 3 + phase[j], yr / (toI * toJ), yi / (toI * toJ));
        double halfB = net.halfB[6 * branch + PerUnit.PACKED[phase[i]][phase[j]]];
        add(phase[i], phase[j], 0, halfB * net.busOhm[net.from[branch]]);
        add(3 + phase[i], 3 + phase[j], 0, halfB * net.busOhm[net.to[branch]]);
      }
    }
    return true;
  }

  static double boost(Regulator regulator, int branch, int phase, int[] taps) {
    return 1 + regulator.step() * taps[3 * branch + phase];
  }

  private boolean transformer(Transformer t, int branch) {
    double packedR = t.rPu();
    double packedX = t.xPu();
    // the π's series impedance: that of the T times (1 + ZY/4)
    double aRe = 1 + (t.rPu() * t.gPu() - t.xPu() * t.bPu()) / 4;
    double aIm = (t.rPu() * t.bPu() + t.xPu() * t.gPu()) / 4;
    double zr = packedR * aRe - packedX * aIm;
    double zi = packedR * aIm + packedX * aRe;
    double square = zr * zr + zi * zi;
    if (square == 0) {
      return false;
    }
    double mva = t.mva() / t.phases().count();
    double yr = mva * zr / square;
    double yi = -mva * zi / square;
    Bus from = network.buses().get(net.from[branch]);
    Bus to = network.buses().get(net.to[branch]);
    double uFrom = t.fromKv() / from.kv() * (t.fromWinding() == Winding.DELTA ? Math.sqrt(3) : 1);
    double uTo = t.toKv() / to.kv() * (t.toWinding() == Winding.DELTA ? Math.sqrt(3) : 1);
    double polarity = t.reversed() ? -1 : 1;
    for (int unit = 0; unit < 3; unit++) {
      if (t.phases().has(unit)) {
        int[] at = {
          t.fromStart(unit),
          finish(t.fromFinish(unit), t.fromWinding(), 0, FROM_NEUTRAL),
          3 + t.toStart(unit),
          finish(t.toFinish(unit), t.toWinding(), 3, TO_NEUTRAL)
        };
        double[] turns = {1 / uFrom, -1 / uFrom, -polarity / uTo, polarity / uTo};
        for (int i = 0; i < 4; i++) {
          for (int j = 0; j < 4; j++) {
            if (at[i] >= 0 && at[j] >= 0) {
              add(at[i], at[j], turns[i] * turns[j] * yr, turns[i] * turns[j] * yi);
            }
          }
        }
      }
    }
    if (t.fromWinding() == Winding.WYE) {
      Complex3.eliminate(re, im, TERMINALS, FROM_NEUTRAL);
    }
    if (t.toWinding() == Winding.WYE) {
      Complex3.eliminate(re, im, TERMINALS, TO_NEUTRAL);
    }
    return true;
  }

  private static int finish(int phase, Winding winding, int end, int neutral) {
    return phase >= 0 ? end + phase : winding == Winding.WYE ? neutral : -1;
  }

  private void add(int row, int column, double yr, double yi) {
    re[TERMINALS * row + column] += yr;
    im[TERMINALS * row + column] += yi;
  }
}
