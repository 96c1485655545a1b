package powergrid.powerflow.sweep;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
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
      obstacle = fitness.shape();
    }
    return obstacle == null ? fitness.unreachable() : obstacle;
  }

  private String shape() {
    Tree tree = new Tree(net);
    String obstacle = tree.grow(new Injections(network).closed());
    return obstacle == null ? grounds(tree) : obstacle;
  }

  /** What is connected to ground behind a delta winding. */
  private String grounds(Tree tree) {
    Floating floating = new Floating(net, tree);
    floating.find();
    for (int e = 0; e < network.branches().size(); e++) {
      Branch branch = network.branches().get(e);
      boolean grounded =
          branch instanceof Line line && !line.bSiemens().equals(SymmetricMatrix.ZERO)
              || branch instanceof Transformer t && t.fromWinding() == Winding.GROUNDED_WYE;
      if (grounded && floating.at(net.from[e])) {
        return grounded("branch " + branch.id(), branch.from());
      }
    }
    for (Load load : network.loads()) {
      if (load.connection() == Connection.WYE && floats(floating, load.bus())) {
        return grounded("load " + load.id(), load.bus());
      }
    }
    for (Capacitor capacitor : network.capacitors()) {
      if (capacitor.connection() == Connection.WYE && floats(floating, capacitor.bus())) {
        return grounded("capacitor " + capacitor.id(), capacitor.bus());
      }
    }
    for (Generator generator : network.generators()) {
      if (floats(floating, generator.bus())) {
        return grounded("generator " + generator.id(), generator.bus());
      }
    }
    return null;
  }

  private boolean floats(Floating floating, String bus) {
    return floating.at(network.busIndex(bus));
  }

  private static String grounded(String what, String bus) {
    return what
        + " is connected to ground at bus "
        + bus
        + ", behind a delta winding; the radial sweep needs such a section without ground";
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
    for (Generator generator : network.generators()) {
      if (generator.controlsVoltage()) {
        return "generator " + generator.id() + " controls voltage, which a sweep cannot";
      }
      if (!Double.isFinite(generator.mw() + generator.mvar())) {
        return "generator " + generator.id() + " has a power that is not a finite number";
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
    if (!(t.mva() > 0 && t.fromKv() > 0 && t.toKv() > 0)) {
      return "a rating that is not above 0";
    }
    if (!Double.isFinite(
        t.mva() + t.fromKv() + t.toKv() + t.rPu() + t.xPu() + t.gPu() + t.bPu() + t.shiftDeg())) {
      return "a rating, impedance or shift that is not a finite number";
    }
    if (t.clock() < 0) {
      return "a shift of "
          + t.shiftDeg()
          + "\u00b0, which windings "
          + t.fromWinding()
          + " and "
          + t.toWinding()
          + " cannot make";
    }
    boolean wyes = t.fromWinding() == Winding.GROUNDED_WYE && t.toWinding() == Winding.GROUNDED_WYE;
    boolean sweepable =
        wyes && t.clock() == 0
            || t.phases() == Phases.ABC
                && (wyes || t.fromWinding() == Winding.DELTA && t.toWinding() != Winding.WYE);
    return sweepable
        ? null
        : "windings "
            + t.fromWinding()
            + " and "
            + t.toWinding()
            + " on phases "
            + t.phases()
            + "; the radial sweep needs GROUNDED_WYE on both sides, or DELTA to GROUNDED_WYE or"
            + " DELTA on all phases";
  }

  private static String fault(Regulator regulator) {
    double lowest = 1 - Math.abs(regulator.step()) * regulator.maxTap();
    if (!finite(regulator.rOhm()) || !finite(regulator.xOhm())) {
      return "an impedance that is not a finite number";
    }
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
