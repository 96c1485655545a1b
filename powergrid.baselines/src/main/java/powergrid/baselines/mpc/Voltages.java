package powergrid.baselines.mpc;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.planning.LinearNetwork;
import powergrid.baselines.convex.ConvexProgram;
import powergrid.baselines.convex.Expression;
import powergrid.baselines.convex.Optimum;

/**
 * What leaving the band of voltages costs in a plan, interval by interval. The sum of how far all
 * nodes are outside is convex in what is injected, and where a plan has come to, the sum over those
 * that are outside there is not above it: such cuts are added until one more would say nothing new
 * (Kelley, SIAM Journal on Applied Mathematics 8, 1960).
 */
final class Voltages {
  private final Mpc settings;
  private final LinearNetwork network;
  private final ConvexProgram program;
  private final int[] severity;

  /** By interval and device, what it injects beyond the last step. */
  private final Expression[][] moved;

  private final double[][] byDevice;
  private final double[] load;
  private final double[] hours;

  /**
   * Those of a plan.
   *
   * @param settings the band and its price
   * @param network that they are of
   * @param program that pays
   * @param devices whose powers are planned
   * @param moved by interval and device, what it injects beyond the last step, MW; as many
   *     intervals as are looked at
   * @param load what loads draw, by interval, as a share of the last step
   * @param hours of the intervals
   */
  Voltages(
      Mpc settings,
      LinearNetwork network,
      ConvexProgram program,
      List<Agent> devices,
      Expression[][] moved,
      double[] load,
      double[] hours) {
    this.settings = settings;
    this.network = network;
    this.program = program;
    this.moved = moved;
    this.load = load;
    this.hours = hours;
    severity = new int[moved.length];
    byDevice = new double[network.nodes()][devices.size()];
    for (int n = 0; n < byDevice.length; n++) {
      for (int d = 0; d < devices.size(); d++) {
        byDevice[n][d] = network.voltagePerMw(n, devices.get(d));
      }
    }
    for (int k = 0; k < moved.length; k++) {
      severity[k] = program.variable(0, 0);
      program.cost(severity[k], settings.voltageUsd() * hours[k]);
    }
  }

  /**
   * Adds the cuts at a point.
   *
   * @param at the point
   * @param enough USD that all that is missing may come to
   * @return whether anything was added
   */
  boolean cut(Optimum at, double enough) {
    double missing = 0;
    for (int k = 0; k < moved.length; k++) {
      Expression sum = outside(k, at);
      double more = at.value(sum) - at.value(new Expression().add(severity[k], 1));
      if (more > 0) {
        missing += more * settings.voltageUsd() * hours[k];
        double greatest = Math.max(0, sum.greatest(program));
        program.bound(severity[k], 0, Math.max(program.high(severity[k]), greatest));
        program.constrain(Double.NEGATIVE_INFINITY, 0, sum.add(severity[k], -1));
      }
    }
    return missing > enough;
  }

  /** The sum over the nodes that are outside at a point. */
  private Expression outside(int k, Optimum at) {
    Expression sum = new Expression();
    double[] now = new double[moved[k].length];
    for (int d = 0; d < now.length; d++) {
      now[d] = at.value(moved[k][d]);
    }
    double[] slope = new double[now.length];
    for (int n = 0; n < byDevice.length; n++) {
      double fixed = network.voltagePu(n) + network.voltagePerLoad(n) * (load[k] - 1);
      double pu = fixed;
      for (int d = 0; d < now.length; d++) {
        pu += byDevice[n][d] * now[d];
      }
      int side = pu < settings.vMinPu() ? -1 : pu > settings.vMaxPu() ? 1 : 0;
      sum.add(side < 0 ? settings.vMinPu() - fixed : side > 0 ? fixed - settings.vMaxPu() : 0);
      for (int d = 0; d < now.length; d++) {
        slope[d] += side * byDevice[n][d];
      }
    }
    for (int d = 0; d < now.length; d++) {
      sum.add(moved[k][d], slope[d]);
    }
    return sum;
  }
}
