package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static powergrid.powerflow.newton.Parts.bus;
import static powergrid.powerflow.newton.Parts.current;
import static powergrid.powerflow.newton.Parts.each;
import static powergrid.powerflow.newton.Parts.line;
import static powergrid.powerflow.newton.Parts.load;
import static powergrid.powerflow.newton.Parts.regulator;
import static powergrid.powerflow.newton.Parts.solve;
import static powergrid.powerflow.newton.Parts.source;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;

/** Two buses and a branch: small enough for a formula. */
class ClosedFormTest {
  private static final double R = 0.03;
  private static final double X = 0.04;

  private static Network.Builder twoBuses() {
    return Network.builder("two")
        .add(bus("a"))
        .add(bus("b"))
        .add(line("a", "b", R, X, 0))
        .add(source("a"));
  }

  /** v⁴ + (2(rp + xq) − 1) v² + (r² + x²)(p² + q²) = 0, the well-known biquadratic. */
  private static double receiving(double p, double q) {
    double half = 0.5 - (R * p + X * q);
    return Math.sqrt(half + Math.sqrt(half * half - (R * R + X * X) * (p * p + q * q)));
  }

  @Test
  void constantPowerMeetsTheBiquadratic() {
    Solution s = solve(twoBuses().add(load("b", 2, 1)));
    double v = receiving(2, 1);
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(v, s.magnitude(3 + phase), 1e-12);
    }
    assertEquals(3 * R * 5 / (v * v), s.lossesMw(), 1e-11);
    assertEquals(3 * X * 5 / (v * v), s.lossesMvar(), 1e-11);
    assertEquals(Math.sqrt(5) / v, current(s, 0), 1e-11);
    assertEquals(6 + s.lossesMw(), s.sourceMw(), 1e-11);
    assertEquals(s.sourceMvar(), s.sourceMvar(0));
  }

  @Test
  void deltaLoadsAreWyeLoads() {
    Load load =
        new Load("load", "b", Connection.DELTA, LoadModel.CURRENT, each(2), each(1), 0.5, 2);
    Solution delta = solve(twoBuses().add(load));
    Solution wye = solve(twoBuses().add(load("b", LoadModel.CURRENT, 2, 1)));
    assertEquals(wye.magnitude(3), delta.magnitude(3), 1e-15);
  }

  @Test
  void constantImpedanceDividesTheVoltage() {
    Solution s = solve(twoBuses().add(load("b", LoadModel.IMPEDANCE, 0.8, 0.6)));
    // rated 0.8 + j0.6 is an impedance of 0.8 + j0.6
    double v = 1 / Math.hypot(0.8 + R, 0.6 + X);
    assertEquals(v, s.magnitude(3), 1e-12);
    assertEquals(3 * 0.8 * v * v, s.loadMw(), 1e-11);
  }

  @Test
  void constantCurrentOfTheLinesAngleDropsInPhase() {
    Solution s = solve(twoBuses().add(load("b", LoadModel.CURRENT, 0.6, 0.8)));
    assertEquals(0.95, s.magnitude(3), 1e-12);
    assertEquals(0, s.angleDeg(3), 1e-10);
    assertEquals(3 * 0.6 * 0.95, s.loadMw(), 1e-11);
  }

  @Test
  void loadBelowItsLowestVoltageIsAnImpedance() {
    double min = 0.99;
    Load load = new Load("load", "b", Connection.WYE, LoadModel.POWER, each(2), each(1), min, 1.05);
    Solution s = solve(twoBuses().add(load));
    double equal = 1 / (min * min);
    Solution z = solve(twoBuses().add(load("b", LoadModel.IMPEDANCE, 2 * equal, equal)));
    assertEquals(z.magnitude(3), s.magnitude(3), 1e-12);
    assertEquals(z.loadMw(), s.loadMw(), 1e-11);
    assertEquals(0, s.converted());
  }

  @Test
  void loadAboveItsHighestVoltageIsAnImpedance() {
    double max = 0.9;
    Load load =
        new Load("load", "b", Connection.WYE, LoadModel.CURRENT, each(1), each(0.5), 0.1, max);
    Solution s = solve(twoBuses().add(load));
    Solution z = solve(twoBuses().add(load("b", LoadModel.IMPEDANCE, 1 / max, 0.5 / max)));
    assertEquals(z.magnitude(3), s.magnitude(3), 1e-12);
  }

  @Test
  void loadsTurnIntoImpedancesWhereAllAreToldTo() {
    Solver solver = Parts.solver(twoBuses().add(load("b", 2, 1)));
    solver.injections().impedanceBelowPu(0.99);
    Solution s = solve(solver);
    double equal = 1 / (0.99 * 0.99);
    Solution z = solve(twoBuses().add(load("b", LoadModel.IMPEDANCE, 2 * equal, equal)));
    assertEquals(z.magnitude(3), s.magnitude(3), 1e-12);
    assertEquals(3, s.converted());
  }

  @Test
  void scaleAndInjectionsChangeTheLoad() {
    Solver solver = Parts.solver(twoBuses().add(load("b", 4, 2)));
    solver.injections().loadScale()[0] = 0.75;
    for (int phase = 0; phase < 3; phase++) {
      solver.injections().pMw()[3 + phase] = 0.6;
      solver.injections().qMvar()[3 + phase] = 0.5;
      solver.injections().deltaMw()[3 + phase] = 0.4;
    }
    assertEquals(receiving(2, 1), solve(solver).magnitude(3), 1e-12);
    assertEquals(9, solver.solution().loadMw(), 1e-12);
  }

  @Test
  void capacitorIsAConstantImpedance() {
    Capacitor capacitor =
        new Capacitor("c", "b", Connection.DELTA, each(2), true, Optional.empty());
    Solver solver = Parts.solver(twoBuses().add(capacitor));
    Solution s = solve(solver);
    // −j/2 behind r + jx
    double v = 0.5 / Math.hypot(R, X - 0.5);
    assertEquals(v, s.magnitude(3), 1e-12);
    assertEquals(3 * R * 4 * v * v, s.lossesMw(), 1e-11);
    assertEquals(3 * X * 4 * v * v, s.lossesMvar(), 1e-11);
    solver.injections().capacitorOn()[0] = false;
    assertEquals(1, solve(solver).magnitude(3), 1e-14);
  }

  @Test
  void chargingOfALineRaisesItsOpenEnd() {
    double halfB = 0.2;
    Solution s =
        solve(
            Network.builder("open")
                .add(bus("a"))
                .add(bus("b"))
                .add(line("a", "b", R, X, halfB))
                .add(source("a")));
    // 1 / (1 + z · jb/2)
    assertEquals(1 / Math.hypot(1 - X * halfB, R * halfB), s.magnitude(3), 1e-12);
    assertEquals(0, Math.hypot(s.toCurrentRe()[0], s.toCurrentIm()[0]), 1e-9);
  }

  @Test
  void generatorKeepsItsVoltage() {
    double p = 1.5;
    double v = 1.02;
    double x = 0.1;
    Solution s =
        solve(
            Network.builder("kept")
                .add(bus("a"))
                .add(bus("b"))
                .add(line("a", "b", 0, x, 0))
                .add(source("a"))
                .add(load("b", 0.5, 0.3))
                .add(new Generator("g", "b", 3 * (p + 0.5), 7, v)));
    double delta = Math.asin(p * x / v);
    assertEquals(v, s.magnitude(3), 1e-14);
    assertEquals(Math.toDegrees(delta), s.angleDeg(3), 1e-10);
    double q = (v * v - v * Math.cos(delta)) / x + 0.3;
    assertEquals(3 * q, s.generatorsMvar()[0], 1e-10);
    assertEquals(-3 * p, s.sourceMw(), 1e-10);
  }

  @Test
  void generatorsAtABusShareItsReactivePower() {
    Network.Builder network =
        twoBuses()
            .add(load("b", 2, 1))
            .add(new Generator("g", "b", 0.3, 0, 1.01))
            .add(new Generator("h", "b", 0.6, 0, 1.01))
            .add(new Generator("pq", "b", 0.9, 0.6, Double.NaN));
    Solution s = solve(network);
    assertEquals(1.01, s.magnitude(3), 1e-14);
    assertEquals(s.generatorsMvar()[0], s.generatorsMvar()[1]);
    assertEquals(0.6, s.generatorsMvar()[2], 1e-15);
    double given = s.sourceMvar() + 2 * s.generatorsMvar()[0] + 0.6;
    assertEquals(3 + s.lossesMvar(), given, 1e-10);
    assertEquals(6 + s.lossesMw(), s.sourceMw() + 1.8, 1e-10);
  }

  @Test
  void generatorAtASourceIsAnInjection() {
    Solution s = solve(twoBuses().add(load("b", 2, 1)).add(new Generator("g", "a", 1.5, 0.9, 1.1)));
    assertEquals(1, s.magnitude(0), 1e-15);
    assertEquals(0.9, s.generatorsMvar()[0], 1e-15);
    assertEquals(6 + s.lossesMw() - 1.5, s.sourceMw(), 1e-11);
  }

  @Test
  void regulatorMultipliesVoltageAndKeepsPower() {
    Solver solver =
        Parts.solver(
            Network.builder("regulated")
                .add(bus("a"))
                .add(bus("b"))
                .add(regulator("a", "b", 8, 0, 0))
                .add(load("b", 2, 1))
                .add(source("a")));
    Solution s = solve(solver);
    assertEquals(1.05, s.magnitude(3), 1e-14);
    assertEquals(6, s.sourceMw(), 1e-12);
    assertEquals(Math.sqrt(5), current(s, 0), 1e-12);
    assertEquals(
        Math.sqrt(5) / 1.05,
        Math.hypot(s.toCurrentRe()[0], s.toCurrentIm()[0]) / Parts.AMPERE,
        1e-12);
    java.util.Arrays.fill(solver.injections().taps(), -8);
    assertEquals(0.95, solve(solver).magnitude(3), 1e-14);
  }

  @Test
  void regulatorsImpedanceIsAtItsFromSide() {
    Solution s =
        solve(
            Network.builder("regulated")
                .add(bus("a"))
                .add(bus("b"))
                .add(regulator("a", "b", 16, R, X))
                .add(load("b", 2, 1))
                .add(source("a")));
    assertEquals(1.1 * receiving(2, 1), s.magnitude(3), 1e-12);
  }
}
