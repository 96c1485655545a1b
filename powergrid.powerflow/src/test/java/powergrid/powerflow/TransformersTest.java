package powergrid.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.sweep.RadialSweep;

/** Transformers of every vector group. */
class TransformersTest {
  private static final PowerFlow SWEEP = new RadialSweep(1e-12, 200);
  private static final PowerFlow INJECTION = new CurrentInjection(1e-12, 200);

  /**
   * A vector group.
   *
   * @param from winding
   * @param to winding
   * @param clock number
   */
  record Group(Winding from, Winding to, int clock) {}

  static List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Winding from : Winding.values()) {
      for (Winding to : Winding.values()) {
        boolean odd = (from == Winding.DELTA) != (to == Winding.DELTA);
        for (int clock = odd ? 1 : 0; clock < 12; clock += 2) {
          groups.add(new Group(from, to, clock));
        }
      }
    }
    return groups;
  }

  private static Network network(
      Group group, double gPu, double bPu, Connection connection, PhaseValues mw) {
    Network.Builder network =
        Network.builder("group")
            .add(new Bus("s", Phases.ABC, 20))
            .add(new Bus("t", Phases.ABC, 0.4))
            .add(
                new Transformer(
                    "t",
                    "s",
                    "t",
                    Phases.ABC,
                    0.4,
                    20.4,
                    0.4,
                    0.01,
                    0.04,
                    gPu,
                    bPu,
                    group.from(),
                    group.to(),
                    30.0 * group.clock()))
            .add(new Source("source", "s", 1.02, 10));
    if (mw != null) {
      network.add(new Load("load", "t", connection, LoadModel.POWER, mw, mw.times(0.4)));
    }
    return network.build();
  }

  private static Solution solve(PowerFlow method, Network network) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver.solution();
  }

  /** IEC 60076-1: the clock number tells by how many times 30° the to side lags. */
  @ParameterizedTest
  @MethodSource("groups")
  void theToSideLagsByTheClockNumber(Group group) {
    Network network = network(group, 0, 0, null, null);
    Solution solution = solve(INJECTION, network);
    for (int phase = 0; phase < 3; phase++) {
      int node = 3 + phase;
      int next = 3 + (phase + 1) % 3;
      double re = solution.re()[node] - solution.re()[next];
      double im = solution.im()[node] - solution.im()[next];
      assertEquals(1.02 * 20 / 20.4, Math.hypot(re, im) / Math.sqrt(3), 1e-6);
      double expected = 10 - 120 * phase + 30 - 30.0 * group.clock();
      double angle = Math.toDegrees(Math.atan2(im, re));
      assertEquals(0, Math.IEEEremainder(expected - angle, 360), 1e-4);
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theSweepAgreesWhereItCan(Group group) {
    boolean grounded = group.to() == Winding.GROUNDED_WYE;
    Network network =
        network(
            group,
            0.002,
            -0.01,
            grounded ? Connection.WYE : Connection.DELTA,
            new PhaseValues(0.1, 0.02, 0.06));
    Optional<String> refusal = SWEEP.refuses(network);
    boolean sweepable =
        (group.from() == Winding.GROUNDED_WYE && grounded)
            || (group.from() == Winding.DELTA && group.to() != Winding.WYE);
    assertEquals(sweepable, refusal.isEmpty(), group + ": " + refusal);
    if (sweepable) {
      Solution swept = solve(SWEEP, network);
      Solution injected = solve(INJECTION, network);
      for (int phase = 0; phase < 3; phase++) {
        int a = 3 + phase;
        int b = 3 + (phase + 1) % 3;
        double re = swept.re()[a] - swept.re()[b] - injected.re()[a] + injected.re()[b];
        double im = swept.im()[a] - swept.im()[b] - injected.im()[a] + injected.im()[b];
        assertEquals(0, Math.hypot(re, im), 1e-9, "line to line");
        assertEquals(injected.currentRe()[phase], swept.currentRe()[phase], 1e-4);
        assertEquals(injected.toCurrentIm()[phase], swept.toCurrentIm()[phase], 1e-3);
        if (grounded) {
          assertEquals(injected.re()[a], swept.re()[a], 1e-9);
        }
      }
      assertEquals(injected.sourceMw(), swept.sourceMw(), 1e-9);
      assertEquals(injected.lossesMw(), swept.lossesMw(), 1e-9);
      assertEquals(injected.lossesMvar(), swept.lossesMvar(), 1e-9);
    }
  }

  /**
   * Without load, the T's middle sees the source through half the series impedance: V_to = V / (1 +
   * Z Y / 2), and the source supplies V² Y / (1 + Z Y / 2).
   */
  @Test
  void theNoLoadAdmittanceLiesInTheMiddle() {
    Group group = new Group(Winding.GROUNDED_WYE, Winding.GROUNDED_WYE, 0);
    double g = 0.02;
    double b = -0.1;
    Network network = network(group, g, b, null, null);
    double re = 1 + (0.01 * g - 0.04 * b) / 2;
    double im = (0.01 * b + 0.04 * g) / 2;
    double square = re * re + im * im;
    for (PowerFlow method : List.of(SWEEP, INJECTION)) {
      Solution solution = solve(method, network);
      assertEquals(1.02 * 20 / 20.4 / Math.sqrt(square), solution.magnitude(3), 1e-9);
      double v2 = 1.02 * 20 / 20.4 * 1.02 * 20 / 20.4;
      assertEquals(0.4 * v2 * (g * re + b * im) / square, solution.sourceMw(), 1e-9);
      assertEquals(0.4 * v2 * -(b * re - g * im) / square, solution.sourceMvar(), 1e-9);
      assertEquals(solution.sourceMw(), solution.lossesMw(), 1e-12);
    }
  }

  /** An open wye–open delta bank: two units give three line-to-line voltages. */
  @Test
  void anOpenBankSuppliesThreePhases() {
    Network network =
        Network.builder("open")
            .add(new Bus("s", Phases.ABC, 12.47))
            .add(new Bus("t", Phases.ABC, 4.16))
            .add(
                new Transformer(
                    "bank",
                    "s",
                    "t",
                    Phases.AB,
                    4,
                    12.47,
                    4.16,
                    0.01,
                    0.06,
                    0,
                    0,
                    Winding.GROUNDED_WYE,
                    Winding.DELTA,
                    30))
            .add(new Source("source", "s", 1, 0))
            .build();
    assertTrue(new RadialSweep().refuses(network).isPresent());
    Solution solution = solve(INJECTION, network);
    // units have 7.2 kV to 4.16 kV: a–b in phase with a, b–c with b
    for (int phase = 0; phase < 3; phase++) {
      int a = 3 + phase;
      int b = 3 + (phase + 1) % 3;
      double re = solution.re()[a] - solution.re()[b];
      double im = solution.im()[a] - solution.im()[b];
      assertEquals(1, Math.hypot(re, im) / Math.sqrt(3), 1e-6);
      assertEquals(
          0, Math.IEEEremainder(-120 * phase - Math.toDegrees(Math.atan2(im, re)), 360), 1e-4);
    }
  }
}
