package powergrid.powerflow.meshed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.reference.RandomFeeder;

/** At every bus, what branches bring is what is drawn. */
class BusBalanceTest {
  private static final double MVA = 1e-8;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void powerBalancesAtEveryBus(boolean meshed) {
    for (long seed = 0; seed < 100; seed++) {
      Network network = meshed ? RandomFeeder.meshed(seed) : RandomFeeder.of(seed);
      Solver solver = Parts.exact(network);
      RandomFeeder.vary(network, solver.injections(), seed);
      assertEquals(Status.CONVERGED, solver.solve());
      solver.flows();
      double[] mw = new double[network.buses().size()];
      double[] mvar = new double[mw.length];
      branches(network, solver.solution(), mw, mvar);
      drawn(network, solver, mw, mvar);
      int source = network.busIndex(network.sources().get(0).bus());
      mw[source] -= solver.solution().sourceMw();
      mvar[source] -= solver.solution().sourceMvar();
      for (int bus = 0; bus < mw.length; bus++) {
        assertEquals(0, Math.hypot(mw[bus], mvar[bus]), MVA, "feeder " + seed + ", bus " + bus);
      }
    }
  }

  private static void branches(Network network, Solution s, double[] mw, double[] mvar) {
    for (int e = 0; e < network.branches().size(); e++) {
      Branch branch = network.branches().get(e);
      int from = network.busIndex(branch.from());
      int to = network.busIndex(branch.to());
      double fromKv = network.bus(branch.from()).kv() / Math.sqrt(3);
      double toKv = network.bus(branch.to()).kv() / Math.sqrt(3);
      for (int phase = 0; phase < 3; phase++) {
        int f = 3 * from + phase;
        int t = 3 * to + phase;
        double re = s.currentRe()[3 * e + phase] / 1000 * fromKv;
        double im = s.currentIm()[3 * e + phase] / 1000 * fromKv;
        mw[from] += s.re()[f] * re + s.im()[f] * im;
        mvar[from] += s.im()[f] * re - s.re()[f] * im;
        re = s.toCurrentRe()[3 * e + phase] / 1000 * toKv;
        im = s.toCurrentIm()[3 * e + phase] / 1000 * toKv;
        mw[to] += s.re()[t] * re + s.im()[t] * im;
        mvar[to] += s.im()[t] * re - s.re()[t] * im;
      }
    }
  }

  private static void drawn(Network network, Solver solver, double[] mw, double[] mvar) {
    Injections injections = solver.injections();
    for (int i = 0; i < network.loads().size(); i++) {
      Load load = network.loads().get(i);
      int bus = network.busIndex(load.bus());
      for (int phase = 0; phase < 3; phase++) {
        double v = across(solver.solution(), bus, phase, load.connection());
        double factor =
            injections.loadScale()[i]
                * (load.model() == LoadModel.POWER
                    ? 1
                    : load.model() == LoadModel.CURRENT ? v : v * v);
        mw[bus] += factor * load.mw().get(phase);
        mvar[bus] += factor * load.mvar().get(phase);
      }
    }
    for (Capacitor c : network.capacitors()) {
      int bus = network.busIndex(c.bus());
      for (int phase = 0; phase < 3; phase++) {
        double v = across(solver.solution(), bus, phase, c.connection());
        mvar[bus] -= v * v * c.mvar().get(phase);
      }
    }
    for (int node = 0; node < injections.pMw().length; node++) {
      mw[node / 3] -= injections.pMw()[node] + injections.deltaMw()[node];
      mvar[node / 3] -= injections.qMvar()[node] + injections.deltaMvar()[node];
    }
  }

  private static double across(Solution s, int bus, int phase, Connection connection) {
    int node = 3 * bus + phase;
    if (connection == Connection.WYE) {
      return s.magnitude(node);
    }
    int next = 3 * bus + (phase + 1) % 3;
    return Math.hypot(s.re()[node] - s.re()[next], s.im()[node] - s.im()[next]) / Math.sqrt(3);
  }
}
