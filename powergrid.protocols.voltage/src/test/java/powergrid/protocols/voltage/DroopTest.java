package powergrid.protocols.voltage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import powergrid.protocols.voltage.Droop.DroopSlopes;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeSelf;

class DroopTest {
  private static Configured<Droop> settings() {
    return Configured.of(Droop.class);
  }

  private static void check(Polyline curve, double[][] points) {
    for (double[] point : points) {
      assertEquals(point[1], curve.at(point[0]), 1e-12, "at " + point[0] + " pu");
    }
  }

  /** 4 (1.01 − v), at most 0.4 either way; 1 − 10 (v − 1.04), at least 0. */
  @Test
  void answersInProportionAndSaturates() {
    Family family =
        new Family(
            settings()
                .with("reference", 1.01)
                .with("reactivePower", 0.4)
                .with("wattFrom", 1.04)
                .build());
    assertEquals(
        Space.of(Axis.real("varSlope", "1/pu", 0, 22), Axis.real("wattSlope", "1/pu", 0, 100)),
        family.grid.actionSpace());
    family.parent().held(0, 4).held(1, 10);
    check(
        family.followed(Characteristic.VOLT_VAR),
        new double[][] {
          {0.9, 0.4}, {0.96, 0.2}, {1.01, 0}, {1.06, -0.2}, {1.11, -0.4}, {1.2, -0.4}
        });
    check(
        family.followed(Characteristic.VOLT_WATT),
        new double[][] {{1, 1}, {1.04, 1}, {1.09, 0.5}, {1.14, 0}, {1.2, 0}});
  }

  @Test
  void withoutSlopesNothingIsAnswered() {
    Family family = new Family(settings().with("varSlope", 0).with("wattSlope", 0).build());
    check(family.followed(Characteristic.VOLT_VAR), new double[][] {{0.8, 0}, {1, 0}, {1.2, 0}});
    check(family.followed(Characteristic.VOLT_WATT), new double[][] {{0.8, 1}, {1, 1}, {1.2, 1}});
  }

  @Test
  void tellsEverybodyWhoFollowsAnyOfBoth() {
    Droop protocol = settings().build();
    Family family = new Family(protocol);
    List<FakeSelf.Sent> said = family.said();
    assertEquals(
        List.of(family.plant, family.battery), said.stream().map(FakeSelf.Sent::to).toList());
    assertEquals(new DroopSlopes(1, 5, 0.44, 1.05, 20), said.get(0).payload());
    FakeSelf battery = new FakeSelf(family.battery, 0).hear(family.grid, said.get(1).payload());
    protocol.coordinateActions(battery);
    check(battery.followed(Characteristic.VOLT_VAR), new double[][] {{1.02, -0.1}});
    assertNull(battery.followed(Characteristic.VOLT_WATT), "it has no such curve");
  }

  @Test
  void takesAVoltageWhereItsReferenceMayMove() {
    assertEquals(Set.of(), settings().build().realises());
    Droop moving = settings().with("adjustable", "[reference]").build();
    assertEquals(Set.of(Target.VOLTAGE), moving.realises());
    Family family = new Family(moving);
    assertEquals(1, moving.intended(family.parent(), Target.VOLTAGE));
    family.parent().request(Target.VOLTAGE, 0.9);
    assertEquals(new DroopSlopes(0.95, 5, 0.44, 1.05, 20), family.saidWhenAsked());
  }

  @Test
  void fixedItLeavesTheParentNothingToDecide() {
    Family family = new Family(settings().with("fixed", true).build());
    assertEquals(Space.EMPTY, family.grid.actionSpace());
    assertEquals(new DroopSlopes(1, 5, 0.44, 1.05, 20), family.said().get(0).payload());
  }

  private static String refused(Configured<Droop> settings, Agent... members) {
    return assertThrows(
            ConfigurationException.class, () -> settings.build().check(List.of(members)))
        .getMessage();
  }

  @Test
  void refusesASlopeThatNobodyFollows() {
    Family family = new Family(settings().build());
    assertEquals(
        "no device of MG1 follows a volt-watt curve; give one of its solar, wind or storage devices"
            + " inverter: {voltWatt: true}",
        refused(settings(), family.grid, family.battery));
    settings().with("adjustable", "[varSlope]").build().check(List.of(family.grid, family.battery));
    settings().with("fixed", true).build().check(List.of(family.grid, family.battery));
    assertEquals(
        "no device of MG1 follows a volt-var curve; give one of its solar, wind or storage devices"
            + " inverter: {reactive: volt-var}",
        refused(settings().with("fixed", true), family.grid, family.meter));
  }
}
