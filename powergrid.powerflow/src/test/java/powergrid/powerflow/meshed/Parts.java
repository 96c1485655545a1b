package powergrid.powerflow.meshed;

import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;

/** Parts of small three-phase networks at √3 kV, where one pu is one kV and 1 MVA a phase one Ω. */
final class Parts {
  static final double KV = Math.sqrt(3);

  private Parts() {}

  static Network.Builder buses(String... ids) {
    Network.Builder network = Network.builder("parts");
    for (String id : ids) {
      network.add(new Bus(id, Phases.ABC, KV));
    }
    return network;
  }

  static Source source(String id, String bus, double angleDeg) {
    return new Source(id, bus, 1, angleDeg);
  }

  static Source forming(String id, String bus) {
    return new Source(id, bus, 1, 0, true, 1);
  }

  /** A line whose phases are not coupled. */
  static Line line(String id, String from, String to, double r, double x) {
    return new Line(
        id,
        from,
        to,
        Phases.ABC,
        1,
        new SymmetricMatrix(r, 0, 0, r, 0, r),
        new SymmetricMatrix(x, 0, 0, x, 0, x),
        SymmetricMatrix.ZERO,
        Double.NaN);
  }

  static Switch tie(String id, String from, String to, boolean closed) {
    return new Switch(id, from, to, Phases.ABC, closed);
  }

  static Load load(String id, String bus, double mw, double mvar) {
    return new Load(
        id,
        bus,
        Connection.WYE,
        LoadModel.POWER,
        new PhaseValues(mw, mw, mw),
        new PhaseValues(mvar, mvar, mvar));
  }

  static Solver exact(Network network) {
    return new CurrentInjection(1e-12, 100).prepare(network);
  }

  /** How far two solutions' voltages are apart, pu. */
  static double apart(Solution s, int node, Solution other, int otherNode) {
    return Math.hypot(s.re()[node] - other.re()[otherNode], s.im()[node] - other.im()[otherNode]);
  }
}
