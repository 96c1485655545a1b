package powergrid.powerflow.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.powerflow.control.RegulatedFeeder.bus;
import static powergrid.powerflow.control.RegulatedFeeder.controlled;
import static powergrid.powerflow.control.RegulatedFeeder.line;
import static powergrid.powerflow.control.RegulatedFeeder.load;

import org.junit.jupiter.api.Test;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Status;

/** Grid-forming sources that share an island. */
class GridFormingSourcesTest {
  /** Two grid-forming sources behind a tie to the grid. */
  private static Network island(boolean tieClosed) {
    return Network.builder("island")
        .add(bus("s"))
        .add(bus("b"))
        .add(bus("c"))
        .add(new Switch("tie", "s", "b", Phases.ABC, tieClosed))
        .add(line("line", "b", "c", 0.1, 0.2))
        .add(load("c", 0.9, 0.3))
        .add(new Source("grid", "s", 1, 0))
        .add(new Source("large", "b", 1, 0, true, 2))
        .add(new Source("small", "c", 1, 0, true, 1))
        .build();
  }

  /** A grid-forming source carries the island; two share it by their ratings. */
  @Test
  void gridFormingSourcesShareAnIslandByTheirRatings() {
    ControlledSolver solver = controlled(island(true));
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.solution().sourceMw(1) + solver.solution().sourceMw(2));
    solver.injections().closed()[0] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    double[] mw = {source(solver, 0), source(solver, 1), source(solver, 2)};
    assertEquals(0, mw[0]);
    assertEquals(2 * mw[2], mw[1], 3e-4);
    assertEquals(2 * solver.solution().sourceMvar(2), solver.solution().sourceMvar(1), 3e-4);
    assertEquals(0.9 + solver.solution().lossesMw(), mw[1] + mw[2], 1e-6);
    assertEquals(solver.solution().sourceMw(), mw[1] + mw[2], 1e-12);
  }

  private static double source(ControlledSolver solver, int source) {
    return solver.solution().sourceMw(source);
  }

  @Test
  void backOnTheGridTheyStandBy() {
    ControlledSolver solver = controlled(island(false));
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(solver.solution().sourceMw(2) > 0.29);
    solver.injections().closed()[0] = true;
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, solver.solution().sourceMw(1));
    assertEquals(0, solver.solution().sourceMw(2));
  }

  /**
   * Three of 1, 2 and 3 MVA carry a sixth, a third and a half; each but the first to 1e-4 of its
   * rating, which is 5e-4 MVA for all that they leave to the first.
   */
  @Test
  void threeOfThemShareAnUnbalancedIsland() {
    Network network =
        Network.builder("island")
            .add(bus("b"))
            .add(bus("c"))
            .add(bus("d"))
            .add(line("one", "b", "c", 0.1, 0.2))
            .add(line("two", "c", "d", 0.1, 0.2))
            .add(load("c", 1.5, 0.6))
            .add(
                new Load(
                    "on a",
                    "d",
                    Connection.WYE,
                    LoadModel.IMPEDANCE,
                    new PhaseValues(0.3, 0, 0),
                    PhaseValues.ZERO))
            .add(new Source("first", "b", 1, 0, true, 1))
            .add(new Source("second", "c", 1, 0, true, 2))
            .add(new Source("third", "d", 1, 0, true, 3))
            .build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    double mw = solver.solution().sourceMw();
    assertEquals(solver.solution().loadMw() + solver.solution().lossesMw(), mw, 1e-6);
    for (int i = 0; i < 3; i++) {
      assertEquals((i + 1) * mw / 6, solver.solution().sourceMw(i), 6e-4);
      assertEquals(
          (i + 1) * solver.solution().sourceMvar() / 6, solver.solution().sourceMvar(i), 6e-4);
    }
  }
}
