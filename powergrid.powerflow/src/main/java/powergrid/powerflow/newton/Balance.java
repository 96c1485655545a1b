package powergrid.powerflow.newton;

import java.util.Locale;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
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
import powergrid.api.powerflow.Injections;

/** Whether a network is balanced and can be solved for one phase; if not, what is at fault. */
final class Balance {
  private static final double SAME = 1e-9;

  private static final String USE = ": use a three-phase method";

  private Balance() {}

  /**
   * Looks for the first element that the balanced method cannot deal with.
   *
   * @return null if there is none
   */
  static String obstacle(Network network) {
    String obstacle = imbalance(network);
    if (obstacle != null) {
      return obstacle;
    }
    if (network.sources().isEmpty()) {
      return "network " + network.name() + " has no source";
    }
    PositiveSequence net = new PositiveSequence(network);
    Nodes nodes = new Nodes(net);
    int unreachable = nodes.islands.unreachable();
    if (unreachable >= 0) {
      return "bus "
          + network.buses().get(unreachable).id()
          + " has no path to a source, whatever the switches' positions";
    }
    nodes.connect(new Injections(network).closed());
    obstacle = nodes.scale();
    if (obstacle != null) {
      return obstacle;
    }
    SetPoints setPoints = new SetPoints(nodes);
    setPoints.connect();
    return setPoints.scale();
  }

  private static String imbalance(Network network) {
    for (Bus bus : network.buses()) {
      if (bus.phases() != Phases.ABC) {
        return "bus "
            + bus.id()
            + " has phases "
            + bus.phases()
            + "; the balanced method needs abc"
            + USE;
      }
    }
    for (Branch branch : network.branches()) {
      String fault = fault(branch);
      if (fault != null) {
        return fault;
      }
    }
    for (Load load : network.loads()) {
      String fault = fault("load " + load.id(), load.mw(), load.mvar());
      if (fault != null) {
        return fault;
      }
    }
    for (Capacitor capacitor : network.capacitors()) {
      String fault = fault("capacitor " + capacitor.id(), capacitor.mvar(), PhaseValues.ZERO);
      if (fault != null) {
        return fault;
      }
    }
    for (Source source : network.sources()) {
      if (!(source.voltagePu() > 0) || !Double.isFinite(source.voltagePu() + source.angleDeg())) {
        return "source " + source.id() + " has no finite voltage above 0";
      }
    }
    for (Generator g : network.generators()) {
      if (g.controlsVoltage() && !(g.voltagePu() > 0 && Double.isFinite(g.voltagePu()))) {
        return "generator " + g.id() + " has no finite voltage above 0";
      }
      if (!Double.isFinite(g.mw() + g.mvar())) {
        return "generator " + g.id() + " has a power that is not a finite number";
      }
    }
    return null;
  }

  private static String fault(Branch branch) {
    if (branch.phases() != Phases.ABC) {
      return what(branch)
          + " has phases "
          + branch.phases()
          + "; the balanced method needs abc"
          + USE;
    }
    if (branch instanceof Line line) {
      return fault(line);
    }
    if (branch instanceof Transformer transformer) {
      return fault(transformer);
    }
    return branch instanceof Regulator regulator ? fault(regulator) : null;
  }

  private static String what(Branch branch) {
    return branch.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + branch.id();
  }

  private static String fault(Line line) {
    String fault = fault(line, "impedances", line.rOhm());
    fault = fault == null ? fault(line, "impedances", line.xOhm()) : fault;
    return fault == null ? fault(line, "susceptances", line.bSiemens()) : fault;
  }

  private static String fault(Line line, String kind, SymmetricMatrix m) {
    if (!Double.isFinite(m.aa() + m.ab() + m.ac() + m.bb() + m.bc() + m.cc())) {
      return what(line) + " has " + kind + " that are not finite numbers";
    }
    boolean self = unequal(m.aa(), m.bb(), m.cc(), 0);
    return self || unequal(m.ab(), m.ac(), m.bc(), m.aa())
        ? what(line)
            + " has unequal "
            + (self ? "self " : "mutual ")
            + kind
            + "; the balanced method needs transposed lines"
            + USE
        : null;
  }

  private static String fault(Transformer t) {
    if (!(t.mva() > 0 && t.fromKv() > 0 && t.toKv() > 0)) {
      return what(t) + " has a rating that is not above 0";
    }
    double all = t.mva() + t.fromKv() + t.toKv() + t.rPu() + t.xPu() + t.gPu() + t.bPu();
    return Double.isFinite(all + t.shiftDeg())
        ? null
        : what(t) + " has a rating or impedance that is not a finite number";
  }

  private static String fault(Regulator r) {
    double lowest = 1 - Math.abs(r.step()) * r.maxTap();
    if (!(lowest > 0 && lowest <= 1)) {
      return what(r) + " has step " + r.step() + " and taps to " + r.maxTap() + ": a ratio below 0";
    }
    if (!finite(r.rOhm()) || !finite(r.xOhm())) {
      return what(r) + " has an impedance that is not a finite number";
    }
    boolean unequal = unequal(r.rOhm()) || unequal(r.xOhm());
    if (unequal || unequal(r.taps())) {
      return what(r)
          + " has unequal "
          + (unequal ? "impedances" : "taps")
          + "; the balanced method needs equal ones"
          + USE;
    }
    return null;
  }

  private static String fault(String who, PhaseValues p, PhaseValues q) {
    if (!finite(p) || !finite(q)) {
      return who + " has a power that is not a finite number";
    }
    return unequal(p) || unequal(q)
        ? who + " has unequal power on its phases; the balanced method needs equal ones" + USE
        : null;
  }

  private static boolean finite(PhaseValues v) {
    return Double.isFinite(v.a() + v.b() + v.c());
  }

  private static boolean unequal(PhaseValues v) {
    return unequal(v.a(), v.b(), v.c(), 0);
  }

  /** Whether three numbers differ by more than rounding beside the greatest of them and another. */
  static boolean unequal(double a, double b, double c, double beside) {
    double great = Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.abs(c));
    double allowed = SAME * Math.max(great, Math.abs(beside));
    return !(Math.abs(a - b) <= allowed
        && Math.abs(a - c) <= allowed
        && Math.abs(b - c) <= allowed);
  }
}
