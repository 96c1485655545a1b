package powergrid.powerflow.newton;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Capacitor;
import powergrid.api.powerflow.Solution;

/** Books what sources and generators give, loads take and branches lose. */
final class Totals {
  private final Nodes nodes;
  private final SetPoints setPoints;
  private final Taken taken;
  private final List<Capacitor> capacitors;
  private final int[] capacitorBus;

  Totals(Nodes nodes, SetPoints setPoints, Taken taken) {
    this.nodes = nodes;
    this.setPoints = setPoints;
    this.taken = taken;
    capacitors = nodes.net.network.capacitors();
    capacitorBus = capacitors.stream().mapToInt(c -> nodes.net.network.busIndex(c.bus())).toArray();
  }

  /** Writes them for a balance that is met. */
  void write(PowerBalance balance, boolean[] on, Solution solution) {
    balance.fixed();
    double sourceMw = 0;
    double sourceMvar = 0;
    for (int s = 0; s < setPoints.sourceNode.length; s++) {
      int i = setPoints.sourceNode[s];
      double share = i < 0 ? 0 : 3.0 / setPoints.shares[i];
      double mw = i < 0 ? 0 : share * (balance.p[i] + taken.p[i]);
      double mvar = i < 0 ? 0 : share * (balance.q[i] + taken.q[i]);
      for (int k = 3 * s; k < 3 * s + 3; k++) {
        solution.sourcesMw()[k] = mw / 3;
        solution.sourcesMvar()[k] = mvar / 3;
      }
      sourceMw += mw;
      sourceMvar += mvar;
    }
    for (int g = 0; g < setPoints.keptNode.length; g++) {
      int i = setPoints.keptNode[g];
      solution.generatorsMvar()[g] =
          i < 0
              ? -3 * taken.tookQ(taken.loads + g)
              : 3 * (balance.q[i] + taken.q[i]) / setPoints.shares[i];
    }
    double loadMw = 0;
    double loadMvar = 0;
    for (int i = 0; i < taken.loads; i++) {
      loadMw += 3 * taken.tookP(i);
      loadMvar += 3 * taken.tookQ(i);
    }
    double lossesMw = 0;
    double lossesMvar = 0;
    for (int i = 0; i < nodes.nodes; i++) {
      lossesMw += 3 * balance.p[i];
      lossesMvar += 3 * balance.q[i];
    }
    for (int c = 0; c < on.length; c++) {
      if (on[c]) {
        double re = solution.re()[3 * capacitorBus[c]];
        double im = solution.im()[3 * capacitorBus[c]];
        lossesMvar += capacitors.get(c).mvar().sum() * (re * re + im * im);
      }
    }
    solution.totals(sourceMw, sourceMvar, loadMw, loadMvar, lossesMw, lossesMvar);
    solution.unsupplied(taken.unsuppliedMw());
  }

  void clear(Solution solution) {
    Arrays.fill(solution.sourcesMw(), 0);
    Arrays.fill(solution.sourcesMvar(), 0);
    Arrays.fill(solution.generatorsMvar(), 0);
    solution.totals(0, 0, 0, 0, 0, 0);
    solution.unsupplied(0);
  }
}
