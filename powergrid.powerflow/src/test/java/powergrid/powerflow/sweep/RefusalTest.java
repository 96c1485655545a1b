package powergrid.powerflow.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Bus;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;

class RefusalTest {
  private static Network.Builder network() {
    return Network.builder("n")
        .add(new Bus("a", Phases.ABC, 4.16))
        .add(new Bus("b", Phases.ABC, 4.16))
        .add(new Switch("ab", "a", "b", Phases.ABC, true))
        .add(new Source("s", "a", 1, 0));
  }

  private static String refusal(Network.Builder network) {
    RadialSweep sweep = new RadialSweep();
    Network built = network.build();
    Optional<String> refusal = sweep.refuses(built);
    if (refusal.isPresent()) {
      assertThrows(IllegalArgumentException.class, () -> sweep.prepare(built));
    }
    return refusal.orElse("none");
  }

  @Test
  void acceptsWhatIsRadial() {
    assertEquals("none", refusal(network()));
  }

  @Test
  void namesTheBranchThatClosesALoop() {
    assertEquals(
        "branch again closes a loop; a radial network has one path to each bus",
        refusal(network().add(new Switch("again", "a", "b", Phases.B, true))));
  }

  @Test
  void acceptsBranchesThatShareTheirPhases() {
    Network.Builder network = network().add(new Bus("c", Phases.ABC, 4.16));
    for (Phases phase : new Phases[] {Phases.A, Phases.B, Phases.C}) {
      network.add(new Regulator("r" + phase, "b", "c", phase, 0.00625, 16, PhaseValues.ZERO));
    }
    assertEquals("none", refusal(network));
  }

  @Test
  void namesASecondSource() {
    assertEquals(
        "source t is the second one at bus a", refusal(network().add(new Source("t", "a", 1, 0))));
    assertEquals(
        "branch ab joins the islands of the sources at buses a and b; "
            + "a radial network has one source an island",
        refusal(network().add(new Source("t", "b", 1, 0))));
  }

  @Test
  void namesABusThatNothingCanSupply() {
    assertEquals(
        "bus c has no path to a source for phase bc, whatever the switches' positions",
        refusal(
            network()
                .add(new Bus("c", Phases.ABC, 4.16))
                .add(new Switch("bc", "b", "c", Phases.A, true))));
  }

  @Test
  void acceptsABusBehindAnOpenSwitch() {
    assertEquals(
        "none",
        refusal(
            network()
                .add(new Bus("c", Phases.ABC, 4.16))
                .add(new Switch("bc", "b", "c", Phases.ABC, false))));
  }

  @Test
  void namesWindingsThatItCannotSweep() {
    assertEquals(
        "branch t has windings WYE and GROUNDED_WYE on phases abc; the radial sweep needs"
            + " GROUNDED_WYE on both sides, or DELTA to GROUNDED_WYE or DELTA on all phases",
        refusal(
            network()
                .add(new Bus("c", Phases.ABC, 0.48))
                .add(
                    new Transformer(
                        "t",
                        "b",
                        "c",
                        Phases.ABC,
                        1,
                        4.16,
                        0.48,
                        0.01,
                        0.05,
                        Winding.WYE,
                        Winding.GROUNDED_WYE))));
  }

  @Test
  void namesANumberThatIsNone() {
    SymmetricMatrix bad = new SymmetricMatrix(Double.NaN, 0, 0, 1, 0, 1);
    assertEquals(
        "branch l has an impedance or susceptance that is not a finite number",
        refusal(
            network()
                .add(new Bus("c", Phases.ABC, 4.16))
                .add(
                    new Line(
                        "l",
                        "b",
                        "c",
                        Phases.ABC,
                        1,
                        bad,
                        SymmetricMatrix.ZERO,
                        SymmetricMatrix.ZERO,
                        Double.NaN))));
    assertEquals("network empty has no source", refusal(Network.builder("empty")));
  }

  @Test
  void namesASettingOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new RadialSweep(0, 100));
    assertThrows(IllegalArgumentException.class, () -> new RadialSweep(1e-6, 0));
  }
}
