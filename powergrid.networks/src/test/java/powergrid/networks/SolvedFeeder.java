package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** A feeder, solved, and its totals as the published documents have them. */
record SolvedFeeder(Network network, Solution solution) {
  static SolvedFeeder of(Network network, PowerFlow method) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return new SolvedFeeder(network, solver.solution());
  }

  /** Power into a phase of the branches that leave a bus at their from ends: kW, kvar. */
  double[] input(String bus, int phase) {
    int at = network.busIndex(bus);
    double amperes = amperesPu(network.buses().get(at));
    double[] power = new double[2];
    for (int e = 0; e < network.branches().size(); e++) {
      Branch branch = network.branches().get(e);
      if (branch.from().equals(bus)) {
        double re = solution.currentRe()[3 * e + phase] / amperes;
        double im = solution.currentIm()[3 * e + phase] / amperes;
        double vRe = solution.re()[3 * at + phase];
        double vIm = solution.im()[3 * at + phase];
        power[0] += 1000.0 / 3 * (vRe * re + vIm * im);
        power[1] += 1000.0 / 3 * (vIm * re - vRe * im);
      }
    }
    return power;
  }

  /** The current of a phase of 1 MVA at nominal voltage. */
  private static double amperesPu(Bus bus) {
    return 1000 / (Math.sqrt(3) * bus.kv());
  }

  /** What loads of a connection take on a phase, or between it and the next: kW, kvar. */
  double[] load(Connection connection, int phase) {
    double[] power = new double[2];
    for (Load load : network.loads()) {
      if (load.connection() == connection) {
        double factor = 1000 * Math.pow(voltage(load, phase), exponent(load.model()));
        power[0] += factor * load.mw().get(phase);
        power[1] += factor * load.mvar().get(phase);
      }
    }
    return power;
  }

  private double voltage(Load load, int phase) {
    int node = 3 * network.busIndex(load.bus());
    return load.connection() == Connection.WYE
        ? solution.magnitude(node + phase)
        : lineToLine(load.bus(), phase);
  }

  /** Magnitude between a phase of a bus and the next one, pu. */
  double lineToLine(String bus, int phase) {
    int node = 3 * network.busIndex(bus);
    int next = node + (phase + 1) % 3;
    return Math.hypot(
            solution.re()[node + phase] - solution.re()[next],
            solution.im()[node + phase] - solution.im()[next])
        / Math.sqrt(3);
  }

  private static int exponent(LoadModel model) {
    return switch (model) {
      case POWER -> 0;
      case CURRENT -> 1;
      case IMPEDANCE -> 2;
    };
  }

  /** What capacitors, all of them wye, feed into a phase: kvar. */
  double capacitorsKvar(int phase) {
    return network.capacitors().stream()
        .mapToDouble(
            c ->
                1000
                    * c.mvar().get(phase)
                    * Math.pow(solution.magnitude(3 * network.busIndex(c.bus()) + phase), 2))
        .sum();
  }
}
