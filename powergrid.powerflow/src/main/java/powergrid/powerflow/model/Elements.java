package powergrid.powerflow.model;

import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Generator;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;

/** Whether a network's elements have numbers that mean something, whatever the method. */
public final class Elements {
  private Elements() {}

  /**
   * Looks for the first element whose numbers mean nothing.
   *
   * @param network to be solved
   * @return null if there is none
   */
  public static String fault(Network network) {
    if (network.sources().isEmpty()) {
      return "network " + network.name() + " has no source";
    }
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
      boolean finite = Double.isFinite(generator.mw() + generator.mvar());
      if (!finite || Double.isInfinite(generator.voltagePu()) || generator.voltagePu() <= 0) {
        return "generator "
            + generator.id()
            + " has a power or voltage that is not a finite number";
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
    return null;
  }

  /**
   * Looks for the first generator that controls voltage, or transformer whose shift its windings
   * cannot make: what three-phase methods cannot deal with.
   *
   * @param network to be solved
   * @return null if there is none
   */
  public static String beyondThreePhases(Network network) {
    for (Generator generator : network.generators()) {
      if (generator.controlsVoltage()) {
        return "generator "
            + generator.id()
            + " controls voltage, which a three-phase method does not; the balanced one does";
      }
    }
    for (Branch branch : network.branches()) {
      if (branch instanceof Transformer t && t.clock() < 0) {
        return "branch "
            + t.id()
            + " has a shift of "
            + t.shiftDeg()
            + "\u00b0, which windings "
            + t.fromWinding()
            + " and "
            + t.toWinding()
            + " cannot make";
      }
    }
    return null;
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
}
