package powergrid.powerflow.meshed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** Where injected currents alone do not settle. */
class SettlingTest {
  private static final double X = 0.1;

  private static Network behindReactance(double mw) {
    return Parts.buses("s", "t")
        .add(Parts.source("source", "s", 0))
        .add(Parts.line("line", "s", "t", 0, X))
        .add(Parts.load("load", "t", mw, 0))
        .build();
  }

  /** V² = ½ + √(¼ − (X P)²): there is a solution up to X P = ½. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99, 0.9999})
  void aLoadIsSolvedUpToTheGreatestThereIs(double share) {
    double mw = share * 0.5 / X;
    Solver solver = new CurrentInjection(1e-10, 100).prepare(behindReactance(mw));
    assertEquals(Status.CONVERGED, solver.solve());
    double expected = Math.sqrt(0.5 + Math.sqrt(0.25 - X * mw * X * mw));
    assertEquals(expected, solver.solution().magnitude(3), 1e-8);
    assertTrue(solver.solution().iterations() < 40, "" + solver.solution().iterations());
  }

  @Test
  void aLoadBeyondTheGreatestThereIsDiverges() {
    Solver solver = new CurrentInjection().prepare(behindReactance(1.001 * 0.5 / X));
    assertEquals(Status.DIVERGED, solver.solve());
    for (int node = 0; node < 6; node++) {
      assertEquals(1, solver.solution().magnitude(node), 1e-12, "as without load");
    }
    assertEquals(0, solver.solution().sourceMw());
    solver.injections().loadScale()[0] = 0.5;
    assertEquals(Status.CONVERGED, solver.solve());
  }

  private static Network behindDelta(Load load) {
    return Parts.buses("s", "t")
        .add(Parts.source("source", "s", 0))
        .add(
            new Transformer(
                "transformer",
                "s",
                "t",
                Phases.ABC,
                3,
                Parts.KV,
                Parts.KV,
                0.01,
                0.05,
                Winding.GROUNDED_WYE,
                Winding.DELTA))
        .add(load)
        .build();
  }

  /**
   * Behind a delta winding, current to ground has no way back: the loads move the neutral point
   * until theirs add up to zero (Millman).
   */
  @ParameterizedTest
  @ValueSource(strings = {"POWER", "IMPEDANCE"})
  void loadsToGroundBehindADeltaMoveTheNeutralPoint(String model) {
    PhaseValues mw = new PhaseValues(0.5, 0.4, 0.3);
    PhaseValues mvar = new PhaseValues(0.1, 0.1, 0.1);
    LoadModel kind = LoadModel.valueOf(model);
    Load load = new Load("load", "t", Connection.WYE, kind, mw, mvar);
    Solver solver = Parts.exact(behindDelta(load));
    assertEquals(Status.CONVERGED, solver.solve());
    Solution s = solver.solution();
    double sumRe = 0;
    double sumIm = 0;
    double common = 0;
    for (int phase = 0; phase < 3; phase++) {
      double re = s.re()[3 + phase];
      double im = s.im()[3 + phase];
      double square = kind == LoadModel.POWER ? re * re + im * im : 1;
      sumRe += (mw.get(phase) * re + mvar.get(phase) * im) / square;
      sumIm += (mw.get(phase) * im - mvar.get(phase) * re) / square;
      common += re;
    }
    assertEquals(0, Math.hypot(sumRe, sumIm), 1e-6, "of load currents of half a pu");
    assertTrue(Math.abs(common) > 0.01, "the neutral point moved");
    assertEquals(s.sourceMw(), s.loadMw() + s.lossesMw(), 1e-9);
  }

  /** Between phases only differences count, so the reactor that holds the section has no part. */
  @Test
  void loadsBetweenPhasesBehindADeltaLeaveTheNeutralPointAlone() {
    PhaseValues mw = new PhaseValues(0.5, 0.4, 0.1);
    Load load =
        new Load("load", "t", Connection.DELTA, LoadModel.POWER, mw, new PhaseValues(0.1, 0, 0.2));
    Solver solver = Parts.exact(behindDelta(load));
    assertEquals(Status.CONVERGED, solver.solve());
    Solution s = solver.solution();
    assertEquals(0, s.re()[3] + s.re()[4] + s.re()[5], 1e-9);
    assertEquals(0, s.im()[3] + s.im()[4] + s.im()[5], 1e-9);
    assertEquals(s.sourceMw(), s.loadMw() + s.lossesMw(), 1e-9);
  }
}
