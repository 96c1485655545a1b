package powergrid.powerflow.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.powerflow.control.RegulatedFeeder.KV;
import static powergrid.powerflow.control.RegulatedFeeder.bus;
import static powergrid.powerflow.control.RegulatedFeeder.control;
import static powergrid.powerflow.control.RegulatedFeeder.controlled;
import static powergrid.powerflow.control.RegulatedFeeder.feeder;
import static powergrid.powerflow.control.RegulatedFeeder.line;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.ReverseMode;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Follower;
import powergrid.api.powerflow.Status;
import powergrid.api.powerflow.VoltageResponse;

/** Units whose power follows their voltage. */
class FollowerTest {
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

  /** A line without load or resistance, of 0.8 Ω a phase: 0.1387 pu. */
  private static Network reactance() {
    return Network.builder("reactance")
        .add(bus("s"))
        .add(bus("b"))
        .add(line("line", "s", "b", 0, 0.8))
        .add(new Source("source", "s", 1, 0))
        .build();
  }

  private static final int[] AT_B = {3, 4, 5};

  /**
   * From 1 pu over a reactance X, V² − V = X Q; with Q = −k (V − 1.02) there is one solution
   * whatever the loop gain k X. Undamped, it cycles from 1 on; damped by a half, from 3 on.
   */
  @Test
  void aCurveConvergesWhereItsLoopGainWouldCycle() {
    double xPu = 0.8 / (KV * KV / 3);
    for (double gain : new double[] {0.5, 1, 2, 2.9, 3, 3.1, 5, 8}) {
      double k = gain / xPu;
      ControlledSolver solver = controlled(reactance());
      Follower unit =
          solver.follow(AT_B, Connection.WYE, 1, (pu, power) -> power[1] = -3 * k * (pu - 1.02));
      assertEquals(Status.CONVERGED, solver.solve(), "loop gain " + gain);
      double b = k * xPu - 1;
      double v = (-b + Math.sqrt(b * b + 4 * 1.02 * k * xPu)) / 2;
      assertEquals(v, solver.solution().magnitude(3), 1e-5, "loop gain " + gain);
      assertEquals(-3 * k * (v - 1.02), unit.qMvar(), 1.01e-4, "loop gain " + gain);
    }
  }

  /** Saturated on both sides, one with a gain above 3 swings without its residual growing. */
  @Test
  void aCurveThatSaturatesConverges() {
    double xPu = 0.8 / (KV * KV / 3);
    for (double gain : new double[] {3, 5, 10, 20, 30}) {
      for (double limit : new double[] {0.05, 0.4, 1}) {
        VoltageResponse curve =
            (pu, power) ->
                power[1] = Math.max(-limit, Math.min(limit, -3 * gain / xPu * (pu - 1.001)));
        ControlledSolver solver = controlled(reactance());
        Follower unit = solver.follow(AT_B, Connection.WYE, 1, curve);
        assertEquals(Status.CONVERGED, solver.solve(), gain + " within " + limit);
        double[] wanted = new double[2];
        curve.respond(solver.solution().magnitude(3), wanted);
        assertEquals(wanted[1], unit.qMvar(), 1e-4);
      }
    }
  }

  /** A volt-watt curve, IEEE 1547-2018 category B: all up to 1.06 pu, a fifth at 1.1 pu. */
  @Test
  void activePowerFollowsToo() {
    Network network =
        feeder(1.06, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 0.1).build();
    ControlledSolver solver = controlled(network);
    solver.moving(false);
    int b = 3 * network.busIndex("b");
    Follower unit =
        solver.follow(
            new int[] {b, b + 1, b + 2},
            Connection.WYE,
            1.5,
            (pu, power) -> power[0] = 1.5 * Math.min(1, 1 - 0.8 * (pu - 1.06) / 0.04));
    assertEquals(Status.CONVERGED, solver.solve());
    double pu = solver.solution().magnitude(b);
    assertTrue(pu > 1.06 && pu < 1.1);
    assertEquals(1.5 * (1 - 0.8 * (pu - 1.06) / 0.04), unit.pMw(), 1.01e-4 * 1.5);
  }

  /** What a unit saw last, as it reports it by its power. */
  private static double seen(ControlledSolver solver, int[] nodes, Connection connection) {
    Follower unit = solver.follow(nodes, connection, 1e4, (pu, power) -> power[1] = 1e-9 * pu);
    double[] pu = new double[1];
    solver.follow(nodes, connection, 1e4, (v, power) -> pu[0] = v);
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, unit.pMw());
    return pu[0];
  }

  @Test
  void unitsMeasureTheVoltageAcrossThem() {
    Network network =
        feeder(1, control(122, 0, 0, 15, -1, ReverseMode.COGENERATION), 0.5)
            .add(
                new Load(
                    "on a",
                    "b",
                    Connection.WYE,
                    LoadModel.POWER,
                    new PhaseValues(0.3, 0, 0),
                    PhaseValues.ZERO))
            .build();
    int b = 3 * network.busIndex("b");
    ControlledSolver solver = controlled(network);
    solver.moving(false);
    double one = seen(solver, new int[] {b + 1}, Connection.WYE);
    assertEquals(solver.solution().magnitude(b + 1), one, 1e-9);
    double mean = seen(solver, new int[] {b, b + 1, b + 2}, Connection.WYE);
    double[] pu = new double[3];
    for (int phase = 0; phase < 3; phase++) {
      pu[phase] = solver.solution().magnitude(b + phase);
    }
    assertEquals((pu[0] + pu[1] + pu[2]) / 3, mean, 1e-9);
    double across = seen(solver, new int[] {b + 2}, Connection.DELTA);
    double between =
        Math.toRadians(solver.solution().angleDeg(b + 2) - solver.solution().angleDeg(b));
    double law = Math.sqrt(pu[2] * pu[2] + pu[0] * pu[0] - 2 * pu[2] * pu[0] * Math.cos(between));
    assertEquals(law / Math.sqrt(3), across, 1e-9);
  }

  /** 0.1 + 0.2 − 0.2 is not 0.1. */
  @Test
  void injectionsAreTheCallersBitForBit() {
    Network network = reactance();
    ControlledSolver solver = controlled(network);
    Arrays.fill(solver.injections().pMw(), 3, 6, 0.1);
    Arrays.fill(solver.injections().qMvar(), 3, 6, -0.1);
    Arrays.fill(solver.injections().deltaMw(), 3, 6, 0.1);
    VoltageResponse response =
        (pu, power) -> {
          power[0] = 0.2 * pu;
          power[1] = 0.3 * pu;
        };
    solver.follow(AT_B, Connection.WYE, 1, response);
    solver.follow(new int[] {4}, Connection.WYE, 1, response);
    solver.follow(new int[] {4}, Connection.DELTA, 1, response);
    assertEquals(Status.CONVERGED, solver.solve());
    assertArrayEquals(new double[] {0, 0, 0, 0.1, 0.1, 0.1}, solver.injections().pMw());
    assertArrayEquals(new double[] {0, 0, 0, -0.1, -0.1, -0.1}, solver.injections().qMvar());
    assertArrayEquals(new double[] {0, 0, 0, 0.1, 0.1, 0.1}, solver.injections().deltaMw());
    Arrays.fill(solver.injections().loadScale(), 1);
    Arrays.fill(solver.injections().pMw(), 3, 6, -1e6);
    assertEquals(Status.DIVERGED, solver.solve());
    assertEquals(-1e6, solver.injections().pMw()[4]);
  }

  @Test
  void aUnitWithoutSupplyInjectsNothing() {
    Network network =
        Network.builder("tied")
            .add(bus("s"))
            .add(bus("b"))
            .add(new Switch("tie", "s", "b", Phases.ABC, true))
            .add(new Source("source", "s", 1, 0))
            .build();
    ControlledSolver solver = controlled(network);
    Follower unit = solver.follow(AT_B, Connection.WYE, 1, (pu, power) -> power[0] = 0.5);
    solver.solve();
    assertEquals(0.5, unit.pMw(), 1e-4);
    solver.injections().closed()[0] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, unit.pMw());
  }

  /** What a unit injected where there was no solution must not spoil the next solve. */
  @Test
  void afterASolveThatDivergedUnitsStartAfresh() {
    double[] wanted = {1e5};
    ControlledSolver solver = controlled(reactance());
    Follower unit = solver.follow(AT_B, Connection.WYE, 1e5, (pu, power) -> power[0] = wanted[0]);
    assertEquals(Status.DIVERGED, solver.solve());
    wanted[0] = 0;
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, unit.pMw());
  }

  @Test
  void aUnitAtAPhaseThatIsNotThereIsRefused() {
    Network network =
        Network.builder("lateral")
            .add(bus("s"))
            .add(new Bus("b", Phases.BC, KV))
            .add(new Switch("tie", "s", "b", Phases.BC, true))
            .add(new Source("source", "s", 1, 0))
            .build();
    ControlledSolver solver = controlled(network);
    VoltageResponse none = (pu, power) -> {};
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> solver.follow(new int[] {5}, Connection.DELTA, 1, none))
            .getMessage();
    assertEquals("a follower needs phase a of bus b, which has bc", message);
    assertThrows(
        IllegalArgumentException.class,
        () -> solver.follow(new int[] {6}, Connection.WYE, 1, none));
    assertThrows(
        IllegalArgumentException.class, () -> solver.follow(new int[0], Connection.WYE, 1, none));
    assertThrows(
        IllegalArgumentException.class,
        () -> solver.follow(new int[] {4}, Connection.WYE, Double.NaN, none));
  }
}
