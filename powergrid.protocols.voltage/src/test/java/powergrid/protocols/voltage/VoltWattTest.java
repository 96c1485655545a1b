package powergrid.protocols.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.device.Polyline;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.protocols.voltage.VoltWatt.VoltWattCurve;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeSelf;

/** Defaults and ranges: IEEE Std 1547-2018, table 10. */
class VoltWattTest {
  private static Configured<VoltWatt> settings() {
    return Configured.of(VoltWatt.class);
  }

  @Test
  void itsDefaultIsTheCurveOfTheStandard() {
    Polyline curve = new Family(settings().build()).followed(Characteristic.VOLT_WATT);
    double[][] points = {{1, 1}, {1.06, 1}, {1.08, 0.6}, {1.10, 0.2}, {1.2, 0.2}};
    for (double[] point : points) {
      assertEquals(point[1], curve.at(point[0]), 1e-12, "at " + point[0] + " pu");
    }
  }

  @Test
  void tellsWhoFollowsSuchACurveAndNobodyElse() {
    Family family = new Family(settings().build());
    assertEquals(
        List.of(new FakeSelf.Sent(family.plant, new VoltWattCurve(1.06, 1, 1.10, 0.2))),
        family.said());
  }

  @Test
  void keepsItsVoltagesApartWhateverIsChosen() {
    VoltWatt all = settings().with("adjustable", "[v1, v2, p2]").build();
    Family family = new Family(all);
    assertEquals(
        Space.of(
            Axis.real("v1", "pu", 1.05, 1.09),
            Axis.real("v2", "pu", 1.06, 1.10),
            Axis.real("p2", "", 0, 1)),
        family.grid.actionSpace());
    assertEquals(1.06, all.initialAction(family.grid, 0));
    assertEquals(1.10, all.initialAction(family.grid, 1));
    assertEquals(0.2, all.initialAction(family.grid, 2));
    family.parent().held(0, 1.05).held(1, 1.08).held(2, 0.5);
    assertEquals(new VoltWattCurve(1.05, 1, 1.08, 0.5), family.said().get(0).payload());
    family.parent().held(0, 1.08).held(1, 1.06);
    VoltWattCurve curve = (VoltWattCurve) family.said().get(0).payload();
    assertEquals(1.08, curve.v1());
    assertEquals(1.09, curve.v2(), 1e-12);
  }

  @Test
  void fixedItLeavesTheParentNothingToDecide() {
    VoltWatt fixed = settings().with("fixed", true).build();
    assertEquals(Space.EMPTY, new Family(fixed).grid.actionSpace());
    assertEquals(Set.of(), settings().build().realises(), "a limit is no voltage to hold");
  }

  @Test
  void refusesVoltagesThatAreTooNear() {
    settings().with("v1", 1.09).with("v2", 1.10).build();
    ConfigurationException refused =
        assertThrows(
            ConfigurationException.class,
            () -> settings().with("v1", 1.07).with("v2", 1.075).build());
    assertEquals("v2", refused.path());
    assertEquals(
        "1.075 pu is less than 0.01 pu above v1, 1.07 pu; give more, or a lower v1",
        refused.getMessage());
  }

  @Test
  void refusesAParentWithoutAnybodyWhoFollows() {
    Family family = new Family(settings().build());
    List<Agent> members = List.of(family.grid, family.meter, family.battery);
    assertTrue(
        assertThrows(ConfigurationException.class, () -> settings().build().check(members))
            .getMessage()
            .endsWith("inverter: {voltWatt: true}"));
  }
}
