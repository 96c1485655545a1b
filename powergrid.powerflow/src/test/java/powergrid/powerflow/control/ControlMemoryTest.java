package powergrid.powerflow.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static powergrid.powerflow.control.RegulatedFeeder.ONES;
import static powergrid.powerflow.control.RegulatedFeeder.bus;
import static powergrid.powerflow.control.RegulatedFeeder.control;
import static powergrid.powerflow.control.RegulatedFeeder.controlled;
import static powergrid.powerflow.control.RegulatedFeeder.feeder;
import static powergrid.powerflow.control.RegulatedFeeder.line;
import static powergrid.powerflow.control.RegulatedFeeder.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Capacitor;
import powergrid.api.network.CapacitorControl;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.ReverseMode;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Follower;
import powergrid.api.powerflow.Injections;
import powergrid.powerflow.reference.SolverMemory;

/** What control loops remember, and what they allocate. */
class ControlMemoryTest {
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

  /** Regulator, capacitor, curve and sources, everything that can move. */
  private static Network everything() {
    CapacitorControl control =
        new CapacitorControl(CapacitorControl.Signal.REACTIVE_POWER, "line", 0, 0.3, -0.2, 20);
    return Network.builder("everything")
        .include(
            feeder(1, control(122, 1, 1, 15, -1, ReverseMode.COGENERATION), 1).build(), "", 1, 1)
        .add(bus("c"))
        .add(bus("d"))
        .add(new Switch("tie", "b", "c", Phases.ABC, true))
        .add(line("beyond", "c", "d", 0.1, 0.1))
        .add(load("d", 0.3, 0.1))
        .add(
            new Capacitor(
                "bank", "b", Connection.WYE, ONES.times(0.1), false, Optional.of(control)))
        .add(new Source("grid", "s", 0.98, 0))
        .add(new Source("large", "c", 1, 0, true, 2))
        .add(new Source("small", "d", 1, 0, true, 1))
        .build();
  }

  private static Follower curve(ControlledSolver solver, Network network) {
    int b = 3 * network.busIndex("b");
    return solver.follow(
        new int[] {b, b + 1, b + 2},
        Connection.WYE,
        0.5,
        (pu, power) -> power[1] = Math.max(-0.22, Math.min(0.22, 4 * (1 - pu))));
  }

  private static void drive(ControlledSolver solver, int from, int to) {
    double[] scale = solver.injections().loadScale();
    for (int i = from; i < to; i++) {
      scale[0] = 0.2 + i % 7 * 0.2 + (i % 100 == 0 ? 1e6 : 0);
      solver.injections().closed()[2] = i % 20 < 10;
      solver.solve(7);
    }
  }

  private static void copy(Injections from, Injections to) {
    System.arraycopy(from.taps(), 0, to.taps(), 0, to.taps().length);
    System.arraycopy(from.capacitorOn(), 0, to.capacitorOn(), 0, to.capacitorOn().length);
  }

  /** In the middle of delays, of curves and of an island. */
  @Test
  void whatIsSavedGivesTheSameBitsInAnotherSolver() throws IOException {
    Network network = everything();
    ControlledSolver solver = controlled(network);
    Follower unit = curve(solver, network);
    for (int saved = 1; saved < 45; saved += 4) {
      drive(solver, 0, saved);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      solver.save(new DataOutputStream(bytes));
      ControlledSolver other = controlled(network);
      Follower otherUnit = curve(other, network);
      other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      copy(solver.injections(), other.injections());
      int nodes = solver.solution().re().length;
      System.arraycopy(solver.solution().re(), 0, other.solution().re(), 0, nodes);
      System.arraycopy(solver.solution().im(), 0, other.solution().im(), 0, nodes);
      drive(solver, saved, 60);
      drive(other, saved, 60);
      assertArrayEquals(solver.solution().re(), other.solution().re());
      assertArrayEquals(solver.solution().im(), other.solution().im());
      assertArrayEquals(solver.injections().taps(), other.injections().taps());
      assertArrayEquals(solver.solution().sourcesMw(), other.solution().sourcesMw());
      assertEquals(unit.qMvar(), otherUnit.qMvar());
      assertEquals(solver.tapMoves(), other.tapMoves());
    }
  }

  @Test
  void solvingAllocatesNothing() {
    Network network = everything();
    ControlledSolver solver = controlled(network);
    curve(solver, network);
    // compiled code that is given up may allocate once
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 6; round++) {
      least = Math.min(least, SolverMemory.allocatedBy(() -> drive(solver, 0, 1000)));
    }
    assertEquals(0, least);
  }
}
