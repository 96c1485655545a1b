package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** The IEEE 14-bus system against pandapower's solution, to its last digits. */
class Case14Test {
  private static final String CASE = "case14";
  private final Network network = PandapowerCase.read(CASE);
  private final Solver solver = new NewtonRaphson().prepare(network);
  private final Solution solution = solver.solution();

  @BeforeEach
  void solve() {
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
  }

  @Test
  void voltagesAreThePublishedOnes() {
    Table expected = PandapowerCase.table(CASE, "res_bus");
    for (int bus = 0; bus < expected.rows(); bus++) {
      assertEquals(expected.number(bus, "vm_pu"), solution.magnitude(3 * bus), 1e-8);
      double degrees = expected.number(bus, "va_degree");
      assertEquals(degrees, solution.angleDeg(3 * bus), 1e-7);
      assertEquals(degrees - 120, solution.angleDeg(3 * bus + 1), 1e-7);
      assertEquals(degrees + 120, solution.angleDeg(3 * bus + 2), 1e-7);
      assertEquals(solution.magnitude(3 * bus), solution.magnitude(3 * bus + 1), 1e-14);
      assertEquals(solution.magnitude(3 * bus), solution.magnitude(3 * bus + 2), 1e-14);
    }
  }

  @Test
  void sourceAndGeneratorsSupplyWhatIsPublished() {
    Table grid = PandapowerCase.table(CASE, "res_ext_grid");
    assertEquals(grid.number(0, "p_mw"), solution.sourceMw(0), 1e-7);
    assertEquals(grid.number(0, "q_mvar"), solution.sourceMvar(0), 1e-7);
    Table gen = PandapowerCase.table(CASE, "res_gen");
    for (int g = 0; g < gen.rows(); g++) {
      assertEquals(gen.number(g, "q_mvar"), solution.generatorsMvar()[g], 1e-7);
    }
  }

  @Test
  void branchesCarryWhatIsPublished() {
    Table line = PandapowerCase.table(CASE, "res_line");
    double losses = 0;
    double reactive = 0;
    for (int i = 0; i < line.rows(); i++) {
      assertEquals(1000 * line.number(i, "i_from_ka"), from(i, 0), 1e-4);
      assertEquals(1000 * line.number(i, "i_to_ka"), to(i, 1), 1e-4);
      losses += line.number(i, "pl_mw");
      reactive += line.number(i, "ql_mvar");
    }
    Table trafo = PandapowerCase.table(CASE, "res_trafo");
    for (int i = 0; i < trafo.rows(); i++) {
      int e = line.rows() + i;
      assertEquals(1000 * trafo.number(i, "i_hv_ka"), from(e, 2), 1e-4);
      assertEquals(1000 * trafo.number(i, "i_lv_ka"), to(e, 0), 1e-4);
      losses += trafo.number(i, "pl_mw");
      reactive += trafo.number(i, "ql_mvar");
    }
    assertEquals(losses, solution.lossesMw(), 1e-7);
    assertEquals(reactive, solution.lossesMvar(), 1e-7);
  }

  private double from(int branch, int phase) {
    int i = 3 * branch + phase;
    return Math.hypot(solution.currentRe()[i], solution.currentIm()[i]);
  }

  private double to(int branch, int phase) {
    int i = 3 * branch + phase;
    return Math.hypot(solution.toCurrentRe()[i], solution.toCurrentIm()[i]);
  }

  @Test
  void convergesQuadratically() {
    assertTrue(solution.iterations() <= 4, () -> solution.iterations() + " iterations");
    solver.solve();
    assertEquals(1, solution.iterations());
  }
}
