package powergrid.powerflow.model;

import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;

/**
 * A network's branches in per unit of 1 MVA a phase and of the buses' nominal voltages, whatever
 * the positions of its switches. Every branch is an ideal ratio at its from end followed by a
 * series impedance, {@code V_to = ratio · V_from − Z · I_to}, with half of its susceptance at each
 * end; a regulator's impedance alone lies before the ratio. A transformer that couples phases has a
 * real 3 × 3 matrix for a ratio. Symmetric matrices are packed as aa, ab, ac, bb, bc, cc.
 *
 * <p>A transformer's no-load admittance lies in the middle of its series impedance. That T is a π
 * with series impedance {@code Z (1 + ZY/4)} and {@code (Y/2) / (1 + ZY/4)} at each end.
 */
public final class PerUnit {
  private static final int[][] PACKED = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};

  public final Network network;
  public final int[] from;
  public final int[] to;
  public final int[] phases;
  public final double[] ratio;
  public final double[] r;
  public final double[] x;
  public final double[] halfB;
  public final double[] busOhm;
  public final double[] busAmpere;

  /** By branch: whether it is a transformer that couples phases. */
  public final boolean[] coupled;

  /** By 9 · branch: the ratio of a transformer that couples phases, row by row. */
  public final double[] coupling;

  /** By branch: no-load conductance of a transformer's units at each end, pu of its rating. */
  public final double[] noLoadG;

  /** By branch: no-load susceptance of a transformer's units at each end, pu of its rating. */
  public final double[] noLoadB;

  public PerUnit(Network network) {
    this.network = network;
    List<Bus> buses = network.buses();
    busOhm = new double[buses.size()];
    busAmpere = new double[buses.size()];
    for (int i = 0; i < busOhm.length; i++) {
      busOhm[i] = ohm(buses.get(i));
      busAmpere[i] = ampere(buses.get(i));
    }
    List<Branch> branches = network.branches();
    int n = branches.size();
    from = new int[n];
    to = new int[n];
    phases = new int[n];
    ratio = new double[n];
    r = new double[6 * n];
    x = new double[6 * n];
    halfB = new double[6 * n];
    coupled = new boolean[n];
    coupling = new double[9 * n];
    noLoadG = new double[n];
    noLoadB = new double[n];
    for (int i = 0; i < n; i++) {
      Branch branch = branches.get(i);
      from[i] = network.busIndex(branch.from());
      to[i] = network.busIndex(branch.to());
      phases[i] = branch.phases().bits();
      ratio[i] = buses.get(from[i]).kv() / buses.get(to[i]).kv();
      if (branch instanceof Line line) {
        put(line.rOhm(), 1 / busOhm[to[i]], r, i);
        put(line.xOhm(), 1 / busOhm[to[i]], x, i);
        put(line.bSiemens(), 0.5, halfB, i);
      } else if (branch instanceof Transformer transformer) {
        put(transformer, i);
      } else if (branch instanceof Regulator regulator) {
        for (int phase = 0; phase < 3; phase++) {
          int diagonal = 6 * i + PACKED[phase][phase];
          r[diagonal] = regulator.rOhm().get(phase) / busOhm[from[i]];
          x[diagonal] = regulator.xOhm().get(phase) / busOhm[from[i]];
        }
      }
    }
  }

  private void put(Transformer t, int branch) {
    ratio[branch] *= t.toKv() / t.fromKv();
    double rated = t.toKv() / network.bus(t.to()).kv();
    double base = rated * rated * t.phases().count() / t.mva();
    double aRe = 1 + (t.rPu() * t.gPu() - t.xPu() * t.bPu()) / 4;
    double aIm = (t.rPu() * t.bPu() + t.xPu() * t.gPu()) / 4;
    double a2 = aRe * aRe + aIm * aIm;
    noLoadG[branch] = (t.gPu() * aRe + t.bPu() * aIm) / (2 * a2);
    noLoadB[branch] = (t.bPu() * aRe - t.gPu() * aIm) / (2 * a2);
    for (int phase = 0; phase < 3; phase++) {
      if (t.phases().has(phase)) {
        r[6 * branch + PACKED[phase][phase]] = (t.rPu() * aRe - t.xPu() * aIm) * base;
        x[6 * branch + PACKED[phase][phase]] = (t.rPu() * aIm + t.xPu() * aRe) * base;
      }
    }
    boolean wyes = t.fromWinding() == Winding.GROUNDED_WYE && t.toWinding() == Winding.GROUNDED_WYE;
    coupled[branch] = !wyes || t.clock() != 0;
    if (coupled[branch] && t.phases() == Phases.ABC) {
      couple(t, branch);
    }
  }

  /**
   * Without current, a to winding has the voltage of its from winding. Between two deltas, what is
   * common to the phases of the to side is not defined and taken to be zero.
   */
  private void couple(Transformer t, int branch) {
    boolean deltas = t.fromWinding() == Winding.DELTA && t.toWinding() == Winding.DELTA;
    boolean fromDelta = t.fromWinding() == Winding.DELTA && !deltas;
    double k = (t.reversed() ? -1 : 1) * ratio[branch] / (fromDelta ? Math.sqrt(3) : 1);
    for (int unit = 0; unit < 3; unit++) {
      int row = 9 * branch + 3 * t.toStart(unit);
      if (deltas) {
        for (int column = 0; column < 3; column++) {
          coupling[row + column] = k * ((column == unit ? 1 : 0) - 1.0 / 3);
        }
      } else {
        coupling[row + t.fromStart(unit)] += k;
        if (t.fromFinish(unit) >= 0) {
          coupling[row + t.fromFinish(unit)] -= k;
        }
      }
    }
  }

  /** Entries of phases that the branch does not carry are left at zero. */
  private void put(SymmetricMatrix m, double factor, double[] target, int branch) {
    Phases carried = Phases.ofBits(phases[branch]);
    for (int row = 0; row < 3; row++) {
      for (int column = row; column < 3; column++) {
        if (carried.has(row) && carried.has(column)) {
          target[6 * branch + PACKED[row][column]] = factor * m.get(row, column);
        }
      }
    }
  }

  /**
   * The impedance of one per unit.
   *
   * @param bus where it is
   * @return Ω, of a phase at 1 MVA
   */
  public static double ohm(Bus bus) {
    return bus.kv() * bus.kv() / 3;
  }

  /**
   * The current of one per unit.
   *
   * @param bus where it is
   * @return A, of a phase at 1 MVA
   */
  public static double ampere(Bus bus) {
    return 1000 * Math.sqrt(3) / bus.kv();
  }

  /** Where entry (row, column) of a packed symmetric matrix of three phases is. */
  public static int packed(int row, int column) {
    return PACKED[row][column];
  }

  public int buses() {
    return busOhm.length;
  }

  public int branches() {
    return from.length;
  }

  /** The regulator at a branch's place, or null. */
  public Regulator regulator(int branch) {
    return network.branches().get(branch) instanceof Regulator regulator ? regulator : null;
  }
}
