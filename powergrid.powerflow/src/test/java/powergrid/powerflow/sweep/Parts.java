package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** Parts of small networks. With 1 MVA a phase, 3 kV make 3 Ω one unit. */
final class Parts {
  static final double KV = 3;
  static final double OHM = 3;

  private Parts() {}

  static Bus bus(String id) {
    return new Bus(id, Phases.ABC, KV);
  }

  static PhaseValues each(double value) {
    return new PhaseValues(value, value, value);
  }

  /** A line without coupling or charging, pu. */
  static Line line(String from, String to, double r, double x) {
    SymmetricMatrix one = new SymmetricMatrix(OHM, 0, 0, OHM, 0, OHM);
    return new Line(
        from + to,
        from,
        to,
        Phases.ABC,
        1,
        one.times(r),
        one.times(x),
        SymmetricMatrix.ZERO,
        Double.NaN);
  }

  /** A balanced load to ground, MW and MVAr a phase. */
  static Load load(String bus, LoadModel model, double mw, double mvar) {
    return new Load("load " + bus, bus, Connection.WYE, model, each(mw), each(mvar));
  }

  /** A solver that has converged to 1e-12 pu. */
  static Solver solved(Network.Builder network) {
    Solver solver = new RadialSweep(1e-12, 100).prepare(network.build());
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver;
  }

  /** What a line of impedance r + jx leaves of one unit of voltage where p + jq is drawn. */
  static double receiving(double r, double x, double p, double q) {
    double half = 0.5 - (r * p + x * q);
    return Math.sqrt(half + Math.sqrt(half * half - (r * r + x * x) * (p * p + q * q)));
  }
}
