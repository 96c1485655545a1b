package powergrid.powerflow.meshed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** Branches without impedance where they leave something without a value. */
class ZeroImpedanceTest {
  private static String refusal(Network network) {
    return new CurrentInjection().refuses(network).orElse("none");
  }

  @Test
  void aLoopOfSwitchesIsRefused() {
    Network network =
        Parts.buses("s", "t", "u")
            .add(Parts.source("source", "s", 0))
            .add(Parts.tie("st", "s", "t", true))
            .add(Parts.tie("tu", "t", "u", true))
            .add(Parts.tie("us", "u", "s", true))
            .build();
    assertEquals(
        "branch tu closes a loop of branches without impedance; open it or give it one",
        refusal(network));
    assertThrows(IllegalArgumentException.class, () -> new CurrentInjection().prepare(network));
  }

  @Test
  void closingALoopOfSwitchesIsAnErrorUntilItIsOpenAgain() {
    Network network =
        Parts.buses("s", "t", "u")
            .add(Parts.source("source", "s", 0))
            .add(Parts.line("line", "s", "t", 0.01, 0.02))
            .add(Parts.tie("one", "t", "u", true))
            .add(Parts.tie("other", "t", "u", false))
            .add(Parts.load("load", "u", 0.5, 0.1))
            .build();
    Solver solver = Parts.exact(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.injections().closed()[2] = true;
    assertEquals(
        "branch other closes a loop of branches without impedance; open it or give it one",
        assertThrows(IllegalStateException.class, solver::solve).getMessage());
    assertThrows(IllegalStateException.class, solver::solve);
    solver.injections().closed()[1] = false;
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    assertEquals(-solver.solution().toCurrentRe()[0], solver.solution().currentRe()[6], 1e-6);
    assertEquals(0, solver.solution().currentRe()[3]);
  }

  @Test
  void aSwitchBetweenSourcesIsRefused() {
    Network network =
        Parts.buses("s", "t")
            .add(Parts.source("one", "s", 0))
            .add(Parts.source("two", "t", 0))
            .add(Parts.tie("tie", "s", "t", true))
            .build();
    assertEquals(
        "branch tie joins the sources at buses s and t without an impedance between them; open it"
            + " or give it one",
        refusal(network));
  }

  @Test
  void twoSourcesAtABusAreRefused() {
    Network network =
        Parts.buses("s")
            .add(Parts.source("one", "s", 0))
            .add(new Source("two", "s", 1.01, 0))
            .build();
    assertEquals("source two is the second one at bus s", refusal(network));
  }

  @Test
  void aLineWithoutImpedanceOnOnePhaseOnlyIsRefused() {
    SymmetricMatrix x = new SymmetricMatrix(0.1, 0, 0, 0.1, 0, 0);
    Line line =
        new Line(
            "line",
            "s",
            "t",
            Phases.ABC,
            1,
            SymmetricMatrix.ZERO,
            x,
            SymmetricMatrix.ZERO,
            Double.NaN);
    Network network = Parts.buses("s", "t").add(Parts.source("source", "s", 0)).add(line).build();
    assertEquals(
        "branch line has impedances that cannot be inverted; all or none of its phases need one",
        refusal(network));
  }

  /** An ideal transformer between grounded wyes is a ratio; with a delta it would be none. */
  @Test
  void aTransformerWithoutImpedanceIsExactBetweenGroundedWyesAndRefusedElsewhere() {
    Solver solver = Parts.exact(transformed(Winding.GROUNDED_WYE));
    assertEquals(Status.CONVERGED, solver.solve());
    assertEquals(1 / 1.05, solver.solution().magnitude(3), 1e-12);
    solver.flows();
    assertEquals(
        -solver.solution().toCurrentRe()[0], 1.05 * solver.solution().currentRe()[0], 1e-6);
    assertEquals(
        "branch t has impedances that cannot be inverted; all or none of its phases need one",
        refusal(transformed(Winding.DELTA)));
  }

  private static Network transformed(Winding from) {
    return Parts.buses("s", "t")
        .add(Parts.source("source", "s", 0))
        .add(
            new Transformer(
                "t",
                "s",
                "t",
                Phases.ABC,
                3,
                1.05 * Parts.KV,
                Parts.KV,
                0,
                0,
                from,
                Winding.GROUNDED_WYE))
        .add(Parts.load("load", "t", 0.5, 0.2))
        .build();
  }
}
