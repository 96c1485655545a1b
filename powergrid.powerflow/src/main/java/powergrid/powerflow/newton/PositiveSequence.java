package powergrid.powerflow.newton;

import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.powerflow.model.PerUnit;

/**
 * A balanced network's branches for positive-sequence currents, in per unit of 1 MVA a phase and of
 * the buses' nominal voltages. Every branch is an ideal complex ratio k at its from end followed by
 * a series admittance, with a shunt admittance at each end; one without impedance is rigid.
 */
final class PositiveSequence {
  final Network network;
  final int[] from;
  final int[] to;

  /** Whether a branch has no impedance: the voltage of its to bus is k times that of its from. */
  final boolean[] rigid;

  final double[] kRe;
  final double[] kIm;

  /** Series admittance; as it is seen from the to bus. */
  final double[] yRe;

  final double[] yIm;
  final double[] fromG;
  final double[] fromB;
  final double[] toG;
  final double[] toB;
  final double[] busAmpere;
  private final double[] busOhm;
  private final Regulator[] regulators;

  PositiveSequence(Network network) {
    this.network = network;
    List<Bus> buses = network.buses();
    busOhm = new double[buses.size()];
    busAmpere = new double[buses.size()];
    for (int i = 0; i < busOhm.length; i++) {
      busOhm[i] = PerUnit.ohm(buses.get(i));
      busAmpere[i] = PerUnit.ampere(buses.get(i));
    }
    int n = network.branches().size();
    from = new int[n];
    to = new int[n];
    rigid = new boolean[n];
    kRe = new double[n];
    kIm = new double[n];
    yRe = new double[n];
    yIm = new double[n];
    fromG = new double[n];
    fromB = new double[n];
    toG = new double[n];
    toB = new double[n];
    regulators = new Regulator[n];
    for (int e = 0; e < n; e++) {
      Branch branch = network.branches().get(e);
      from[e] = network.busIndex(branch.from());
      to[e] = network.busIndex(branch.to());
      kRe[e] = nominalRatio(e);
      rigid[e] = true;
      if (branch instanceof Line line) {
        put(line, e);
      } else if (branch instanceof Transformer transformer) {
        put(transformer, e);
      } else if (branch instanceof Regulator regulator) {
        regulators[e] = regulator;
        put(regulator, 0, e);
      }
    }
  }

  private double nominalRatio(int e) {
    return network.buses().get(from[e]).kv() / network.buses().get(to[e]).kv();
  }

  private static double positive(SymmetricMatrix m) {
    return m.aa() - m.ab();
  }

  private void put(Line line, int e) {
    double b = positive(line.bSiemens()) / 2;
    fromB[e] = b * busOhm[from[e]];
    toB[e] = b * busOhm[to[e]];
    series(e, positive(line.rOhm()) / busOhm[to[e]], positive(line.xOhm()) / busOhm[to[e]]);
  }

  /** The no-load admittance y in the middle of the impedance z makes a T, here turned into a π. */
  private void put(Transformer t, int e) {
    double ratio = kRe[e] * t.toKv() / t.fromKv();
    double shift = Math.toRadians(t.shiftDeg());
    kRe[e] = ratio * StrictMath.cos(shift);
    kIm[e] = -ratio * StrictMath.sin(shift);
    double rated = t.toKv() / network.bus(t.to()).kv();
    double base = rated * rated * 3 / t.mva();
    double r = t.rPu() * base;
    double x = t.xPu() * base;
    double g = t.gPu() / base;
    double b = t.bPu() / base;
    if (r == 0 && x == 0) {
      toG[e] = g;
      toB[e] = b;
      return;
    }
    // z y / 2, of which half of y a side is reduced and by half of which z grows
    double re = (r * g - x * b) / 2;
    double im = (r * b + x * g) / 2;
    series(e, r + (r * re - x * im) / 2, x + (r * im + x * re) / 2);
    double size = (2 + re) * (2 + re) + im * im;
    toG[e] = (g * (2 + re) + b * im) / size;
    toB[e] = (b * (2 + re) - g * im) / size;
    fromG[e] = ratio * ratio * toG[e];
    fromB[e] = ratio * ratio * toB[e];
  }

  private void put(Regulator regulator, int tap, int e) {
    double gain = 1 + regulator.step() * tap;
    kRe[e] = gain * nominalRatio(e);
    double base = kRe[e] * kRe[e] / busOhm[from[e]];
    series(e, regulator.rOhm().a() * base, regulator.xOhm().a() * base);
  }

  private void series(int e, double r, double x) {
    double z2 = r * r + x * x;
    rigid[e] = z2 == 0;
    yRe[e] = rigid[e] ? 0 : r / z2;
    yIm[e] = rigid[e] ? 0 : -x / z2;
  }

  /**
   * Moves the regulators.
   *
   * @param taps by 3 · branch + phase
   */
  void tap(int[] taps) {
    for (int e = 0; e < regulators.length; e++) {
      Regulator regulator = regulators[e];
      if (regulator != null) {
        if (taps[3 * e] != taps[3 * e + 1] || taps[3 * e] != taps[3 * e + 2]) {
          throw new IllegalStateException(
              "regulator "
                  + regulator.id()
                  + " has unequal taps; the balanced method needs equal ones: "
                  + "use a three-phase method");
        }
        put(regulator, taps[3 * e], e);
      }
    }
  }

  int buses() {
    return busAmpere.length;
  }

  int branches() {
    return from.length;
  }

  /** A bus's base of admittances turned round, Ω. */
  double busOhm(int bus) {
    return busOhm[bus];
  }
}
