package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.sweep.RadialSweep;

class Ieee13Test {
  private static final double VOLTAGE_PU = 3e-4;
  private static final double ANGLE_DEG = 0.05;

  private static final Network NETWORK = new Ieee13Factory().create(new Ieee13());

  private static Solution solve(PowerFlow method, Network network) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver.solution();
  }

  @Test
  void meetsThePublishedVoltages() {
    Solution solution = solve(new RadialSweep(), NETWORK);
    List<Table.Row> published = Table.read("ieee13/published_voltages.csv").rows();
    assertEquals(35, published.size());
    for (Table.Row row : published) {
      String where = row.text("node") + "." + row.text("phase");
      int node = 3 * NETWORK.busIndex(row.text("node")) + "abc".indexOf(row.text("phase"));
      assertEquals(row.number("vm_pu"), solution.magnitude(node), VOLTAGE_PU, where);
      assertEquals(row.number("va_deg"), solution.angleDeg(node), ANGLE_DEG, where);
    }
  }

  /** 110.98 kW by OpenDSS and by an independent three-phase solver. */
  @Test
  void losesWhatTwoOtherEnginesSay() {
    assertEquals(0.11098, solve(new RadialSweep(), NETWORK).lossesMw(), 0.002 * 0.11098);
  }

  @Test
  void hasAVoltageOnEveryPhasePresentAndNoneElsewhere() {
    Solution solution = solve(new RadialSweep(), NETWORK);
    int nodes = 0;
    for (int n = 0; n < solution.re().length; n++) {
      boolean present = NETWORK.buses().get(n / 3).phases().has(n % 3);
      assertEquals(present, solution.magnitude(n) > 0.9);
      nodes += present ? 1 : 0;
    }
    assertEquals(35, nodes);
  }

  /**
   * Totals of the paper's spot and distributed load tables and of its capacitors, in kW and kvar.
   */
  @Test
  void hasThePublishedTotals() {
    double[] kw = {1158 + 17, 973 + 66, 1135 + 117};
    double[] kvar = {606 + 10, 627 + 38, 753 + 68};
    double[] capacitors = {200, 200, 300};
    for (int phase = 0; phase < 3; phase++) {
      double p = 0;
      double q = 0;
      double c = 0;
      for (Load load : NETWORK.loads()) {
        p += 1000 * load.mw().get(phase);
        q += 1000 * load.mvar().get(phase);
      }
      for (Capacitor capacitor : NETWORK.capacitors()) {
        c += 1000 * capacitor.mvar().get(phase);
      }
      assertEquals(kw[phase], p, 1e-9);
      assertEquals(kvar[phase], q, 1e-9);
      assertEquals(capacitors[phase], c, 1e-9);
    }
  }

  @Test
  void branchesCarryTheirRatedCurrentsAndBusesHavePlaces() {
    Branch head =
        NETWORK.branches().stream().filter(b -> b.id().equals("RG60-632")).findAny().get();
    assertEquals(730, head.ratingA());
    for (Bus bus : NETWORK.buses()) {
      assertTrue(Double.isFinite(bus.x() + bus.y()), bus.id());
    }
  }

  @Test
  void tapsAreThoseConfigured() {
    Network network = new Ieee13Factory().create(new Ieee13(List.of(6, 4, 6)));
    Solution solution = solve(new RadialSweep(), network);
    int rg60 = 3 * network.busIndex("RG60");
    assertEquals(1.0375, solution.magnitude(rg60), 1e-12);
    assertEquals(1.025, solution.magnitude(rg60 + 1), 1e-12);
    assertEquals(1.0375, solution.magnitude(rg60 + 2), 1e-12);
  }

  @Test
  void anotherNumberOfTapsIsRefused() {
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> new Ieee13(List.of(1, 2)));
    assertEquals("taps", e.path());
    assertEquals("there are 2 taps; give three, for phases a, b and c", e.getMessage());
  }

  @Test
  void fiftyfoldLoadHasNoSolution() {
    Solver solver = new RadialSweep().prepare(NETWORK);
    Arrays.fill(solver.injections().loadScale(), 50);
    assertEquals(Status.DIVERGED, solver.solve());
    for (double re : solver.solution().re()) {
      assertTrue(Double.isFinite(re));
    }
  }
}
