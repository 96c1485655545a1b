package powergrid.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.reference.NodalReference;
import powergrid.powerflow.reference.RandomFeeder;
import powergrid.powerflow.reference.Rotation;
import powergrid.powerflow.sweep.RadialSweep;

/** What must hold whatever the network and the method. */
class RandomNetworksTest {
  private static final double VOLTAGE_PU = 1e-9;
  private static final double POWER_MW = 1e-9;
  private static final double CURRENT_A = 1e-5;

  /** Three-phase methods. */
  enum Method {
    SWEEP,
    CURRENT_INJECTION;

    PowerFlow exact() {
      return make(1e-12, 200);
    }

    PowerFlow usual() {
      return make(1e-6, 100);
    }

    private PowerFlow make(double tolerancePu, int maxIterations) {
      return this == SWEEP
          ? new RadialSweep(tolerancePu, maxIterations)
          : new CurrentInjection(tolerancePu, maxIterations);
    }
  }

  private static Solver solved(Method method, Network network, long seed) {
    Solver solver = method.exact().prepare(network);
    RandomFeeder.vary(network, solver.injections(), seed);
    assertEquals(Status.CONVERGED, solver.solve(), "feeder " + seed);
    solver.flows();
    return solver;
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithDenseNodalAnalysis(Method method) {
    for (long seed = 0; seed < 200; seed++) {
      compare(RandomFeeder.of(seed), method, seed);
    }
  }

  @Test
  void agreesWithDenseNodalAnalysisOnLoops() {
    for (long seed = 0; seed < 200; seed++) {
      Network network = RandomFeeder.meshed(seed);
      assertTrue(new RadialSweep().refuses(network).orElse("").contains("closes a loop"));
      compare(network, Method.CURRENT_INJECTION, seed);
    }
  }

  private static void compare(Network network, Method method, long seed) {
    Solver solver = solved(method, network, seed);
    Solution solution = solver.solution();
    NodalReference reference = new NodalReference(network, solver.injections());
    for (int n = 0; n < solution.re().length; n++) {
      assertEquals(reference.re(n), solution.re()[n], VOLTAGE_PU, seed + ": node " + n);
      assertEquals(reference.im(n), solution.im()[n], VOLTAGE_PU, seed + ": node " + n);
    }
    for (int i = 0; i < solution.currentRe().length; i++) {
      double[] current =
          network.branches().get(i / 3).phases().has(i % 3)
              ? reference.current(i / 3, i % 3)
              : new double[2];
      assertEquals(current[0], solution.currentRe()[i], CURRENT_A, seed + ": current " + i);
      assertEquals(current[1], solution.currentIm()[i], CURRENT_A, seed + ": current " + i);
      double[] to =
          network.branches().get(i / 3).phases().has(i % 3)
              ? reference.toCurrent(i / 3, i % 3)
              : new double[2];
      assertEquals(to[0], solution.toCurrentRe()[i], CURRENT_A, seed + ": to current " + i);
      assertEquals(to[1], solution.toCurrentIm()[i], CURRENT_A, seed + ": to current " + i);
    }
    assertEquals(reference.sourceMw, solution.sourceMw(), POWER_MW);
    assertEquals(reference.sourceMvar, solution.sourceMvar(), POWER_MW);
    assertEquals(reference.loadMw, solution.loadMw(), POWER_MW);
    assertEquals(reference.loadMvar, solution.loadMvar(), POWER_MW);
    assertEquals(reference.lossesMw, solution.lossesMw(), POWER_MW);
    assertEquals(reference.lossesMvar, solution.lossesMvar(), POWER_MW);
  }

  @ParameterizedTest
  @EnumSource
  void sourcesSupplyLoadsAndLossesLessInjections(Method method) {
    for (long seed = 0; seed < 200; seed++) {
      Solver solver = solved(method, RandomFeeder.of(seed), seed);
      Solution s = solver.solution();
      double injected = NodalReference.injectedMw(solver.injections());
      assertEquals(s.sourceMw(), s.loadMw() + s.lossesMw() - injected, POWER_MW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rotatingPhasesRotatesTheAnswer(Method method) {
    for (long seed = 0; seed < 50; seed++) {
      boolean loops = method == Method.CURRENT_INJECTION && seed % 2 == 1;
      Network network = loops ? RandomFeeder.meshed(seed) : RandomFeeder.of(seed);
      Solver solver = solved(method, network, seed);
      Solver rotated = method.exact().prepare(Rotation.of(network));
      Injections from = solver.injections();
      Injections to = rotated.injections();
      System.arraycopy(from.loadScale(), 0, to.loadScale(), 0, from.loadScale().length);
      rotate(from.pMw(), to.pMw());
      rotate(from.qMvar(), to.qMvar());
      rotate(from.deltaMw(), to.deltaMw());
      rotate(from.deltaMvar(), to.deltaMvar());
      for (int i = 0; i < from.taps().length; i++) {
        to.taps()[Rotation.next(i)] = from.taps()[i];
      }
      assertEquals(Status.CONVERGED, rotated.solve());
      for (int n = 0; n < solver.solution().re().length; n++) {
        int m = Rotation.next(n);
        assertEquals(solver.solution().re()[n], rotated.solution().re()[m], VOLTAGE_PU);
        assertEquals(solver.solution().im()[n], rotated.solution().im()[m], VOLTAGE_PU);
      }
    }
  }

  private static void rotate(double[] from, double[] to) {
    for (int n = 0; n < from.length; n++) {
      to[Rotation.next(n)] = from[n];
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.97, 1.2})
  void agreesWhereLoadsTurnIntoImpedances(double below) {
    for (long seed = 0; seed < 60; seed++) {
      Method method = seed % 2 == 0 ? Method.SWEEP : Method.CURRENT_INJECTION;
      Network network = RandomFeeder.of(seed);
      Solver solver = method.exact().prepare(network);
      solver.injections().impedanceBelowPu(below);
      assertEquals(Status.CONVERGED, solver.solve());
      NodalReference reference = new NodalReference(network, solver.injections());
      for (int n = 0; n < solver.solution().re().length; n++) {
        assertEquals(reference.re(n), solver.solution().re()[n], VOLTAGE_PU);
        assertEquals(reference.im(n), solver.solution().im()[n], VOLTAGE_PU);
      }
      assertEquals(reference.loadMw, solver.solution().loadMw(), POWER_MW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopsNearerToTheSolutionThanTheTolerance(Method method) {
    for (long seed = 0; seed < 200; seed++) {
      Network network = RandomFeeder.of(seed);
      Solver exact = solved(method, network, seed);
      Solver quick = method.usual().prepare(network);
      RandomFeeder.vary(network, quick.injections(), seed);
      assertEquals(Status.CONVERGED, quick.solve());
      for (int n = 0; n < exact.solution().re().length; n++) {
        double error =
            Math.hypot(
                exact.solution().re()[n] - quick.solution().re()[n],
                exact.solution().im()[n] - quick.solution().im()[n]);
        assertEquals(0, error, 1e-6, "feeder " + seed + ", node " + n);
      }
    }
  }
}
