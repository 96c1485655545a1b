package powergrid.networks.opendss;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.network.Branch;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;

/**
 * Makes branches of transformers. One whose taps a regulator control moves is a regulator, behind a
 * transformer unless its sides are alike; units of one phase between the same buses are one bank.
 */
final class Transformers {
  private static final Phases[] UNIT = {Phases.A, Phases.B, Phases.C};

  private final Circuit circuit;
  private final BusTable buses;
  private final Map<String, RegControlElement> controls = new HashMap<>();
  private final Banks banks = new Banks();

  Transformers(Circuit circuit, BusTable buses) {
    this.circuit = circuit;
    this.buses = buses;
  }

  List<Branch> convert() {
    for (RegControlElement control : circuit.enabled("regcontrol", RegControlElement.class)) {
      if (control.transformer().isEmpty()) {
        throw control.error("needs transformer=");
      }
      if (control.winding() != 2) {
        throw control.error("regulates winding 1: only winding=2 is supported");
      }
      RegControlElement other = controls.put(control.transformer(), control);
      if (other != null) {
        throw control.error(
            "controls transformer " + control.transformer() + ", as " + other.fullName() + " does");
      }
    }
    for (TransformerElement each : circuit.enabled("transformer", TransformerElement.class)) {
      if (each.side(0).bus() == null || each.side(1).bus() == null) {
        throw each.error("needs the buses of its two windings");
      }
      RegControlElement control = controls.get(each.name());
      if (control == null) {
        add(each, transformer(each, each.side(1).bus().bus(), each.kv(1)));
      } else {
        regulate(each, control);
      }
    }
    return banks.branches();
  }

  private Transformer transformer(TransformerElement each, String to, double toKv) {
    return each.phases() == 3
        ? make(each, to, toKv, Phases.ABC, each.winding(0), each.winding(1), each.shiftDeg())
        : unit(each, to, toKv);
  }

  private static Transformer make(
      TransformerElement each,
      String to,
      double toKv,
      Phases units,
      Winding from,
      Winding second,
      double shiftDeg) {
    return new Transformer(
        each.fullName(),
        each.side(0).bus().bus(),
        to,
        units,
        each.mva(),
        each.kv(0),
        toKv,
        each.rPu(),
        each.xPu(),
        each.gPu(),
        each.bPu(),
        from,
        second,
        shiftDeg);
  }

  /**
   * Of one phase: the unit of a bank of the vector group that has its windings where it has them.
   */
  private static Transformer unit(TransformerElement each, String to, double toKv) {
    int[] first = each.nodes(0);
    int[] second = each.nodes(1);
    for (int hour = 0; hour < 12; hour++) {
      for (Phases unit : UNIT) {
        Transformer candidate =
            make(each, to, toKv, unit, winding(first), winding(second), 30 * hour);
        int p = Integer.numberOfTrailingZeros(unit.bits());
        int sign =
            polarity(first, candidate.fromStart(p), candidate.fromFinish(p))
                * polarity(second, candidate.toStart(p), candidate.toFinish(p));
        if (candidate.clock() == hour && sign == (candidate.reversed() ? -1 : 1)) {
          return candidate;
        }
      }
    }
    throw each.error("connects its windings in a way that no bank of three does");
  }

  private static Winding winding(int[] nodes) {
    return nodes[0] == 0 || nodes[1] == 0 ? Winding.GROUNDED_WYE : Winding.DELTA;
  }

  /** 1 if a winding lies from phase to phase, −1 if the other way round, 0 if elsewhere. */
  private static int polarity(int[] nodes, int start, int finish) {
    return nodes[0] == start + 1 && nodes[1] == finish + 1
        ? 1
        : nodes[1] == start + 1 && nodes[0] == finish + 1 ? -1 : 0;
  }

  private void add(TransformerElement by, Transformer t) {
    buses.connect(t.from(), t.fromPhases(), t.to(), t.toPhases(), t.toKv() / t.fromKv(), by);
    banks.add(t);
  }

  /**
   * A regulator of a transformer's second winding, behind the transformer unless it is but that.
   */
  private void regulate(TransformerElement each, RegControlElement control) {
    String from = each.side(0).bus().bus();
    String to = each.side(1).bus().bus();
    double untappedKv = each.kv(1) / each.side(1).tap();
    Transformer whole = transformer(each, to, untappedKv);
    if (whole.toWinding() != Winding.GROUNDED_WYE) {
      throw control.error(
          "regulates a winding that is not a grounded wye: those in delta are not supported");
    }
    boolean alone =
        whole.fromWinding() == Winding.GROUNDED_WYE
            && whole.shiftDeg() == 0
            && whole.fromPhases() == whole.toPhases()
            && Math.abs(whole.fromKv() / untappedKv - 1) < 1e-9
            && each.side(0).tap() == 1
            && each.gPu() == 0
            && each.bPu() == 0;
    double ohm = alone ? untappedKv * untappedKv / (each.mva() * 3 / each.phases()) : 0;
    if (!alone) {
      from = buses.fresh(to + "_" + each.name());
      add(each, transformer(each, from, untappedKv));
    }
    add(each, regulator(each, control, from, to, whole.toPhases(), ohm));
  }

  private Regulator regulator(
      TransformerElement each,
      RegControlElement control,
      String from,
      String to,
      Phases phases,
      double ohm) {
    boolean moves = control.moves() && !circuit.controlsOff();
    return new Regulator(
        "regcontrol." + control.name(),
        from,
        to,
        phases,
        each.step(),
        each.tapsEachWay(),
        on(phases, tap(each)),
        on(phases, each.rPu() * ohm),
        on(phases, each.xPu() * ohm),
        moves ? Optional.of(control.control(each.phases() == 3)) : Optional.empty());
  }

  private static double tap(TransformerElement each) {
    double taps = (each.side(1).tap() - 1) / each.step();
    if (each.tapsEachWay() == 0) {
      throw each.error("has no equal number of taps above and below 1: give maxtap and mintap so");
    }
    if (Math.abs(taps - Math.rint(taps)) > 1e-6 || Math.abs(taps) > each.tapsEachWay() + 1e-6) {
      throw each.error(
          "is at tap "
              + each.side(1).tap()
              + ": use a whole number, up to "
              + each.tapsEachWay()
              + ", of steps of "
              + each.step()
              + " from 1");
    }
    return Math.rint(taps);
  }

  private static PhaseValues on(Phases phases, double value) {
    return new PhaseValues(
        phases.has(0) ? value : 0, phases.has(1) ? value : 0, phases.has(2) ? value : 0);
  }

  private void add(TransformerElement by, Regulator r) {
    double ratio = 1 + r.step() * r.taps().get(Integer.numberOfTrailingZeros(r.phases().bits()));
    buses.connect(r.from(), r.phases(), r.to(), r.phases(), ratio, by);
    banks.add(r);
  }
}
