package powergrid.protocols.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Target;
import powergrid.api.device.Polyline;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.protocols.voltage.VoltVar.VoltVarCurve;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeSelf;

/** Defaults and ranges: IEEE Std 1547-2018, table 8. */
class VoltVarTest {
  private static Configured<VoltVar> settings() {
    return Configured.of(VoltVar.class);
  }

  private static void check(Polyline curve, double[][] points) {
    for (double[] point : points) {
      assertEquals(point[1], curve.at(point[0]), 1e-12, "at " + point[0] + " pu");
    }
  }

  private static void check(VoltVarCurve curve, double... corners) {
    double[] got = {
      curve.v1(), curve.q1(), curve.v2(), curve.q2(), curve.v3(), curve.q3(), curve.v4(), curve.q4()
    };
    for (int i = 0; i < 8; i++) {
      assertEquals(corners[i], got[i], 1e-12, curve.toString());
    }
  }

  @Test
  void itsDefaultsAreTheCurvesOfTheStandard() {
    check(
        new Family(settings().build()).followed(Characteristic.VOLT_VAR),
        new double[][] {
          {0.90, 0.44},
          {0.92, 0.44},
          {0.95, 0.22},
          {0.98, 0},
          {1.02, 0},
          {1.05, -0.22},
          {1.08, -0.44}
        });
    check(
        new Family(settings().with("category", "a").build()).followed(Characteristic.VOLT_VAR),
        new double[][] {
          {0.85, 0.25},
          {0.90, 0.25},
          {0.95, 0.125},
          {1, 0},
          {1.05, -0.125},
          {1.10, -0.25},
          {1.2, -0.25}
        });
  }

  @Test
  void tellsWhoFollowsSuchACurveAndNobodyElse() {
    Family family = new Family(settings().build());
    List<FakeSelf.Sent> said = family.said();
    assertEquals(
        List.of(family.plant, family.battery), said.stream().map(FakeSelf.Sent::to).toList());
    check((VoltVarCurve) said.get(0).payload(), 0.92, 0.44, 0.98, 0, 1.02, 0, 1.08, -0.44);
  }

  @Test
  void movesTheWholeCurveWithItsReference() {
    Family family = new Family(settings().build());
    assertEquals(Space.of(Axis.real("reference", "pu", 0.95, 1.05)), family.grid.actionSpace());
    family.parent().held(0, 0.97);
    check((VoltVarCurve) family.said().get(0).payload(), 0.89, 0.44, 0.95, 0, 0.99, 0, 1.05, -0.44);
  }

  /** 0.44 at 11 a pu comes in 0.04 pu. */
  @Test
  void adjustsDeadBandAndSlopeToo() {
    VoltVar all = settings().with("adjustable", "[slope, deadBand, reference]").build();
    Family family = new Family(all);
    Space space = family.grid.actionSpace();
    assertEquals("slope", space.axis(0).name());
    assertEquals(0.44 / 0.15, space.axis(0).low(), 1e-12);
    assertEquals(22, space.axis(0).high(), 1e-12);
    assertEquals(Axis.real("deadBand", "pu", 0, 0.03), space.axis(1));
    assertEquals(0.44 / 0.06, all.initialAction(family.grid, 0), 1e-12);
    assertEquals(0.02, all.initialAction(family.grid, 1));
    assertEquals(1, all.initialAction(family.grid, 2));
    family.parent().held(0, 11).held(1, 0.01).held(2, 1.03);
    check((VoltVarCurve) family.said().get(0).payload(), 0.98, 0.44, 1.02, 0, 1.04, 0, 1.08, -0.44);
  }

  /** V1 from Vref − 0.18 to V2 − 0.02, V2 from Vref − 0.03 to Vref: whatever is chosen. */
  @Test
  void everyChoiceIsWithinTheRangesOfTheStandard() {
    Family family = new Family(settings().with("adjustable", "[slope, deadBand]").build());
    Space space = family.grid.actionSpace();
    for (int choice = 0; choice < 4; choice++) {
      family.parent().held(0, choice < 2 ? space.axis(0).low() : space.axis(0).high());
      family.parent().held(1, choice % 2 == 0 ? space.axis(1).low() : space.axis(1).high());
      VoltVarCurve curve = (VoltVarCurve) family.said().get(0).payload();
      assertTrue(curve.v1() >= 1 - 0.18 - 1e-12 && curve.v1() <= curve.v2() - 0.02 + 1e-12);
      assertTrue(curve.v4() <= 1 + 0.18 + 1e-12 && curve.v4() >= curve.v3() + 0.02 - 1e-12);
      assertTrue(curve.v2() >= 0.97 - 1e-12 && curve.v2() <= 1);
    }
  }

  @Test
  void aVoltageThatIsAskedForBecomesTheReferenceWithinItsRange() {
    VoltVar protocol = settings().build();
    assertEquals(Set.of(Target.VOLTAGE), protocol.realises());
    Family family = new Family(protocol);
    family.parent().held(0, 0.99);
    assertEquals(0.99, protocol.intended(family.parent(), Target.VOLTAGE));
    assertTrue(Double.isNaN(protocol.intended(family.parent(), Target.PRICE)));
    family.parent().request(Target.VOLTAGE, 1.02);
    check((VoltVarCurve) family.saidWhenAsked(), 0.94, 0.44, 1, 0, 1.04, 0, 1.10, -0.44);
    family.parent().next().request(Target.VOLTAGE, 1.2);
    assertEquals(1.07, ((VoltVarCurve) family.saidWhenAsked()).v3(), 1e-12);
  }

  @Test
  void fixedItLeavesTheParentNothingToDecideAndTakesNoVoltage() {
    VoltVar fixed = settings().with("fixed", true).with("reference", 1.01).build();
    Family family = new Family(fixed);
    assertEquals(Space.EMPTY, family.grid.actionSpace());
    assertEquals(Set.of(), fixed.realises());
    check((VoltVarCurve) family.said().get(0).payload(), 0.93, 0.44, 0.99, 0, 1.03, 0, 1.09, -0.44);
  }

  @Test
  void aChildThatHasHeardNothingIsSetNothing() {
    VoltVar protocol = settings().build();
    FakeSelf child = new FakeSelf(new Family(protocol).plant, 0);
    protocol.coordinateActions(child);
    assertNull(child.followed(Characteristic.VOLT_VAR));
  }

  private static String refused(Configured<VoltVar> settings, String field) {
    ConfigurationException e = assertThrows(ConfigurationException.class, settings::build);
    assertEquals(field, e.path());
    return e.getMessage();
  }

  @Test
  void refusesWhatTheStandardDoesNotAllow() {
    assertEquals(
        "0.02 pu: category A has none; write 0, or category: b",
        refused(settings().with("category", "a").with("deadBand", 0.02), "deadBand"));
    assertEquals(
        "23.0 of the rating a pu, with a reactivePower of 0.44; give 2.933 to 22.00",
        refused(settings().with("slope", 23), "slope"));
    assertTrue(
        refused(settings().with("category", "a").with("adjustable", "[deadBand]"), "adjustable")
            .startsWith("category A has no deadBand to adjust"));
  }

  @Test
  void refusesToAdjustWhatItDoesNotKnow() {
    assertEquals(
        "'gain' is no setting that can be adjusted; there are reference, deadBand, slope",
        refused(settings().with("adjustable", "[gain]"), "adjustable"));
    assertTrue(refused(settings().with("adjustable", "[]"), "adjustable").contains("fixed: true"));
    assertTrue(
        refused(settings().with("adjustable", "[slope, slope]"), "adjustable").contains("twice"));
  }

  @Test
  void refusesAParentWithoutAnybodyWhoFollows() {
    Family family = new Family(settings().build());
    List<Agent> members = List.of(family.grid, family.meter);
    assertEquals(
        "no device of MG1 follows a volt-var curve; give one of its solar, wind or storage devices"
            + " inverter: {reactive: volt-var}",
        assertThrows(ConfigurationException.class, () -> settings().build().check(members))
            .getMessage());
  }
}
