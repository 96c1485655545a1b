package powergrid.powerflow.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.powerflow.control.RegulatedFeeder.ONES;
import static powergrid.powerflow.control.RegulatedFeeder.PT;
import static powergrid.powerflow.control.RegulatedFeeder.bus;
import static powergrid.powerflow.control.RegulatedFeeder.control;
import static powergrid.powerflow.control.RegulatedFeeder.controlled;
import static powergrid.powerflow.control.RegulatedFeeder.feeder;
import static powergrid.powerflow.control.RegulatedFeeder.line;
import static powergrid.powerflow.control.RegulatedFeeder.load;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Capacitor;
import powergrid.api.network.CapacitorControl;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.ReverseMode;
import powergrid.api.network.Source;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Status;

/** Controls that find no rest are held, and that is said. */
class HuntingTest {
  /** A band of 0.2 V cannot hold a voltage that moves by 0.75 V a tap. */
  @Test
  void aBandNarrowerThanATapEndsUnsettledAndNeverCycles() {
    RegulatorControl narrow =
        new RegulatorControl(
            ONES.times(120.5),
            0.2,
            PT,
            100,
            PhaseValues.ZERO,
            PhaseValues.ZERO,
            15,
            2,
            -1,
            ReverseMode.COGENERATION);
    ControlledSolver solver = controlled(feeder(1, narrow, 0.1).build());
    assertEquals(Status.UNSETTLED, solver.solve());
    assertTrue(solver.tapMoves() < 20);
  }

  /** It moves every 30 s, up and down: the third move, at 90 s, is held against it. */
  @Test
  void whatHuntsFromSolveToSolveIsNoticed() {
    RegulatorControl narrow =
        new RegulatorControl(
            ONES.times(120.5),
            0.2,
            PT,
            100,
            PhaseValues.ZERO,
            PhaseValues.ZERO,
            30,
            2,
            -1,
            ReverseMode.COGENERATION);
    ControlledSolver solver = controlled(feeder(1, narrow, 0.1).build());
    for (int second = 20; second <= 80; second += 20) {
      assertEquals(Status.CONVERGED, solver.solve(20), "by " + second + " s");
    }
    assertEquals(Status.UNSETTLED, solver.solve(20));
  }

  /** A capacitor that raises the voltage by more than its thresholds are apart. */
  @Test
  void aCapacitorWithThresholdsTooCloseEndsUnsettled() {
    CapacitorControl control =
        new CapacitorControl(CapacitorControl.Signal.VOLTAGE, "", 0, 0.99, 1.0, 10);
    Network network =
        Network.builder("feeder")
            .add(bus("s"))
            .add(bus("b"))
            .add(line("line", "s", "b", 0.4, 0.8))
            .add(load("b", 0.1, 0.2))
            .add(
                new Capacitor(
                    "bank", "b", Connection.WYE, ONES.times(0.3), false, Optional.of(control)))
            .add(new Source("source", "s", 0.99, 0))
            .build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.UNSETTLED, solver.solve());
    assertEquals(3, solver.capacitorMoves());
  }

  /** A curve as steep as a step, across which no voltage stays. */
  @Test
  void aCurveTooSteepToSettleOnEndsUnsettledAndMovesNoTap() {
    Network network =
        feeder(0.95, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 0.1).build();
    ControlledSolver solver = controlled(network);
    int node = 3 * network.busIndex("b");
    solver.follow(
        new int[] {node, node + 1, node + 2},
        Connection.WYE,
        1,
        (pu, power) -> power[1] = Math.max(-1, Math.min(1, -1e6 * (pu - 0.95))));
    assertEquals(Status.UNSETTLED, solver.solve());
    assertEquals(0, solver.tapMoves());
  }
}
