package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** A feeder s–a–b and another t–c, with a tie b–c that is open at first. */
class SwitchingTest {
  private static final PhaseValues LOAD = new PhaseValues(0.2, 0.3, 0.1);
  private static final int SECTION = 1;
  private static final int TIE = 3;

  private static Network.Builder part(Network.Builder network, String source, String end) {
    SymmetricMatrix z = new SymmetricMatrix(0.2, 0.05, 0.05, 0.2, 0.05, 0.2);
    return network
        .add(new Bus(source, Phases.ABC, 4.16))
        .add(new Bus(end, Phases.ABC, 4.16))
        .add(
            new Line(
                source + end, source, end, Phases.ABC, 1, z, z.times(2), z.times(1e-5), Double.NaN))
        .add(new Load(end, end, Connection.WYE, LoadModel.POWER, LOAD, LOAD.times(0.5)))
        .add(new Source(source, source, 1, source.equals("s") ? 0 : 30));
  }

  private static Network network() {
    Network.Builder network = part(Network.builder("switched"), "s", "a");
    network
        .add(new Bus("b", Phases.ABC, 4.16))
        .add(new Switch("ab", "a", "b", Phases.ABC, true))
        .add(new Load("b", "b", Connection.DELTA, LoadModel.CURRENT, LOAD, LOAD))
        .add(new Capacitor("b", "b", Connection.WYE, LOAD, true));
    return part(network, "t", "c").add(new Switch("bc", "b", "c", Phases.ABC, false)).build();
  }

  private static Network alone(String source, String end) {
    return part(Network.builder("alone"), source, end).build();
  }

  private static Solver prepare(Network network) {
    return new RadialSweep(1e-12, 100).prepare(network);
  }

  @Test
  void islandsSolvedTogetherAreIslandsSolvedApart() {
    Network both = network();
    Solver together = prepare(both);
    together.injections().closed()[SECTION] = false;
    assertEquals(Status.CONVERGED, together.solve());
    for (String[] island : new String[][] {{"s", "a"}, {"t", "c"}}) {
      Network one = alone(island[0], island[1]);
      Solver apart = prepare(one);
      assertEquals(Status.CONVERGED, apart.solve());
      for (Bus bus : one.buses()) {
        for (int phase = 0; phase < 3; phase++) {
          int n = 3 * one.busIndex(bus.id()) + phase;
          int m = 3 * both.busIndex(bus.id()) + phase;
          assertEquals(apart.solution().re()[n], together.solution().re()[m], 1e-12);
          assertEquals(apart.solution().im()[n], together.solution().im()[m], 1e-12);
        }
      }
    }
  }

  @Test
  void whatIsCutOffHasNoVoltageAndIsNotServed() {
    Network network = network();
    Solver solver = prepare(network);
    int b = 3 * network.busIndex("b");
    solver.solve();
    assertTrue(solver.solution().magnitude(b) > 0.9);
    solver.injections().closed()[SECTION] = false;
    solver.injections().pMw()[b] = 0.1;
    solver.injections().deltaMw()[b] = 0.1;
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    for (int phase = 0; phase < 3; phase++) {
      assertEquals(0, solver.solution().magnitude(b + phase));
      assertEquals(0, solver.solution().currentRe()[3 * SECTION + phase]);
    }
    assertEquals(2 * LOAD.sum(), solver.solution().loadMw(), 1e-12);
    double losses = solver.solution().sourceMw() - solver.solution().loadMw();
    assertEquals(losses, solver.solution().lossesMw(), 1e-12);
  }

  @Test
  void closingTheTieFeedsFromTheOtherSide() {
    Network network = network();
    Solver solver = prepare(network);
    solver.injections().closed()[SECTION] = false;
    solver.injections().closed()[TIE] = true;
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    int b = 3 * network.busIndex("b");
    int c = 3 * network.busIndex("c");
    assertEquals(solver.solution().re()[c], solver.solution().re()[b], 1e-15);
    double capacitors = 0;
    for (int phase = 0; phase < 3; phase++) {
      double v = solver.solution().magnitude(b + phase);
      capacitors += LOAD.get(phase) * v * v;
    }
    assertEquals(
        solver.solution().loadMvar() + solver.solution().lossesMvar() - capacitors,
        solver.solution().sourceMvar(),
        1e-11);
    // into the from end of b–c: towards the source
    assertTrue(solver.solution().currentRe()[3 * TIE] < 0);
  }

  @Test
  void goingThereAndBackGivesTheSameBits() {
    Solver moved = prepare(network());
    moved.injections().closed()[SECTION] = false;
    moved.injections().closed()[TIE] = true;
    moved.injections().capacitorOn()[0] = false;
    moved.solve();
    moved.injections().reset(network());
    moved.flatStart();
    moved.solve();
    Solver still = prepare(network());
    still.solve();
    assertArrayEquals(still.solution().re(), moved.solution().re());
    assertArrayEquals(still.solution().currentIm(), moved.solution().currentIm());
  }

  @Test
  void joiningTwoSourcesNamesTheBranch() {
    Solver solver = prepare(network());
    solver.injections().closed()[TIE] = true;
    IllegalStateException e = assertThrows(IllegalStateException.class, solver::solve);
    assertEquals(
        "branch bc joins the islands of the sources at buses s and t; "
            + "a radial network has one source an island",
        e.getMessage().replace("at buses t and s", "at buses s and t"));
    solver.injections().closed()[TIE] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
  }
}
