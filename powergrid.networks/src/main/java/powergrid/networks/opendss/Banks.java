package powergrid.networks.opendss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.network.Branch;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.Transformer;

/**
 * Transformers and regulators; units between the same buses are put together where they are alike.
 */
final class Banks {
  private record Place(String from, String to) {}

  private final List<Branch> branches = new ArrayList<>();
  private final Map<Place, List<Integer>> between = new HashMap<>();

  /** What was added, in that order. */
  List<Branch> branches() {
    return branches;
  }

  void add(Branch unit) {
    List<Integer> there =
        between.computeIfAbsent(new Place(unit.from(), unit.to()), place -> new ArrayList<>());
    for (int i : there) {
      Branch bank = branches.get(i);
      if (bank instanceof Transformer a && unit instanceof Transformer b && together(a, b)) {
        branches.set(i, bank(a, b));
        return;
      }
      if (bank instanceof Regulator a && unit instanceof Regulator b && together(a, b)) {
        branches.set(i, bank(a, b));
        return;
      }
    }
    there.add(branches.size());
    branches.add(unit);
  }

  /** Whether two are units of a bank: alike but for their phases. */
  private static boolean together(Transformer a, Transformer b) {
    return (a.phases().bits() & b.phases().bits()) == 0
        && bank(a, "", Phases.A, a.mva() / a.phases().count())
            .equals(bank(b, "", Phases.A, b.mva() / b.phases().count()));
  }

  private static Transformer bank(Transformer a, Transformer b) {
    return bank(a, joined(a, b), joined(a.phases(), b.phases()), a.mva() + b.mva());
  }

  private static Transformer bank(Transformer t, String id, Phases units, double mva) {
    return new Transformer(
        id,
        t.from(),
        t.to(),
        units,
        mva,
        t.fromKv(),
        t.toKv(),
        t.rPu(),
        t.xPu(),
        t.gPu(),
        t.bPu(),
        t.fromWinding(),
        t.toWinding(),
        t.shiftDeg());
  }

  private static String joined(Branch bank, Branch unit) {
    return bank.id() + "+" + unit.id().substring(unit.id().indexOf('.') + 1);
  }

  private static Phases joined(Phases a, Phases b) {
    return Phases.ofBits(a.bits() | b.bits());
  }

  /** Whether two are of one bank: alike but for their phases and what may differ by phase. */
  private static boolean together(Regulator a, Regulator b) {
    return (a.phases().bits() & b.phases().bits()) == 0
        && a.from().equals(b.from())
        && a.to().equals(b.to())
        && a.step() == b.step()
        && a.maxTap() == b.maxTap()
        && a.control().map(Banks::common).equals(b.control().map(Banks::common));
  }

  private static RegulatorControl common(RegulatorControl c) {
    return withPhases(c, PhaseValues.ZERO, PhaseValues.ZERO, PhaseValues.ZERO);
  }

  private static RegulatorControl withPhases(
      RegulatorControl c, PhaseValues set, PhaseValues r, PhaseValues x) {
    return new RegulatorControl(
        set,
        c.bandVolts(),
        c.ptRatio(),
        c.ctAmpere(),
        r,
        x,
        c.delaySeconds(),
        c.moveSeconds(),
        c.gangPhase(),
        c.reverse());
  }

  private static Regulator bank(Regulator a, Regulator b) {
    Phases unit = b.phases();
    return new Regulator(
        joined(a, b),
        a.from(),
        a.to(),
        joined(a.phases(), unit),
        a.step(),
        a.maxTap(),
        either(a.taps(), b.taps(), unit),
        either(a.rOhm(), b.rOhm(), unit),
        either(a.xOhm(), b.xOhm(), unit),
        a.control()
            .map(
                c -> {
                  RegulatorControl d = b.control().get();
                  return withPhases(
                      c,
                      either(c.setVolts(), d.setVolts(), unit),
                      either(c.rVolts(), d.rVolts(), unit),
                      either(c.xVolts(), d.xVolts(), unit));
                }));
  }

  /** The values of one, but on some phases those of another. */
  private static PhaseValues either(PhaseValues a, PhaseValues b, Phases onB) {
    return new PhaseValues(
        onB.has(0) ? b.a() : a.a(), onB.has(1) ? b.b() : a.b(), onB.has(2) ? b.c() : a.c());
  }
}
