package powergrid.powerflow.reference;

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
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;

/** The same network with a called b, b called c and c called a. */
public final class Rotation {
  private Rotation() {}

  /** What an index of 3 · something + phase becomes. */
  public static int next(int i) {
    return 3 * (i / 3) + (i + 1 - 3 * (i / 3)) % 3;
  }

  public static Network of(Network network) {
    Network.Builder rotated = Network.builder(network.name());
    for (Bus bus : network.buses()) {
      rotated.add(new Bus(bus.id(), of(bus.phases()), bus.kv()));
    }
    network.branches().forEach(branch -> rotated.add(of(branch)));
    for (Load l : network.loads()) {
      rotated.add(new Load(l.id(), l.bus(), l.connection(), l.model(), of(l.mw()), of(l.mvar())));
    }
    for (Capacitor c : network.capacitors()) {
      rotated.add(new Capacitor(c.id(), c.bus(), c.connection(), of(c.mvar()), c.on()));
    }
    for (Source s : network.sources()) {
      rotated.add(new Source(s.id(), s.bus(), s.voltagePu(), s.angleDeg() + 120));
    }
    return rotated.build();
  }

  private static Phases of(Phases phases) {
    int bits = phases.bits() << 1;
    return Phases.ofBits((bits & 7) | bits >> 3);
  }

  private static PhaseValues of(PhaseValues v) {
    return new PhaseValues(v.c(), v.a(), v.b());
  }

  private static SymmetricMatrix of(SymmetricMatrix m) {
    return new SymmetricMatrix(m.cc(), m.ac(), m.bc(), m.aa(), m.ab(), m.bb());
  }

  private static Branch of(Branch branch) {
    Phases p = of(branch.phases());
    if (branch instanceof Line l) {
      return new Line(
          l.id(),
          l.from(),
          l.to(),
          p,
          l.km(),
          of(l.rOhm()),
          of(l.xOhm()),
          of(l.bSiemens()),
          l.ratingA());
    }
    if (branch instanceof Transformer t) {
      return new Transformer(
          t.id(),
          t.from(),
          t.to(),
          p,
          t.mva(),
          t.fromKv(),
          t.toKv(),
          t.rPu(),
          t.xPu(),
          t.fromWinding(),
          t.toWinding());
    }
    if (branch instanceof Regulator r) {
      return new Regulator(r.id(), r.from(), r.to(), p, r.step(), r.maxTap(), of(r.taps()));
    }
    Switch s = (Switch) branch;
    return new Switch(s.id(), s.from(), s.to(), p, s.closed());
  }
}
