package powergrid.powerflow.meshed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.sweep.RadialSweep;

/** Networks with loops and with several sources, against closed forms. */
class LoopsTest {
  private static final double PU = 1e-10;

  @Test
  void twoParallelLinesAreOneOfHalfTheImpedance() {
    Network.Builder two = Parts.buses("s", "t").add(Parts.source("source", "s", 0));
    two.add(Parts.line("one", "s", "t", 0.02, 0.06)).add(Parts.line("two", "s", "t", 0.02, 0.06));
    Network.Builder half = Parts.buses("s", "t").add(Parts.source("source", "s", 0));
    half.add(Parts.line("half", "s", "t", 0.01, 0.03));
    Solver parallel = Parts.exact(two.add(Parts.load("load", "t", 1, 0.5)).build());
    Solver single =
        new RadialSweep(1e-12, 100).prepare(half.add(Parts.load("load", "t", 1, 0.5)).build());
    assertEquals(Status.CONVERGED, parallel.solve());
    assertEquals(Status.CONVERGED, single.solve());
    parallel.flows();
    single.flows();
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(
          0, Parts.apart(parallel.solution(), 3 + phase, single.solution(), 3 + phase), PU);
      for (int line = 0; line < 2; line++) {
        assertEquals(
            single.solution().currentRe()[phase] / 2,
            parallel.solution().currentRe()[3 * line + phase],
            1e-6);
      }
    }
  }

  /** (V₁ − V₂) / Z flows between two sources; each one's power is V conj(I). */
  @Test
  void sourcesAtDifferentAnglesExchangePower() {
    double angle = 10;
    double x = 0.1;
    Network network =
        Parts.buses("s", "t")
            .add(Parts.source("ahead", "s", angle))
            .add(Parts.source("behind", "t", 0))
            .add(Parts.line("line", "s", "t", 0, x))
            .build();
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    double mw = 3 * Math.sin(Math.toRadians(angle)) / x;
    double mvar = 3 * (1 - Math.cos(Math.toRadians(angle))) / x;
    assertEquals(mw, solver.solution().sourceMw(0), 1e-9);
    assertEquals(-mw, solver.solution().sourceMw(1), 1e-9);
    assertEquals(mvar, solver.solution().sourceMvar(0), 1e-9);
    assertEquals(mvar, solver.solution().sourceMvar(1), 1e-9);
    assertEquals(0, solver.solution().lossesMw(), 1e-9);
    assertEquals(2 * mvar, solver.solution().lossesMvar(), 1e-9);
  }

  @Test
  void aTransposedRingWithBalancedLoadsStaysBalanced() {
    Network.Builder ring = Parts.buses("s", "t", "u").add(Parts.source("source", "s", 20));
    String[] corner = {"s", "t", "u"};
    for (int i = 0; i < 3; i++) {
      ring.add(
          new Line(
              "side" + i,
              corner[i],
              corner[(i + 1) % 3],
              Phases.ABC,
              1,
              new SymmetricMatrix(0.02, 0.01, 0.01, 0.02, 0.01, 0.02),
              new SymmetricMatrix(0.05, 0.02, 0.02, 0.05, 0.02, 0.05),
              new SymmetricMatrix(0.002, -0.0005, -0.0005, 0.002, -0.0005, 0.002),
              Double.NaN));
    }
    ring.add(Parts.load("t", "t", 0.8, 0.3)).add(Parts.load("u", "u", 1.1, -0.2));
    Solver solver = Parts.exact(ring.build());
    assertEquals(Status.CONVERGED, solver.solve());
    Solution s = solver.solution();
    for (int bus = 0; bus < 3; bus++) {
      for (int phase = 1; phase < 3; phase++) {
        assertEquals(s.magnitude(3 * bus), s.magnitude(3 * bus + phase), PU);
        double lag = s.angleDeg(3 * bus) - s.angleDeg(3 * bus + phase) - 120 * phase;
        assertEquals(0, Math.IEEEremainder(lag, 360), 1e-8);
      }
    }
  }

  /** What the sweep calls a loop is one where the switch is closed, and none where it is open. */
  @Test
  void aSwitchOpensARing() {
    Network network =
        Parts.buses("s", "t", "u")
            .add(Parts.source("source", "s", 0))
            .add(Parts.line("st", "s", "t", 0.02, 0.05))
            .add(Parts.line("su", "s", "u", 0.03, 0.05))
            .add(Parts.tie("tie", "t", "u", false))
            .add(Parts.load("load", "u", 1, 0.3))
            .build();
    Solver sweep = new RadialSweep(1e-12, 100).prepare(network);
    Solver injection = Parts.exact(network);
    assertEquals(Status.CONVERGED, sweep.solve());
    assertEquals(Status.CONVERGED, injection.solve());
    for (int node = 0; node < 9; node++) {
      assertEquals(0, Parts.apart(sweep.solution(), node, injection.solution(), node), PU);
    }
    sweep.injections().closed()[2] = true;
    injection.injections().closed()[2] = true;
    assertThrows(IllegalStateException.class, sweep::solve);
    assertEquals(Status.CONVERGED, injection.solve());
    injection.flows();
    Solution ring = injection.solution();
    assertEquals(0, Parts.apart(ring, 3, ring, 6), 0, "a closed switch has one voltage");
    // what comes through the switch is what comes through the line before it
    assertEquals(-ring.toCurrentRe()[0], ring.currentRe()[6], 1e-6);
    assertEquals(ring.currentIm()[6], -ring.toCurrentIm()[6], 1e-9);
    // by the current divider, the switch carries Z_su / (Z_st + Z_su) of the load's current
    double loadRe = -ring.toCurrentRe()[3] - ring.toCurrentRe()[6];
    double loadIm = -ring.toCurrentIm()[3] - ring.toCurrentIm()[6];
    double square = 0.05 * 0.05 + 0.1 * 0.1;
    double shareRe = (0.03 * 0.05 + 0.05 * 0.1) / square;
    double shareIm = (0.05 * 0.05 - 0.03 * 0.1) / square;
    assertEquals(shareRe * loadRe - shareIm * loadIm, ring.currentRe()[6], 1e-6);
    assertEquals(shareRe * loadIm + shareIm * loadRe, ring.currentIm()[6], 1e-6);
  }

  /** V_to = a (V_from − a Z I): the impedance is at the from side whatever the tap. */
  @Test
  void aRegulatorsImpedanceIsAtItsFromSide() {
    PhaseValues ohm = new PhaseValues(0.02, 0.02, 0.02);
    Regulator regulator =
        new Regulator(
            "regulator",
            "s",
            "t",
            Phases.ABC,
            0.00625,
            16,
            new PhaseValues(8, 8, 8),
            PhaseValues.ZERO,
            ohm,
            Optional.empty());
    Network network =
        Parts.buses("s", "t")
            .add(Parts.source("source", "s", 0))
            .add(regulator)
            .add(Parts.load("load", "t", 1, 0))
            .build();
    Solver solver = Parts.exact(network);
    for (int tap : new int[] {8, 0, -16}) {
      Arrays.fill(solver.injections().taps(), tap);
      assertEquals(Status.CONVERGED, solver.solve());
      // with P = 1 pu behind a reactance of a² X: V⁴ − a² V² + (a² X)² = 0
      double a = 1 + 0.00625 * tap;
      double reach = a * a * 0.02;
      double v2 = (a * a + Math.sqrt(a * a * a * a - 4 * reach * reach)) / 2;
      assertEquals(Math.sqrt(v2), solver.solution().magnitude(3), PU);
    }
  }

  @Test
  void theSweepRefusesALoopAndSaysWhere() {
    Network.Builder two = Parts.buses("s", "t").add(Parts.source("source", "s", 0));
    two.add(Parts.line("one", "s", "t", 0.02, 0.06)).add(Parts.line("two", "t", "s", 0.02, 0.06));
    Network network = two.add(Parts.load("load", "t", 1, 0.5)).build();
    assertTrue(new RadialSweep().refuses(network).orElse("").contains("branch two"));
    assertTrue(new CurrentInjection().refuses(network).isEmpty());
  }
}
