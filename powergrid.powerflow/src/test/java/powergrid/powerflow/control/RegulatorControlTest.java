package powergrid.powerflow.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.powerflow.control.RegulatedFeeder.KV;
import static powergrid.powerflow.control.RegulatedFeeder.ONES;
import static powergrid.powerflow.control.RegulatedFeeder.PT;
import static powergrid.powerflow.control.RegulatedFeeder.bus;
import static powergrid.powerflow.control.RegulatedFeeder.control;
import static powergrid.powerflow.control.RegulatedFeeder.controlled;
import static powergrid.powerflow.control.RegulatedFeeder.feeder;
import static powergrid.powerflow.control.RegulatedFeeder.line;
import static powergrid.powerflow.control.RegulatedFeeder.load;
import static powergrid.powerflow.control.RegulatedFeeder.regulator;
import static powergrid.powerflow.control.RegulatedFeeder.relayVolts;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.CapacitorControl;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.ReverseMode;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Status;

/** How controlled regulators move their taps. */
class RegulatorControlTest {
  @Test
  void aRegulatorEndsWithItsVoltageInTheBand() {
    Network network = feeder(0.96, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 1).build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    // 0.96 pu is 115.28 V; a tap is 0.72 V there; 8 taps are the fewest that reach 121 V
    assertArrayEquals(new int[] {8, 8, 8}, Arrays.copyOf(solver.injections().taps(), 3));
    assertEquals(24, solver.tapMoves());
    assertTrue(Math.abs(relayVolts(solver, network, "r") - 122) <= 1);
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.tapMoves());
  }

  @Test
  void aRegulatorStopsAtItsLimit() {
    Network network = feeder(0.85, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 1).build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    assertArrayEquals(new int[] {16, 16, 16}, Arrays.copyOf(solver.injections().taps(), 3));
  }

  /** Compensated, the relay sees the voltage beyond a line of (R + jX) · N_PT / CT_p. */
  @Test
  void lineDropCompensationHoldsTheVoltageAtTheEndOfTheLine() {
    double r = 0.4 * 100 / PT;
    double x = 0.8 * 100 / PT;
    Network network = feeder(1, control(120, r, x, 15, -1, ReverseMode.COGENERATION), 1.5).build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(Math.abs(relayVolts(solver, network, "b") - 120) <= 1);
    assertTrue(relayVolts(solver, network, "r") > 121);
  }

  @Test
  void aDelayCountsTheSecondsOfSeveralSolves() {
    Network network =
        feeder(0.985, control(120, 0, 0, 30, -1, ReverseMode.COGENERATION), 0.1).build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve(20));
    assertEquals(0, solver.tapMoves());
    assertEquals(Status.CONVERGED, solver.solve(20));
    assertEquals(3, solver.tapMoves(), "a step on each phase");
  }

  /** After 30 s the first of many, then one every 2 s: 1 + 5 in 40 s, on each phase. */
  @Test
  void furtherMovesOfAnExcursionTakeLess() {
    Network network =
        feeder(0.9, control(122, 0, 0, 30, -1, ReverseMode.COGENERATION), 0.1).build();
    ControlledSolver solver = controlled(network);
    solver.solve(40);
    assertArrayEquals(new int[] {6, 6, 6}, Arrays.copyOf(solver.injections().taps(), 3));
  }

  @Test
  void gangedPhasesMoveByOneRelay() {
    Network.Builder network =
        feeder(0.96, control(122, 0, 0, 15, 0, ReverseMode.COGENERATION), 0.9);
    network.add(
        new Load(
            "on b",
            "r",
            Connection.WYE,
            LoadModel.POWER,
            new PhaseValues(0, 0.5, 0),
            PhaseValues.ZERO));
    ControlledSolver solver = controlled(network.build());
    assertEquals(Status.CONVERGED, solver.solve());
    int[] taps = Arrays.copyOf(solver.injections().taps(), 3);
    assertArrayEquals(new int[] {8, 8, 8}, taps);
  }

  private static int tapUnderReverseFlow(ReverseMode mode, double r) {
    Network network = feeder(0.98, control(120, r, 0, 15, -1, mode), 0.1).build();
    ControlledSolver solver = controlled(network);
    solver.injections().taps()[0] = -2;
    solver.injections().taps()[1] = -2;
    solver.injections().taps()[2] = -2;
    for (int phase = 0; phase < 3; phase++) {
      solver.injections().pMw()[3 * network.busIndex("b") + phase] = 0.5;
    }
    assertEquals(Status.CONVERGED, solver.solve());
    return solver.injections().taps()[0];
  }

  /**
   * At 0.98 pu the source has 117.69 V. Without compensation two taps reach 119 V. Forward
   * compensation under reverse flow adds R · 194 A / 100 A to what the relay sees.
   */
  @Test
  void reverseFlowIsDealtWithAsSet() {
    assertEquals(2, tapUnderReverseFlow(ReverseMode.COGENERATION, 2));
    assertEquals(0, tapUnderReverseFlow(ReverseMode.LOCKED_FORWARD, 1));
    assertEquals(-2, tapUnderReverseFlow(ReverseMode.IDLE, 2));
    assertEquals(0, tapUnderReverseFlow(ReverseMode.NEUTRAL, 2));
  }

  /** Fed from the to side, a bidirectional regulator holds its from side. */
  @Test
  void aBidirectionalRegulatorHoldsTheSideThatIsFed() {
    Network network =
        Network.builder("reversed")
            .add(bus("s"))
            .add(bus("b"))
            .add(regulator("reg", "b", "s", control(122, 0, 0, 15, -1, ReverseMode.BIDIRECTIONAL)))
            .add(load("b", 0.5, 0.1))
            .add(new Source("source", "s", 0.97, 0))
            .build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(solver.injections().taps()[0] < 0);
    assertTrue(Math.abs(relayVolts(solver, network, "b") - 122) <= 1);
  }

  @Test
  void ofTwoInCascadeTheOneWithTheLongerDelayHasLittleLeftToDo() {
    RegulatorControl up = control(121, 0, 0, 15, 0, ReverseMode.COGENERATION);
    RegulatorControl down = control(121, 0, 0, 60, 0, ReverseMode.COGENERATION);
    Network network =
        Network.builder("cascade")
            .add(bus("s"))
            .add(bus("r"))
            .add(bus("m"))
            .add(bus("q"))
            .add(regulator("down", "m", "q", down))
            .add(line("line", "r", "m", 0.1, 0.2))
            .add(regulator("up", "s", "r", up))
            .add(load("q", 0.6, 0.1))
            .add(new Source("source", "s", 0.97, 0))
            .build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    int tap = solver.injections().taps()[6];
    assertTrue(tap >= 5, "tap " + tap);
    assertTrue(solver.injections().taps()[0] <= 2, "the one below had little left to do");
    assertTrue(Math.abs(relayVolts(solver, network, "q") - 121) <= 1);
  }

  @Test
  void aFixedTapStaysWhereItIs() {
    Network network = feeder(0.9, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 1).build();
    ControlledSolver solver = controlled(network);
    solver.moving(false);
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.injections().taps()[0]);
  }

  /** The regulator is locked while a grid-forming source supplies it. */
  @Test
  void aRegulatorIsLockedInAnIsland() {
    Network network =
        feeder(1, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 0.5)
            .add(bus("g"))
            .add(new Switch("tie", "g", "s", Phases.ABC, false))
            .add(new Source("grid", "g", 1, 0))
            .build();
    Network island =
        Network.builder("island")
            .include(network, "", 1, 1)
            .add(new Source("grid", "g", 1, 0))
            .add(new Source("battery", "s", 0.95, 0, true, 2))
            .build();
    ControlledSolver solver = controlled(island);
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.tapMoves());
    solver.injections().closed()[2] = true;
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(solver.tapMoves() > 0);
  }

  @Test
  void aNetworkWithoutSolutionDiverges() {
    ControlledSolver solver =
        controlled(feeder(1, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 500).build());
    assertEquals(Status.DIVERGED, solver.solve());
  }

  @Test
  void aFurtherMoveMayTakeLongerThanTheFirst() {
    RegulatorControl slow =
        new RegulatorControl(
            ONES.times(122),
            2,
            PT,
            100,
            PhaseValues.ZERO,
            PhaseValues.ZERO,
            5,
            10,
            0,
            ReverseMode.COGENERATION);
    ControlledSolver solver = controlled(feeder(0.9, slow, 0.1).build());
    solver.solve(14);
    assertEquals(1, solver.injections().taps()[0], "at 5 s");
    solver.solve(2);
    assertEquals(2, solver.injections().taps()[0], "at 15 s");
  }

  /** One tap of either would do: 119.55 V is raised by 0.75 V into 120 V to 122 V. */
  @Test
  void ofTwoWithOneDelayTheOneUpstreamMoves() {
    RegulatorControl control = control(121, 0, 0, 15, 0, ReverseMode.COGENERATION);
    Network network =
        Network.builder("cascade")
            .add(bus("s"))
            .add(bus("r"))
            .add(bus("m"))
            .add(bus("q"))
            .add(regulator("down", "m", "q", control))
            .add(line("line", "r", "m", 0.001, 0.002))
            .add(regulator("up", "s", "r", control))
            .add(load("q", 0.01, 0))
            .add(new Source("source", "s", 119.55 / (1000 * KV / Math.sqrt(3) / PT), 0))
            .build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    assertArrayEquals(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1}, solver.injections().taps());
  }

  /** What happens on the other path is no reason to move it. */
  @Test
  void anOpenRegulatorStays() {
    Network network =
        feeder(0.9, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 0.5)
            .add(new Switch("bypass", "s", "r", Phases.ABC, false))
            .build();
    ControlledSolver solver = controlled(network);
    solver.injections().closed()[0] = false;
    solver.injections().closed()[2] = true;
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.tapMoves());
  }

  @Test
  void aDelayStartsAgainOnceTheVoltageWasInTheBand() {
    Network network =
        feeder(1, control(120, 0, 0, 30, -1, ReverseMode.COGENERATION), 0.1)
            .add(load("r", 1, 0))
            .build();
    ControlledSolver solver = controlled(network);
    Arrays.fill(solver.injections().taps(), 0, 3, -3);
    solver.solve(20);
    Arrays.fill(solver.injections().taps(), 0, 3, 0);
    solver.solve(20);
    Arrays.fill(solver.injections().taps(), 0, 3, -3);
    solver.solve(20);
    assertEquals(0, solver.tapMoves());
    solver.solve(10);
    assertEquals(3, solver.tapMoves());
  }

  @Test
  void aTimeBelowZeroIsRefused() {
    ControlledSolver solver =
        controlled(feeder(1, control(120, 0, 0, 30, -1, ReverseMode.IDLE), 0.1).build());
    assertThrows(IllegalArgumentException.class, () -> solver.solve(-1));
    assertThrows(IllegalArgumentException.class, () -> solver.solve(Double.NaN));
  }

  @Test
  void aTapBeyondTheLimitComesBack() {
    Network network = feeder(1, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 0.1).build();
    ControlledSolver solver = controlled(network);
    Arrays.fill(solver.injections().taps(), 0, 3, 20);
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(Math.abs(relayVolts(solver, network, "r") - 122) <= 1);
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class, () -> control(bad, 0, 0, 15, -1, ReverseMode.IDLE));
      assertThrows(
          IllegalArgumentException.class, () -> control(120, 0, bad, 15, -1, ReverseMode.IDLE));
      assertThrows(
          IllegalArgumentException.class, () -> control(120, 0, 0, bad, -1, ReverseMode.IDLE));
      assertThrows(
          IllegalArgumentException.class,
          () -> new CapacitorControl(CapacitorControl.Signal.VOLTAGE, "", 0, 0.98, 1.02, bad));
    }
    RegulatorControl byA = control(120, 0, 0, 15, 0, ReverseMode.IDLE);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Regulator(
                        "reg",
                        "s",
                        "r",
                        Phases.BC,
                        0.00625,
                        16,
                        PhaseValues.ZERO,
                        PhaseValues.ZERO,
                        PhaseValues.ZERO,
                        Optional.of(byA)))
            .getMessage();
    assertEquals("regulator reg is ganged on phase a, but has phases bc", message);
  }
}
