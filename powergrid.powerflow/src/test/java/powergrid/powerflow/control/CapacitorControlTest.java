package powergrid.powerflow.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.powerflow.control.RegulatedFeeder.KV;
import static powergrid.powerflow.control.RegulatedFeeder.ONES;
import static powergrid.powerflow.control.RegulatedFeeder.bus;
import static powergrid.powerflow.control.RegulatedFeeder.controlled;
import static powergrid.powerflow.control.RegulatedFeeder.diagonal;
import static powergrid.powerflow.control.RegulatedFeeder.line;
import static powergrid.powerflow.control.RegulatedFeeder.load;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.CapacitorControl;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Status;

/** How controlled capacitors switch. */
class CapacitorControlTest {
  private static Network withCapacitor(CapacitorControl control) {
    return Network.builder("feeder")
        .add(bus("s"))
        .add(bus("b"))
        .add(line("line", "s", "b", 0.4, 0.8))
        .add(load("b", 1.2, 0.9))
        .add(
            new Capacitor(
                "bank", "b", Connection.WYE, ONES.times(0.2), false, Optional.of(control)))
        .add(new Source("source", "s", 1, 0))
        .build();
  }

  @Test
  void aCapacitorSwitchesByVoltageAfterItsDelay() {
    Network network =
        withCapacitor(new CapacitorControl(CapacitorControl.Signal.VOLTAGE, "", 0, 0.96, 1.02, 60));
    ControlledSolver solver = controlled(network);
    solver.solve(59);
    assertEquals(0, solver.capacitorMoves());
    double before = solver.solution().magnitude(3);
    assertTrue(before < 0.96);
    solver.solve(2);
    assertEquals(1, solver.capacitorMoves());
    assertTrue(solver.injections().capacitorOn()[0]);
    assertTrue(solver.solution().magnitude(3) > before);
    Arrays.fill(solver.injections().loadScale(), -0.5);
    solver.solve();
    assertTrue(!solver.injections().capacitorOn()[0], "off above 1.02 pu");
  }

  @Test
  void aCapacitorSwitchesByReactivePowerThroughABranch() {
    ControlledSolver solver =
        controlled(
            withCapacitor(
                new CapacitorControl(
                    CapacitorControl.Signal.REACTIVE_POWER, "line", 0, 0.7, 0.1, 5)));
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(solver.injections().capacitorOn()[0]);
    Arrays.fill(solver.injections().loadScale(), 0.3);
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(!solver.injections().capacitorOn()[0]);
  }

  /** Its control's phase says nothing where it measures reactive power. */
  @Test
  void aCapacitorOnPhaseCAloneSwitchesByReactivePower() {
    CapacitorControl control =
        new CapacitorControl(CapacitorControl.Signal.REACTIVE_POWER, "line", 0, 0.1, -0.2, 5);
    Network network =
        Network.builder("lateral")
            .add(bus("s"))
            .add(new Bus("c", Phases.C, KV))
            .add(
                new Line(
                    "line",
                    "s",
                    "c",
                    Phases.C,
                    1,
                    diagonal(0.1),
                    diagonal(0.2),
                    SymmetricMatrix.ZERO,
                    Double.NaN))
            .add(
                new Load(
                    "load",
                    "c",
                    Connection.WYE,
                    LoadModel.POWER,
                    new PhaseValues(0, 0, 0.2),
                    new PhaseValues(0, 0, 0.2)))
            .add(
                new Capacitor(
                    "bank",
                    "c",
                    Connection.WYE,
                    new PhaseValues(0, 0, 0.2),
                    false,
                    Optional.of(control)))
            .add(new Source("source", "s", 1, 0))
            .build();
    ControlledSolver solver = controlled(network);
    assertEquals(Status.CONVERGED, solver.solve());
    assertTrue(solver.injections().capacitorOn()[0]);
  }
}
