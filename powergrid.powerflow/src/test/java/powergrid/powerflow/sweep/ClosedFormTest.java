package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
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
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** Two buses and a line: small enough for a formula. With 1 MVA a phase, 3 kV make 3 Ω one unit. */
class ClosedFormTest {
  private static final double KV = 3;
  private static final double OHM = 3;
  private static final double R = 0.03;
  private static final double X = 0.04;

  private static SymmetricMatrix matrix(double self, double mutual) {
    return new SymmetricMatrix(self, mutual, mutual, self, mutual, self).times(OHM);
  }

  private static Network twoBuses(double mutual, Load load) {
    return Network.builder("two")
        .add(new Bus("a", Phases.ABC, KV))
        .add(new Bus("b", Phases.ABC, KV))
        .add(
            new Line(
                "line",
                "a",
                "b",
                Phases.ABC,
                1,
                matrix(R, R * mutual),
                matrix(X, X * mutual),
                SymmetricMatrix.ZERO,
                Double.NaN))
        .add(load)
        .add(new Source("source", "a", 1, 0))
        .build();
  }

  private static Load load(Connection connection, LoadModel model, double mw, double mvar) {
    return new Load(
        "load",
        "b",
        connection,
        model,
        new PhaseValues(mw, mw, mw),
        new PhaseValues(mvar, mvar, mvar));
  }

  private static Solution solve(Network network) {
    Solver solver = new RadialSweep(1e-12, 100).prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver.solution();
  }

  /** v⁴ + (2(rp + xq) − 1) v² + (r² + x²)(p² + q²) = 0, the well-known biquadratic. */
  private static double receiving(double r, double x, double p, double q) {
    double half = 0.5 - (r * p + x * q);
    return Math.sqrt(half + Math.sqrt(half * half - (r * r + x * x) * (p * p + q * q)));
  }

  @Test
  void constantPowerMeetsTheBiquadratic() {
    Solution s = solve(twoBuses(0, load(Connection.WYE, LoadModel.POWER, 2, 1)));
    double v = receiving(R, X, 2, 1);
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(v, s.magnitude(3 + phase), 1e-11);
    }
    assertEquals(3 * R * 5 / (v * v), s.lossesMw(), 1e-10);
    assertEquals(3 * X * 5 / (v * v), s.lossesMvar(), 1e-10);
    double ampere = Math.sqrt(5) / v * 1000 * Math.sqrt(3) / KV;
    assertEquals(ampere, Math.hypot(s.currentRe()[0], s.currentIm()[0]), 1e-8);
  }

  @Test
  void balancedLoadOnATransposedLineSeesPositiveSequence() {
    Solution s = solve(twoBuses(0.4, load(Connection.WYE, LoadModel.POWER, 2, 1)));
    double v = receiving(0.6 * R, 0.6 * X, 2, 1);
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(v, s.magnitude(3 + phase), 1e-11);
    }
    assertEquals(-120, s.angleDeg(4) - s.angleDeg(3), 1e-9);
  }

  @Test
  void balancedDeltaIsBalancedWye() {
    Solution s = solve(twoBuses(0.4, load(Connection.DELTA, LoadModel.POWER, 2, 1)));
    assertEquals(receiving(0.6 * R, 0.6 * X, 2, 1), s.magnitude(3), 1e-11);
    assertEquals(6, s.loadMw(), 1e-12);
  }

  @Test
  void singleDeltaLoadDrawsOnItsTwoPhasesOnly() {
    PhaseValues ab = new PhaseValues(3, 0, 0);
    Load load = new Load("load", "b", Connection.DELTA, LoadModel.POWER, ab, PhaseValues.ZERO);
    Solution s = solve(twoBuses(0, load));
    // a loop of √3 volts over twice the impedance: scaled to its own base, r and x are 2/3
    double u = Math.sqrt(3) * receiving(2 * R / 3, 2 * X / 3, 3, 0);
    double re = s.re()[3] - s.re()[4];
    double im = s.im()[3] - s.im()[4];
    assertEquals(u, Math.hypot(re, im), 1e-11);
    assertEquals(0, Math.hypot(s.currentRe()[2], s.currentIm()[2]), 1e-12);
    assertEquals(1, s.magnitude(5), 1e-15);
  }

  @Test
  void constantImpedanceDividesTheVoltage() {
    Solution s = solve(twoBuses(0, load(Connection.WYE, LoadModel.IMPEDANCE, 0.8, 0.6)));
    // rated 0.8 + j0.6 is an impedance of 0.8 + j0.6
    double v = 1 / Math.hypot(0.8 + R, 0.6 + X);
    assertEquals(v, s.magnitude(3), 1e-11);
    assertEquals(3 * 0.8 * v * v, s.loadMw(), 1e-10);
  }

  @Test
  void constantCurrentOfTheLinesAngleDropsInPhase() {
    Solution s = solve(twoBuses(0, load(Connection.WYE, LoadModel.CURRENT, 0.6, 0.8)));
    // current 1 at the angle of the impedance: the drop |z| = 0.05 is in phase with the voltage
    assertEquals(0.95, s.magnitude(3), 1e-11);
    assertEquals(0, s.angleDeg(3), 1e-9);
    assertEquals(3 * 0.6 * 0.95, s.loadMw(), 1e-10);
  }

  @Test
  void regulatorMultipliesVoltageAndKeepsPower() {
    Network network =
        Network.builder("regulated")
            .add(new Bus("a", Phases.ABC, KV))
            .add(new Bus("b", Phases.ABC, KV))
            .add(new Regulator("reg", "a", "b", Phases.ABC, 0.00625, 16, new PhaseValues(8, 0, -8)))
            .add(load(Connection.WYE, LoadModel.POWER, 2, 1))
            .add(new Source("source", "a", 1, 0))
            .build();
    Solution s = solve(network);
    assertEquals(1.05, s.magnitude(3), 1e-12);
    assertEquals(1, s.magnitude(4), 1e-12);
    assertEquals(0.95, s.magnitude(5), 1e-12);
    assertEquals(6, s.sourceMw(), 1e-12);
    assertEquals(0, s.lossesMw(), 1e-12);
  }
}
