package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.sweep.RadialSweep;

/** Expected figures: the listing of 2004-06-24 of the IEEE PES 123-node test feeder. */
class Ieee123Test {
  private static final double VOLTAGE_PU = 6e-4;

  private static final Network NETWORK = new Ieee123Factory().create(new Ieee123());

  /** The published table repeats 61's voltages for 610, where only differences are defined. */
  @Test
  void meetsThePublishedVoltages() {
    Solution solution = PublishedSolution.solve(new RadialSweep(), NETWORK);
    PublishedSolution published = new PublishedSolution(NETWORK);
    assertEquals(271, published.compare(solution, VOLTAGE_PU, 0.06, List.of("610")));
    published.compareLineToLine(solution, "610", VOLTAGE_PU);
  }

  @Test
  void takesAndLosesWhatIsPublished() {
    Solution solution = PublishedSolution.solve(new RadialSweep(), NETWORK);
    assertEquals(3.620498, solution.sourceMw(), 1e-3 * 3.620498);
    assertEquals(1.324765, solution.sourceMvar(), 3e-3);
    assertEquals(3.524887, solution.loadMw(), 1e-3 * 3.524887);
    assertEquals(0.095611, solution.lossesMw(), 0.002 * 0.095611);
  }

  /** Totals of the data sheets, kW and kvar. */
  @Test
  void hasThePublishedLoads() {
    double[] kw = {1420, 915, 1155};
    double[] kvar = {775, 515, 630};
    for (int phase = 0; phase < 3; phase++) {
      int p = phase;
      assertEquals(
          kw[p], NETWORK.loads().stream().mapToDouble(l -> 1000 * l.mw().get(p)).sum(), 1e-9);
      assertEquals(
          kvar[p], NETWORK.loads().stream().mapToDouble(l -> 1000 * l.mvar().get(p)).sum(), 1e-9);
    }
  }

  @Test
  void aSectionCanBeFedFromTheOtherSide() {
    Solver solver = new RadialSweep().prepare(NETWORK);
    int opened = branch("18-135");
    int closed = branch("151-300");
    solver.injections().closed()[opened] = false;
    solver.injections().closed()[closed] = true;
    assertEquals(Status.CONVERGED, solver.solve());
    int far = 3 * NETWORK.busIndex("35");
    assertTrue(solver.solution().magnitude(far) > 0.85);
    assertEquals(0, solver.solution().unsuppliedMw());
  }

  private static int branch(String id) {
    for (int e = 0; e < NETWORK.branches().size(); e++) {
      if (NETWORK.branches().get(e).id().equals(id)) {
        return e;
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void everyBusHasAPlace() {
    for (Bus bus : NETWORK.buses()) {
      assertTrue(Double.isFinite(bus.x() + bus.y()), bus.id());
    }
  }

  @Test
  void anotherNumberOfTapsIsRefused() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> new Ieee123(List.of(7, 7, 7), List.of(-1), List.of(0, 1, 2), List.of(8, 1, 5)));
    assertEquals("rg3", e.path());
    assertEquals("there are 3 taps; give two, for phases a and c", e.getMessage());
  }
}
