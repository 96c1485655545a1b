package powergrid.powerflow.sweep;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;
import powergrid.powerflow.model.PerUnit;

/** Whether the radial sweep fits a network; if not, which element is at fault. */
final class Fitness {
  private final Network network;
  private final PerUnit net;

  private Fitness(Network network) {
    this.network = network;
    this.net = new PerUnit(network);
  }

  /**
   * Looks for the first element that the sweep cannot deal with.
   *
   * @return null if there is none
   */
  static String obstacle(Network network) {
    if (network.sources().isEmpty()) {
      return "network " + network.name() + " has no source";
    }
    Fitness fitness = new Fitness(network);
    String obstacle = fitness.elements();
    if (obstacle == null) {
      obstacle = new Tree(fitness.net).grow(new Injections(network).closed());
    }
    return obstacle == null ? fitness.unreachable() : obstacle;
  }

  private String elements() {
    for (Branch branch : network.branches()) {
      String fault = null;
      if (branch instanceof Transformer transformer) {
        fault = fault(transformer);
      } else if (branch instanceof Regulator regulator) {
        fault = fault(regulator);
      } else if (branch instanceof Line line) {
        boolean finite = finite(line.rOhm()) && finite(line.xOhm()) && finite(line.bSiemens());
        fault = finite ? null : "an impedance or susceptance that is not a finite number";
      }
      if (fault != null) {
        return "branch " + branch.id() + " has " + fault;
      }
    }
    for (Load load : network.loads()) {
      if (!finite(load.mw()) || !finite(load.mvar())) {
        return "load " + load.id() + " has a power that is not a finite number";
      }
    }
    for (Capacitor capacitor : network.capacitors()) {
      if (!finite(capacitor.mvar())) {
        return "capacitor " + capacitor.id() + " has a power that is not a finite number";
      }
    }
    for (Source source : network.sources()) {
      if (!(source.voltagePu() > 0) || !Double.isFinite(source.voltagePu() + source.angleDeg())) {
        return "source " + source.id() + " has no finite voltage above 0";
      }
    }
    return null;
  }

  private static String fault(Transformer t) {
    if (t.fromWinding() != Winding.GROUNDED_WYE || t.toWinding() != Winding.GROUNDED_WYE) {
      return "windings "
          + t.fromWinding()
          + " and "
          + t.toWinding()
          + "; the radial sweep needs GROUNDED_WYE on both sides";
    }
    if (!(t.mva() > 0 && t.fromKv() > 0 && t.toKv() > 0)) {
      return "a rating that is not above 0";
    }
    boolean finite = Double.isFinite(t.mva() + t.fromKv() + t.toKv() + t.rPu() + t.xPu());
    return finite ? null : "a rating or impedance that is not a finite number";
  }

  private static String fault(Regulator regulator) {
    double lowest = 1 - Math.abs(regulator.step()) * regulator.maxTap();
    return lowest > 0 && lowest <= 1
        ? null
        : "step " + regulator.step() + " and taps to " + regulator.maxTap() + ": a ratio below 0";
  }

  private static boolean finite(PhaseValues v) {
    return Double.isFinite(v.a() + v.b() + v.c());
  }

  private static boolean finite(SymmetricMatrix m) {
    return Double.isFinite(m.aa() + m.ab() + m.ac() + m.bb() + m.bc() + m.cc());
  }

  /**
   * A phase that no position of the switches would supply is a mistake; others may wait for one.
   */
  private String unreachable() {
    int[] reached = new Tree(net).reachable();
    for (int i = 0; i < reached.length; i++) {
      Bus bus = network.buses().get(i);
      int missing = bus.phases().bits() & ~reached[i];
      if (missing != 0) {
        return "bus "
            + bus.id()
            + " has no path to a source for phase "
            + Phases.ofBits(missing)
            + ", whatever the switches' positions";
      }
    }
    return null;
  }
}
