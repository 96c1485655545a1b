package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Branch;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.ThreeMicrogrids.Corner;
import powergrid.powerflow.control.OuterLoops;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.sweep.RadialSweep;

/**
 * The corners of three IEEE 13 microgrids on IEEE 34, against OpenDSS where that can be: its
 * voltages are those of {@code reference.py}, at taps that the script moves into their bands on its
 * own.
 */
class ThreeMicrogridsTest {
  private static final Network NETWORK = ThreeMicrogrids.network();
  private static final PowerFlow SWEEP = new RadialSweep(1e-12, 500);
  private static final PowerFlow INJECTION = new CurrentInjection(1e-10, 500);

  private static List<Table.Row> reference(String table, Corner corner) {
    return Table.read("threemicrogrids/" + table + ".csv").rows().stream()
        .filter(row -> row.text("corner").equals(corner.title()))
        .toList();
  }

  private static Solver at(PowerFlow method, Corner corner) {
    Solver solver = method.prepare(NETWORK);
    corner.on(NETWORK, solver.injections());
    for (Table.Row row : reference("taps", corner)) {
      int branch = ThreeMicrogrids.branch(NETWORK, row.text("regulator"));
      solver.injections().taps()[3 * branch + "abc".indexOf(row.text("phase"))] =
          (int) row.number("tap");
    }
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver;
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithOpenDssAtItsTaps(Corner corner) {
    for (PowerFlow method : List.of(SWEEP, INJECTION)) {
      Solution solution = at(method, corner).solution();
      List<Table.Row> voltages = reference("voltages", corner);
      assertEquals(92 + 3 * 35, voltages.size());
      for (Table.Row row : voltages) {
        String where = row.text("bus") + "." + row.text("phase");
        int node = 3 * NETWORK.busIndex(row.text("bus")) + "abc".indexOf(row.text("phase"));
        assertEquals(row.number("vm_pu"), solution.magnitude(node), 2e-7, where);
        assertEquals(row.number("va_deg"), solution.angleDeg(node), 1e-5, where);
      }
      Table.Row totals = reference("totals", corner).get(0);
      assertEquals(totals.number("source_mw"), solution.sourceMw(), 1e-5);
      assertEquals(totals.number("source_mvar"), solution.sourceMvar(), 1e-5);
      assertEquals(totals.number("losses_mw"), solution.lossesMw(), 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void methodsAgreeAndCurrentsBalanceAtEveryBus(Corner corner) {
    Solver sweep = at(SWEEP, corner);
    Solver injection = at(INJECTION, corner);
    for (int node = 0; node < 3 * NETWORK.buses().size(); node++) {
      assertEquals(sweep.solution().re()[node], injection.solution().re()[node], 1e-9);
      assertEquals(sweep.solution().im()[node], injection.solution().im()[node], 1e-9);
    }
    for (Solver solver : List.of(sweep, injection)) {
      assertEquals(0, BusBalance.mismatch(NETWORK, solver.injections(), solver.solution()), 1e-7);
      Solution s = solver.solution();
      double fed = 0;
      for (double mw : solver.injections().pMw()) {
        fed += mw;
      }
      for (double mw : solver.injections().deltaMw()) {
        fed += mw;
      }
      assertEquals(s.loadMw() + s.lossesMw(), s.sourceMw() + fed, 1e-8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRelayEndsInItsBandOrItsTapAtTheEnd(Corner corner) {
    for (PowerFlow method : List.of(new RadialSweep(), new CurrentInjection())) {
      ControlledSolver solver = new OuterLoops().around(NETWORK, method.prepare(NETWORK));
      corner.on(NETWORK, solver.injections());
      solver.moving(true);
      assertEquals(Status.CONVERGED, solver.solve());
      assertTrue(solver.tapMoves() > 0);
      solver.flows();
      for (int e = 0; e < NETWORK.branches().size(); e++) {
        Branch branch = NETWORK.branches().get(e);
        if (branch instanceof Regulator regulator) {
          for (int phase = 0; phase < 3; phase++) {
            RelayVoltage relay = RelayVoltage.of(NETWORK, solver.solution(), regulator, phase);
            int tap = solver.injections().taps()[3 * e + phase];
            boolean atItsEnd = tap == (relay.outside() < 0 ? 16 : -16);
            assertTrue(relay.outside() == 0 || atItsEnd, tap + " " + relay);
          }
        }
      }
      assertEquals(Status.CONVERGED, solver.solve());
      assertEquals(0, solver.tapMoves(), "it has come to rest");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"822", "856"})
  void aMicrogridIsRefusedWhereTheFeederHasOnePhase(String bus) {
    Network.Builder builder =
        Network.builder("refused")
            .include(new Ieee34Factory().create(new Ieee34()), "", 0.5, 1)
            .include(new Ieee13Factory().create(new Ieee13()), "MG.", 0.2, 0.2)
            .add(ThreeMicrogrids.tie("MG", bus));
    String has = bus.equals("822") ? "a" : "b";
    assertEquals(
        "tie MG needs phases abc of bus " + bus + ", which has " + has,
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  /** At full load and full size no tap would do: the case is not solvable as it is often drawn. */
  @Test
  void chargingAtFullSizeHasNoSolution() {
    Network network =
        Network.builder("full size")
            .include(new Ieee34Factory().create(new Ieee34()), "", 1, 1)
            .include(new Ieee13Factory().create(new Ieee13()), "MG.", 1, 1)
            .add(ThreeMicrogrids.tie("MG", "848"))
            .add(new Source("substation", "800", 1.05, 0))
            .build();
    for (PowerFlow method : List.of(SWEEP, INJECTION)) {
      assertEquals(Status.DIVERGED, method.prepare(network).solve());
    }
  }
}
