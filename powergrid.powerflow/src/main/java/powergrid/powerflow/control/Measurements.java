package powergrid.powerflow.control;

import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/** Voltages in volts and powers through branches, as instruments see a solution. */
final class Measurements {
  private final Solution solution;
  private final double[] volts;

  Measurements(Network network, Solution solution) {
    this.solution = solution;
    volts = network.buses().stream().mapToDouble(bus -> 1000 * bus.kv() / Math.sqrt(3)).toArray();
  }

  /** Real part of a voltage to neutral, V. */
  double re(int node) {
    return volts[node / 3] * solution.re()[node];
  }

  /** Imaginary part of a voltage to neutral, V. */
  double im(int node) {
    return volts[node / 3] * solution.im()[node];
  }

  /** Magnitude of a voltage to neutral, pu. */
  double pu(int node) {
    return solution.magnitude(node);
  }

  Solution solution() {
    return solution;
  }

  /** Active power that flows from a bus into one phase of a branch, W. */
  double watt(int node, double ampereRe, double ampereIm) {
    return re(node) * ampereRe + im(node) * ampereIm;
  }

  /** Reactive power that flows from a bus into one phase of a branch, var. */
  double var(int node, double ampereRe, double ampereIm) {
    return im(node) * ampereRe - re(node) * ampereIm;
  }
}
