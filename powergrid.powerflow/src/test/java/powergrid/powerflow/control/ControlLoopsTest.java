package powergrid.powerflow.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.CapacitorControl;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
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
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Follower;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.sweep.RadialSweep;

class ControlLoopsTest {
  private static final double KV = 4.16;
  private static final double PT = 20;
  private static final PhaseValues ONES = new PhaseValues(1, 1, 1);

  private static SymmetricMatrix diagonal(double value) {
    return new SymmetricMatrix(value, 0, 0, value, 0, value);
  }

  private static Line line(String id, String from, String to, double r, double x) {
    return new Line(
        id, from, to, Phases.ABC, 1, diagonal(r), diagonal(x), SymmetricMatrix.ZERO, Double.NaN);
  }

  private static Bus bus(String id) {
    return new Bus(id, Phases.ABC, KV);
  }

  private static Load load(String bus, double mw, double mvar) {
    return new Load(
        "load " + bus,
        bus,
        Connection.WYE,
        LoadModel.POWER,
        ONES.times(mw / 3),
        ONES.times(mvar / 3));
  }

  private static RegulatorControl control(
      double set, double r, double x, double delay, int gang, ReverseMode reverse) {
    return new RegulatorControl(
        ONES.times(set), 2, PT, 100, ONES.times(r), ONES.times(x), delay, 2, gang, reverse);
  }

  private static Regulator regulator(String id, String from, String to, RegulatorControl control) {
    return new Regulator(
        id,
        from,
        to,
        Phases.ABC,
        0.00625,
        16,
        PhaseValues.ZERO,
        PhaseValues.ZERO,
        PhaseValues.ZERO,
        Optional.of(control));
  }

  /** Source s – regulator – line – load. */
  private static Network.Builder feeder(double sourcePu, RegulatorControl control, double mw) {
    return Network.builder("feeder")
        .add(bus("s"))
        .add(bus("r"))
        .add(bus("b"))
        .add(regulator("reg", "s", "r", control))
        .add(line("line", "r", "b", 0.4, 0.8))
        .add(load("b", mw, 0.3 * mw))
        .add(new Source("source", "s", sourcePu, 0));
  }

  private static ControlledSolver controlled(Network network) {
    ControlledSolver solver =
        new OuterLoops().around(network, new RadialSweep(1e-10, 200).prepare(network));
    solver.moving(true);
    return solver;
  }

  private static double relayVolts(ControlledSolver solver, Network network, String bus) {
    int node = 3 * network.busIndex(bus);
    return solver.solution().magnitude(node) * 1000 * KV / Math.sqrt(3) / PT;
  }

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

  @Test
  void aFixedTapStaysWhereItIs() {
    Network network = feeder(0.9, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 1).build();
    ControlledSolver solver = controlled(network);
    solver.moving(false);
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.injections().taps()[0]);
  }

  private static Network withCapacitor(CapacitorControl control) {
    return Network.builder("feeder")
        .add(bus("s"))
        .add(bus("b"))
        .add(line("line", "s", "b", 0.4, 0.8))
        .add(load("b", 1.2, 0.9))
        .add(
            new Capacitor(
                "bank", "b", Connection.WYE, ONES.times(0.2), false, Optional.of(control)))
        .add(new Source("source", "s", 1, 0))
        .build();
  }

  @Test
  void aCapacitorSwitchesByVoltageAfterItsDelay() {
    Network network =
        withCapacitor(new CapacitorControl(CapacitorControl.Signal.VOLTAGE, "", 0, 0.96, 1.02, 60));
    ControlledSolver solver = controlled(network);
    solver.solve(59);
    assertEquals(0, solver.capacitorMoves());
    double before = solver.solution().magnitude(3);
    assertTrue(before < 0.96);
    solver.solve(2);
    assertEquals(1, solver.capacitorMoves());
    assertTrue(solver.injections().capacitorOn()[0]);
    assertTrue(solver.solution().magnitude(3) > before);
    Arrays.fill(solver.injections().loadScale(), -0.5);
    solver.solve();
    assertTrue(!solver.injections().capacitorOn()[0], "off above 1.02 pu");
  }

  @Test
  void aCapacitorSwitchesByReactivePowerThroughABranch() {
    ControlledSolver solver =
        controlled(
            withCapacitor(
                new CapacitorControl(
                    CapacitorControl.Signal.REACTIVE_POWER, "line", 0, 0.7, 0.1, 5)));
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(solver.injections().capacitorOn()[0]);
    Arrays.fill(solver.injections().loadScale(), 0.3);
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(!solver.injections().capacitorOn()[0]);
  }

  /**
   * A load-free line of reactance X from 1 pu: V = 1 + X Q, with Q = −k (V − 1.02) has the solution
   * V = (1 + 1.02 k X) / (1 + k X), whatever the loop gain k X; here 2, which cycles undamped.
   */
  @Test
  void aCurveWithLoopGainTwoConverges() {
    double xPu = 0.8 / (KV * KV / 3);
    double k = 2 / xPu; // MVAr a phase and pu
    Network network =
        Network.builder("gain")
            .add(bus("s"))
            .add(bus("b"))
            .add(line("line", "s", "b", 0, 0.8))
            .add(new Source("source", "s", 1, 0))
            .build();
    ControlledSolver solver = controlled(network);
    int node = 3 * network.busIndex("b");
    Follower follower =
        solver.follow(
            new int[] {node, node + 1, node + 2},
            Connection.WYE,
            1,
            (pu, power) -> power[1] = -3 * k * (pu - 1.02));
    assertEquals(Status.CONVERGED, solver.solve());
    double v = solver.solution().magnitude(node);
    double q = follower.qMvar() / 3;
    assertEquals(-k * (v - 1.02), q, 2e-4, "Q is on the curve");
    assertEquals((v - 1) * v / xPu, q, 1e-6, "and on the line's circle");
    assertEquals(0, solver.injections().qMvar()[node], "the injections are the caller's again");
  }

  /** IEEE 1547-2018 category B volt-var, default settings, on a steep feeder with three units. */
  @Test
  void severalVoltVarUnitsSettleOnTheirCurves() {
    Network network =
        feeder(1.06, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 0.1).build();
    ControlledSolver solver = controlled(network);
    solver.moving(false);
    int b = 3 * network.busIndex("b");
    int r = 3 * network.busIndex("r");
    int[][] places = {{b, b + 1, b + 2}, {b}, {r + 1}};
    double[] mva = {1.5, 0.4, 0.4};
    Follower[] units = new Follower[3];
    for (int i = 0; i < 3; i++) {
      double rating = mva[i];
      units[i] =
          solver.follow(
              places[i], Connection.WYE, rating, (pu, power) -> power[1] = rating * categoryB(pu));
    }
    assertEquals(Status.CONVERGED, solver.solve());
    for (int i = 0; i < 3; i++) {
      double pu =
          Arrays.stream(places[i]).mapToDouble(solver.solution()::magnitude).average().orElse(0);
      assertEquals(mva[i] * categoryB(pu), units[i].qMvar(), 1.01e-4 * mva[i], "unit " + i);
      assertTrue(units[i].qMvar() < 0);
    }
  }

  private static double categoryB(double pu) {
    if (pu < 0.98) {
      return Math.min(0.44, 0.44 * (0.98 - pu) / 0.06);
    }
    return pu > 1.02 ? Math.max(-0.44, -0.44 * (pu - 1.02) / 0.06) : 0;
  }

  @Test
  void aDelaySavedGoesOnInAnotherSolver() throws IOException {
    Network network =
        feeder(0.985, control(120, 0, 0, 30, -1, ReverseMode.COGENERATION), 0.1).build();
    ControlledSolver solver = controlled(network);
    solver.solve(20);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    solver.save(new DataOutputStream(bytes));
    ControlledSolver other = controlled(network);
    other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    System.arraycopy(solver.solution().re(), 0, other.solution().re(), 0, 9);
    System.arraycopy(solver.solution().im(), 0, other.solution().im(), 0, 9);
    solver.solve(11);
    other.solve(11);
    assertEquals(3, other.tapMoves());
    assertArrayEquals(solver.solution().re(), other.solution().re());
  }

  /** A grid-forming source carries the island; two share it by their ratings. */
  @Test
  void gridFormingSourcesShareAnIslandByTheirRatings() {
    Network network =
        Network.builder("island")
            .add(bus("s"))
            .add(bus("b"))
            .add(bus("c"))
            .add(new Switch("tie", "s", "b", Phases.ABC, true))
            .add(line("line", "b", "c", 0.1, 0.2))
            .add(load("c", 0.9, 0.3))
            .add(new Source("grid", "s", 1, 0))
            .add(new Source("large", "b", 1, 0, true, 2))
            .add(new Source("small", "c", 1, 0, true, 1))
            .build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.solution().sourcesMw()[1] + solver.solution().sourcesMw()[2]);
    solver.injections().closed()[0] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    double[] mw = solver.solution().sourcesMw();
    assertEquals(0, mw[0]);
    assertEquals(2 * mw[2], mw[1], 3e-4);
    double[] mvar = solver.solution().sourcesMvar();
    assertEquals(2 * mvar[2], mvar[1], 3e-4);
    assertEquals(0.9 + solver.solution().lossesMw(), mw[1] + mw[2], 1e-6);
    assertEquals(solver.solution().sourceMw(), mw[1] + mw[2], 1e-12);
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
}
