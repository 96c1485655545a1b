package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static powergrid.powerflow.newton.Parts.bus;
import static powergrid.powerflow.newton.Parts.closed;
import static powergrid.powerflow.newton.Parts.current;
import static powergrid.powerflow.newton.Parts.forming;
import static powergrid.powerflow.newton.Parts.line;
import static powergrid.powerflow.newton.Parts.load;
import static powergrid.powerflow.newton.Parts.regulator;
import static powergrid.powerflow.newton.Parts.solve;
import static powergrid.powerflow.newton.Parts.source;

import org.junit.jupiter.api.Test;
import powergrid.api.network.Generator;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;

/** Switches, islands and their sources. */
class TopologyTest {
  private static Network.Builder chain() {
    return Network.builder("chain")
        .add(bus("a"))
        .add(bus("b"))
        .add(bus("c"))
        .add(bus("d"))
        .add(source("a"));
  }

  @Test
  void closedSwitchesCarryWhatKirchhoffSays() {
    // from the far end to the near one: the node's first bus is in the middle
    Network.Builder network =
        chain()
            .add(closed("c", "b"))
            .add(closed("d", "c"))
            .add(line("a", "b", 0.01, 0.02, 0))
            .add(load("b", 1, 0))
            .add(load("c", 2, 0))
            .add(load("d", 0.5, 0));
    Solution s = solve(network);
    double v = s.magnitude(3);
    assertEquals(v, s.magnitude(6));
    assertEquals(v, s.magnitude(9));
    assertEquals(2.5 / v, current(s, 0), 1e-11);
    assertEquals(0.5 / v, current(s, 1), 1e-11);
    assertEquals(3.5 / v, current(s, 2), 1e-11);
    for (int i = 0; i < 9; i++) {
      assertEquals(0, s.currentRe()[i] + s.toCurrentRe()[i], 1e-9);
      assertEquals(0, s.currentIm()[i] + s.toCurrentIm()[i], 1e-9);
    }
  }

  @Test
  void switchesCarryWhatGeneratorsAndSourcesBehindThemSupply() {
    Network.Builder network =
        chain()
            .add(line("a", "b", 0, 0.05, 0))
            .add(closed("b", "c"))
            .add(closed("c", "d"))
            .add(load("c", 2, 1))
            .add(new Generator("g", "d", 3, 0, 1));
    Solution s = solve(network);
    double reactive = s.generatorsMvar()[0] / 3;
    assertEquals(Math.hypot(1, reactive), current(s, 2), 1e-10);
    assertEquals(Math.hypot(2 - 1, 1 - reactive), current(s, 1), 1e-10);
  }

  @Test
  void theLastSwitchOfALoopCarriesNothing() {
    Solution s =
        solve(
            chain()
                .add(closed("a", "b"))
                .add(closed("c", "d"))
                .add(closed("b", "c"))
                .add(closed("a", "d"))
                .add(load("c", 1, 0)));
    assertEquals(1, s.magnitude(9), 1e-15);
    double into = current(s, 1) + current(s, 2);
    assertEquals(1, into, 1e-12);
    assertEquals(3, s.sourceMw(), 1e-12);
  }

  @Test
  void aLoopOfUnequalRegulatorsIsRefused() {
    Network.Builder network =
        chain()
            .add(closed("a", "b"))
            .add(regulator("b", "c", 0, 0, 0))
            .add(regulator("a", "c", 0, 0, 0))
            .add(closed("c", "d"));
    Solver solver = Parts.solver(network);
    assertEquals(1, solve(solver).magnitude(9), 1e-15);
    for (int phase = 0; phase < 3; phase++) {
      solver.injections().taps()[3 + phase] = 4;
    }
    IllegalStateException e = assertThrows(IllegalStateException.class, solver::solve);
    assertEquals("branch bc closes a loop without impedance whose ratios disagree", e.getMessage());
    for (int phase = 0; phase < 3; phase++) {
      solver.injections().taps()[6 + phase] = 4;
    }
    assertEquals(1.025, solve(solver).magnitude(9), 1e-14);
  }

  @Test
  void whatIsCutOffIsDarkUntilItIsConnectedAgain() {
    Solver solver =
        Parts.solver(
            chain()
                .add(line("a", "b", 0.01, 0.02, 0.1))
                .add(line("b", "c", 0.01, 0.02, 0.1))
                .add(closed("c", "d"))
                .add(load("b", 1, 0.5))
                .add(load("d", 2, 1))
                .add(new Generator("g", "c", 1.5, 0, 1.01)));
    Solution s = solve(solver);
    final double before = s.lossesMw();
    assertEquals(1.01, s.magnitude(9), 1e-14);
    solver.injections().closed()[1] = false;
    solve(solver);
    assertEquals(6, s.unsuppliedMw(), 1e-15);
    assertEquals(3, s.loadMw(), 1e-12);
    assertEquals(0, s.magnitude(6));
    assertEquals(0, s.magnitude(9));
    assertEquals(0, s.generatorsMvar()[0]);
    assertEquals(0, current(s, 1));
    assertEquals(0, current(s, 2));
    solver.injections().closed()[1] = true;
    solve(solver);
    assertEquals(before, s.lossesMw(), 1e-12);
    assertEquals(0, s.unsuppliedMw());
  }

  @Test
  void formingSourceStandsByUntilItsIslandHasNoOther() {
    Solver solver =
        Parts.solver(
            chain()
                .add(line("a", "b", 0.01, 0.02, 0))
                .add(line("b", "c", 0.01, 0.02, 0))
                .add(line("c", "d", 0.01, 0.02, 0))
                .add(load("c", 1, 0))
                .add(forming("d", 40))
                .add(forming("b", 70)));
    Solution s = solve(solver);
    assertEquals(0, s.sourceMw(1));
    assertEquals(0, s.sourceMw(2));
    solver.injections().closed()[0] = false;
    solve(solver);
    assertEquals(0, s.sourceMw(0), 1e-15);
    assertEquals(3 + s.lossesMw(), s.sourceMw(1), 1e-11);
    assertEquals(0, s.sourceMw(2));
    assertEquals(40, s.angleDeg(9), 1e-12);
    solver.injections().closed()[2] = false;
    solve(solver);
    assertEquals(3 + s.lossesMw(), s.sourceMw(2), 1e-11);
    assertEquals(0, s.unsuppliedMw());
  }

  @Test
  void twoSourcesOfAnIslandExchangeWhatTheirAnglesDrive() {
    double angle = 5;
    Solution s =
        solve(
            chain()
                .add(line("a", "b", 0, 0.1, 0))
                .add(closed("b", "c"))
                .add(closed("c", "d"))
                .add(new Source("t", "d", 1, angle)));
    double p = 3 * Math.sin(Math.toRadians(angle)) / 0.1;
    assertEquals(-p, s.sourceMw(0), 1e-11);
    assertEquals(p, s.sourceMw(1), 1e-11);
    assertEquals(p / 3 / Math.cos(Math.toRadians(angle / 2)), current(s, 1), 1e-10);
  }

  @Test
  void sourcesThatDisagreeAtANodeAreNamed() {
    Solver solver =
        Parts.solver(
            chain()
                .add(line("a", "b", 0, 0.1, 0))
                .add(line("b", "c", 0, 0.1, 0))
                .add(new Switch("tie", "a", "d", Phases.ABC, false))
                .add(new Source("t", "d", 1, 5)));
    solver.injections().closed()[2] = true;
    IllegalStateException e = assertThrows(IllegalStateException.class, solver::solve);
    assertEquals(
        "source t wants another voltage at bus d than the one before it there "
            + "or behind closed switches",
        e.getMessage());
  }

  @Test
  void islandsSolvedTogetherAreIslandsSolvedApart() {
    Solution together =
        solve(
            chain()
                .add(line("a", "b", 0.01, 0.02, 0))
                .add(line("c", "d", 0.02, 0.03, 0))
                .add(load("b", 1, 0.5))
                .add(load("d", 2, 1))
                .add(new Source("t", "c", 1.02, 10)));
    Solution first =
        solve(
            Network.builder("first")
                .add(bus("a"))
                .add(bus("b"))
                .add(line("a", "b", 0.01, 0.02, 0))
                .add(load("b", 1, 0.5))
                .add(source("a")));
    Solution second =
        solve(
            Network.builder("second")
                .add(bus("c"))
                .add(bus("d"))
                .add(line("c", "d", 0.02, 0.03, 0))
                .add(load("d", 2, 1))
                .add(new Source("t", "c", 1.02, 10)));
    assertEquals(first.magnitude(3), together.magnitude(3), 1e-13);
    assertEquals(second.magnitude(3), together.magnitude(9), 1e-13);
    assertEquals(second.angleDeg(3), together.angleDeg(9), 1e-11);
    assertEquals(first.lossesMw() + second.lossesMw(), together.lossesMw(), 1e-12);
  }
}
