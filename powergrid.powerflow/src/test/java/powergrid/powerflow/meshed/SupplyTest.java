package powergrid.powerflow.meshed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.powerflow.reference.RandomFeeder;

/** What has supply, from which source. */
class SupplyTest {
  @Test
  void aFormingSourceStandsByUntilItsIslandIsCutOff() {
    Network network =
        Parts.buses("grid", "s", "t")
            .add(Parts.forming("first", "s"))
            .add(Parts.forming("second", "t"))
            .add(Parts.source("grid", "grid", 0))
            .add(Parts.tie("tie", "grid", "s", true))
            .add(Parts.line("line", "s", "t", 0.01, 0.02))
            .add(Parts.load("load", "t", 0.3, 0.1))
            .build();
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    Solution s = solver.solution();
    assertEquals(0, s.sourceMw(0));
    assertEquals(0, s.sourceMw(1));
    assertEquals(0.9 + solver.solution().lossesMw(), s.sourceMw(2), 1e-9);
    solver.injections().closed()[0] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0.9 + solver.solution().lossesMw(), s.sourceMw(0), 1e-9);
    assertEquals(0, s.sourceMw(1));
    assertEquals(0, s.sourceMw(2));
    solver.injections().closed()[1] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0, s.sourceMw(0), 1e-12);
    assertEquals(0.9, s.sourceMw(1), 1e-9);
  }

  @Test
  void aFormingSourceStandsByAlsoWhereOnePhaseOfItsBusHasSupply() {
    Network network =
        Parts.buses("grid", "s")
            .add(Parts.source("grid", "grid", 0))
            .add(Parts.forming("forming", "s"))
            .add(new Switch("tie", "grid", "s", Phases.B, true))
            .add(Parts.load("load", "s", 0.2, 0))
            .build();
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0.2, solver.solution().sourceMw(0), 1e-12);
    assertEquals(0, solver.solution().sourceMw(1));
    assertEquals(0.4, solver.solution().unsuppliedMw(), 1e-12);
  }

  @Test
  void whatNothingSuppliesIsDark() {
    Network network =
        Parts.buses("s", "t", "alone")
            .add(Parts.source("source", "s", 0))
            .add(Parts.line("line", "s", "t", 0.01, 0.02))
            .add(Parts.load("load", "t", 0.3, 0.1))
            .add(Parts.load("other", "alone", 0.2, 0.1))
            .build();
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(0.6, solver.solution().unsuppliedMw(), 1e-12);
    solver.injections().closed()[0] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    assertEquals(1.5, solver.solution().unsuppliedMw(), 1e-12);
    for (int node = 3; node < 9; node++) {
      assertEquals(0, solver.solution().magnitude(node));
    }
    assertEquals(0, solver.solution().sourceMw(), 1e-12);
  }

  /** With one phase open before a delta winding, only the unit between the others works. */
  @Test
  void aDeltaWindingWithAnOpenPhaseSuppliesOnePhase() {
    Network network =
        Parts.buses("s", "d", "t")
            .add(Parts.source("source", "s", 0))
            .add(new Switch("ab", "s", "d", Phases.AB, true))
            .add(new Switch("c", "s", "d", Phases.C, true))
            .add(transformer("d", "t", Winding.DELTA, Winding.GROUNDED_WYE))
            .add(Parts.load("load", "t", 0.2, 0))
            .build();
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    Solution s = solver.solution();
    assertEquals(s.magnitude(6), s.magnitude(7), 1e-10);
    double supplied = s.magnitude(6);
    solver.injections().closed()[1] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    int lit = 0;
    for (int node = 6; node < 9; node++) {
      if (s.magnitude(node) != 0) {
        assertEquals(supplied, s.magnitude(node), 1e-10, "its unit sees what it saw");
        lit++;
      }
    }
    assertEquals(1, lit);
    assertEquals(0.4, s.unsuppliedMw(), 1e-12);
    assertEquals(0, s.magnitude(5), "nothing is at the open phase");
  }

  /** A grounded wye with a delta beside it feeds its open phase back: the three add up to zero. */
  @Test
  void aDeltaWindingFeedsAnOpenPhaseBack() {
    Network network =
        Parts.buses("s", "y", "t")
            .add(Parts.source("source", "s", 0))
            .add(new Switch("ab", "s", "y", Phases.AB, true))
            .add(new Switch("c", "s", "y", Phases.C, false))
            .add(transformer("y", "t", Winding.GROUNDED_WYE, Winding.DELTA))
            .build();
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    Solution s = solver.solution();
    assertEquals(0, s.re()[3] + s.re()[4] + s.re()[5], 1e-9);
    assertEquals(0, s.im()[3] + s.im()[4] + s.im()[5], 1e-9);
    assertEquals(1, s.magnitude(5), 1e-9);
  }

  private static Transformer transformer(String from, String to, Winding one, Winding other) {
    return new Transformer(
        "transformer", from, to, Phases.ABC, 3, Parts.KV, Parts.KV, 0.01, 0.05, one, other);
  }

  @Test
  void aSinglePhaseLateralWithoutLoadIsSolved() {
    Network network =
        Parts.buses("s")
            .add(new Bus("lateral", Phases.B, Parts.KV))
            .add(Parts.source("source", "s", 0))
            .add(new Switch("switch", "s", "lateral", Phases.B, true))
            .add(
                new Load(
                    "load",
                    "lateral",
                    Connection.WYE,
                    LoadModel.CURRENT,
                    new PhaseValues(0, 0.2, 0),
                    PhaseValues.ZERO))
            .build();
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    assertEquals(1, solver.solution().magnitude(4), 1e-12);
    assertEquals(0, solver.solution().magnitude(3));
    assertEquals(
        200, Math.hypot(solver.solution().currentRe()[1], solver.solution().currentIm()[1]), 1e-6);
  }

  @Test
  void islandsTogetherAreAsIslandsApart() {
    for (long seed = 0; seed < 50; seed++) {
      Network one = RandomFeeder.meshed(seed);
      Network other = RandomFeeder.meshed(seed + 1000);
      Network.Builder both =
          Network.builder("both").include(one, "1.", 1, 1).include(other, "2.", 1, 1);
      one.sources()
          .forEach(s -> both.add(new Source("1", "1." + s.bus(), s.voltagePu(), s.angleDeg())));
      other
          .sources()
          .forEach(s -> both.add(new Source("2", "2." + s.bus(), s.voltagePu(), s.angleDeg())));
      Solution together = solved(both.build());
      Solution first = solved(one);
      Solution second = solved(other);
      for (int node = 0; node < together.re().length; node++) {
        boolean inFirst = node < first.re().length;
        assertEquals(
            0,
            Parts.apart(
                together,
                node,
                inFirst ? first : second,
                inFirst ? node : node - first.re().length),
            1e-10);
      }
      assertEquals(first.lossesMw() + second.lossesMw(), together.lossesMw(), 1e-9);
      assertEquals(second.sourceMw(), together.sourceMw(1), 1e-9);
    }
  }

  private static Solution solved(Network network) {
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver.solution();
  }
}
