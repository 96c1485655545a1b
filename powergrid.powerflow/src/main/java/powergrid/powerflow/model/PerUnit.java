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

/**
 * A network's branches in per unit of 1 MVA a phase and of the buses' nominal voltages, whatever
 * the positions of its switches. Every branch is an ideal ratio at its from end followed by a
 * series impedance, {@code V_to = ratio · V_from − Z · I_to}, with half of its susceptance at each
 * end. Symmetric matrices are packed as aa, ab, ac, bb, bc, cc.
 */
public final class PerUnit {
  /** Where entry (row, column) of a packed symmetric matrix of three phases is. */
  public static final int[][] PACKED = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};

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

  public PerUnit(Network network) {
    this.network = network;
    List<Bus> buses = network.buses();
    busOhm = new double[buses.size()];
    busAmpere = new double[buses.size()];
    for (int i = 0; i < busOhm.length; i++) {
      double kv = buses.get(i).kv();
      busOhm[i] = kv * kv / 3;
      busAmpere[i] = 1000 * Math.sqrt(3) / kv;
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
      }
    }
  }

  private void put(Transformer t, int branch) {
    ratio[branch] *= t.toKv() / t.fromKv();
    double rated = t.toKv() / network.bus(t.to()).kv();
    double base = rated * rated * t.phases().count() / t.mva();
    for (int phase = 0; phase < 3; phase++) {
      if (t.phases().has(phase)) {
        r[6 * branch + PACKED[phase][phase]] = t.rPu() * base;
        x[6 * branch + PACKED[phase][phase]] = t.xPu() * base;
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
