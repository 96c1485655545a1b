package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** Balanced equipment at 3 kV: with 1 MVA a phase, 3 Ω make one unit. */
final class Parts {
  static final double KV = 3;
  static final double OHM = 3;

  /** Ampere in a unit of current. */
  static final double AMPERE = 1000 * Math.sqrt(3) / KV;

  private Parts() {}

  static Bus bus(String id) {
    return new Bus(id, Phases.ABC, KV);
  }

  static Source source(String bus) {
    return new Source("source at " + bus, bus, 1, 0);
  }

  static Source forming(String bus, double angleDeg) {
    return new Source("former at " + bus, bus, 1, angleDeg, true, 1);
  }

  static SymmetricMatrix matrix(double self, double mutual) {
    return new SymmetricMatrix(self, mutual, mutual, self, mutual, self);
  }

  /** A line of an impedance to positive-sequence currents, pu; mutual ones are a third more. */
  static Line line(String from, String to, double r, double x, double halfB) {
    return new Line(
        from + to,
        from,
        to,
        Phases.ABC,
        1,
        matrix(4 * r, 3 * r).times(OHM),
        matrix(4 * x, 3 * x).times(OHM),
        matrix(2 * halfB / 1.2, -0.2 * 2 * halfB / 1.2).times(1 / OHM),
        Double.NaN);
  }

  static Switch closed(String from, String to) {
    return new Switch(from + to, from, to, Phases.ABC, true);
  }

  static PhaseValues each(double value) {
    return new PhaseValues(value, value, value);
  }

  static Load load(String bus, LoadModel model, double p, double q) {
    return new Load("load at " + bus, bus, Connection.WYE, model, each(p), each(q));
  }

  static Load load(String bus, double p, double q) {
    return load(bus, LoadModel.POWER, p, q);
  }

  static Transformer transformer(
      String from, String to, double x, double g, double b, double ratio, double shiftDeg) {
    // of 3 MVA, so that its per unit is ours
    return new Transformer(
        from + to,
        from,
        to,
        Phases.ABC,
        3,
        KV / ratio,
        KV,
        0,
        x,
        g,
        b,
        Winding.DELTA,
        Winding.GROUNDED_WYE,
        shiftDeg);
  }

  static Regulator regulator(String from, String to, int tap, double r, double x) {
    return new Regulator(
        from + to,
        from,
        to,
        Phases.ABC,
        0.00625,
        16,
        each(tap),
        each(r * OHM),
        each(x * OHM),
        Optional.empty());
  }

  static Solver solver(Network.Builder network) {
    return new NewtonRaphson(1e-12, 20).prepare(network.build());
  }

  static Solution solve(Network.Builder network) {
    return solve(solver(network));
  }

  static Solution solve(Solver solver) {
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver.solution();
  }

  /** Current into a branch's from end on phase a, pu. */
  static double current(Solution s, int branch) {
    return Math.hypot(s.currentRe()[3 * branch], s.currentIm()[3 * branch]) / AMPERE;
  }
}
