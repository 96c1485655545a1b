package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Generator;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Solver;

class RefusalTest {
  private static final String USE = ": use a three-phase method";

  private static Network.Builder network() {
    return Network.builder("n")
        .add(Parts.bus("a"))
        .add(Parts.bus("b"))
        .add(Parts.closed("a", "b"))
        .add(Parts.source("a"));
  }

  private static String refusal(Network.Builder network) {
    NewtonRaphson newton = new NewtonRaphson();
    Network built = network.build();
    Optional<String> refusal = newton.refuses(built);
    if (refusal.isPresent()) {
      assertThrows(IllegalArgumentException.class, () -> newton.prepare(built));
    } else {
      assertFalse(newton.prepare(built).solution().re().length == 0);
    }
    return refusal.orElse("none");
  }

  private static Line line(SymmetricMatrix r, SymmetricMatrix b) {
    return new Line("l", "a", "b", Phases.ABC, 1, r, r, b, Double.NaN);
  }

  @Test
  void acceptsWhatIsBalanced() {
    assertTrue(new NewtonRaphson().balanced());
    assertEquals("none", refusal(network()));
    double rounded = 0.1 + 1e-12;
    SymmetricMatrix nearly = new SymmetricMatrix(1, 0.1, rounded, 1 + 1e-11, 0.1, 1);
    assertEquals("none", refusal(network().add(line(nearly, nearly))));
  }

  @Test
  void namesALineThatIsNotTransposed() {
    SymmetricMatrix good = Parts.matrix(1, 0.3);
    SymmetricMatrix mutual = new SymmetricMatrix(1, 0.3, 0.2, 1, 0.3, 1);
    assertEquals(
        "line l has unequal mutual impedances; the balanced method needs transposed lines" + USE,
        refusal(network().add(line(mutual, good))));
    SymmetricMatrix self = new SymmetricMatrix(1, 0.3, 0.3, 1.1, 0.3, 1);
    assertEquals(
        "line l has unequal self susceptances; the balanced method needs transposed lines" + USE,
        refusal(network().add(line(good, self))));
    assertEquals(
        "line l has impedances that are not finite numbers",
        refusal(network().add(line(Parts.matrix(Double.NaN, 0), good))));
  }

  @Test
  void namesWhatHasNotAllPhases() {
    assertEquals(
        "bus c has phases ab; the balanced method needs abc" + USE,
        refusal(network().add(new Bus("c", Phases.AB, 3))));
    assertEquals(
        "switch s has phases b; the balanced method needs abc" + USE,
        refusal(network().add(new Switch("s", "a", "b", Phases.B, true))));
    Transformer open =
        new Transformer("t", "a", "b", Phases.AB, 1, 3, 3, 0, 0.1, Winding.DELTA, Winding.DELTA);
    assertEquals(
        "transformer t has phases ab; the balanced method needs abc" + USE,
        refusal(network().add(open)));
  }

  @Test
  void namesWhatIsUnequalOnItsPhases() {
    PhaseValues unequal = new PhaseValues(1, 1, 1.1);
    assertEquals(
        "load l has unequal power on its phases; the balanced method needs equal ones" + USE,
        refusal(
            network()
                .add(new Load("l", "b", Connection.WYE, LoadModel.POWER, unequal, Parts.each(0)))));
    assertEquals(
        "capacitor c has unequal power on its phases; the balanced method needs equal ones" + USE,
        refusal(network().add(new Capacitor("c", "b", Connection.WYE, unequal, true))));
    assertEquals(
        "regulator r has unequal taps; the balanced method needs equal ones" + USE,
        refusal(
            network()
                .add(
                    new Regulator(
                        "r", "a", "b", Phases.ABC, 0.00625, 16, new PhaseValues(1, 2, 1)))));
  }

  @Test
  void namesABusThatNothingCanSupply() {
    assertEquals(
        "bus c has no path to a source, whatever the switches' positions",
        refusal(network().add(Parts.bus("c"))));
    assertEquals(
        "none",
        refusal(network().add(Parts.bus("c")).add(new Switch("s", "b", "c", Phases.ABC, false))));
    assertEquals("network empty has no source", refusal(Network.builder("empty")));
  }

  @Test
  void namesVoltagesThatContradictEachOther() {
    assertEquals(
        "source t wants another voltage at bus b than the one before it there "
            + "or behind closed switches",
        refusal(network().add(new Source("t", "b", 1.1, 0))));
    assertEquals(
        "generator h wants another voltage at bus c than the one before it there "
            + "or behind closed switches",
        refusal(
            network()
                .add(Parts.bus("c"))
                .add(Parts.line("b", "c", 0, 0.1, 0))
                .add(new Generator("g", "c", 1, 0, 1))
                .add(new Generator("h", "c", 1, 0, 1.01))));
    assertEquals(
        "generator g has no finite voltage above 0",
        refusal(network().add(new Generator("g", "b", 1, 0, -1))));
  }

  @Test
  void namesTheBusOfAnInjectionThatIsUnequal() {
    Solver solver = new NewtonRaphson().prepare(network().build());
    solver.injections().deltaMvar()[4] = 0.5;
    IllegalStateException e = assertThrows(IllegalStateException.class, solver::solve);
    assertEquals(
        "bus b has unequal power injected on its phases: 0.0, 0.5 and 0.0; "
            + "the balanced method needs equal ones"
            + USE,
        e.getMessage());
  }

  @Test
  void namesTheRegulatorOfTapsThatAreUnequal() {
    Network network = network().add(Parts.bus("c")).add(Parts.regulator("b", "c", 0, 0, 0)).build();
    Solver solver = new NewtonRaphson().prepare(network);
    solver.injections().taps()[4] = 1;
    IllegalStateException e = assertThrows(IllegalStateException.class, solver::solve);
    assertEquals(
        "regulator bc has unequal taps; the balanced method needs equal ones" + USE,
        e.getMessage());
  }

  @Test
  void namesASettingOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new NewtonRaphson(0, 20));
    assertThrows(IllegalArgumentException.class, () -> new NewtonRaphson(1e-8, 0));
  }
}
