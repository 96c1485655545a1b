package powergrid.powerflow.control;

import powergrid.api.network.Connection;
import powergrid.api.powerflow.Follower;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.VoltageResponse;

/** A unit that follows its voltage by a curve. */
final class CurveUnit extends Unit implements Follower {
  private final VoltageResponse response;
  private final Solution solution;

  CurveUnit(
      int[] nodes,
      Connection connection,
      double ratingMva,
      VoltageResponse response,
      Solution solution) {
    super(nodes, connection == Connection.DELTA, ratingMva);
    this.response = response;
    this.solution = solution;
  }

  @Override
  void want(double[] power) {
    double pu = voltagePu();
    power[0] = 0;
    power[1] = 0;
    if (pu == 0) {
      reset(); // what it injected without supply had no effect
      return;
    }
    response.respond(pu, power);
    if (!Double.isFinite(power[0]) || !Double.isFinite(power[1])) {
      throw new IllegalArgumentException(
          "a voltage response wants " + power[0] + " MW, " + power[1] + " MVAr at " + pu + " pu");
    }
  }

  /** Mean over its nodes of the voltage across it, pu. */
  private double voltagePu() {
    double sum = 0;
    for (int node : nodes()) {
      double re = solution.re()[node];
      double im = solution.im()[node];
      if (delta()) {
        int other = node % 3 == 2 ? node - 2 : node + 1;
        re = (re - solution.re()[other]) / Math.sqrt(3);
        im = (im - solution.im()[other]) / Math.sqrt(3);
      }
      sum += Math.sqrt(re * re + im * im);
    }
    return sum / nodes().length;
  }
}
