package powergrid.devices.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

class CapabilityTest {
  private static Configured<GeneratorSettings> settings() {
    return Units.of(10)
        .with(
            "capability",
            List.of(
                new CapabilityPoint(0, -4, 8),
                new CapabilityPoint(5, -3, 8),
                new CapabilityPoint(10, -1, 4)));
  }

  private static void assertReactive(double mvar, DeviceHarness unit, double mw, double asked) {
    unit.action("p", mw).action("q", asked).step().expectPower(mw);
    assertEquals(mvar, unit.qMvar(), 1e-12);
  }

  @Test
  void reactivePowerStaysWithinTheCurve() {
    DeviceHarness unit = Units.start(settings());
    assertReactive(8, unit, 5, 8);
    assertReactive(-3, unit, 5, -8);
    assertReactive(6, unit, 7.5, 8);
    assertReactive(-2, unit, 7.5, -8);
    assertReactive(4, unit, 10, 8);
    assertReactive(-3.5, unit, 2.5, -4);
    assertReactive(1, unit, 2.5, 1);
  }

  @Test
  void theApparentPowerLimitLiesOnTop() {
    // √(10² − 8²) = 6 lies above the curve's 5.6, √(10² − 6²) = 8 above its 7.2, 0 at 10 below
    DeviceHarness unit = Units.start(settings().with("ratingMva", 10));
    assertReactive(5.6, unit, 8, 8);
    assertReactive(0, unit, 10, 8);
    assertReactive(0, unit, 10, -8);
    // √(10² − 9.6²) = 2.8 lies below the curve's 4.32
    assertReactive(2.8, unit, 9.6, 8);
  }

  @Test
  void aUnitWithACurveGivesNoneWhileItIsOff() {
    assertReactive(0, Units.start(settings()), 0, 8);
  }

  @Test
  void reactivePowerIsBoundedByTheWidestPartOfTheCurve() {
    DeviceHarness unit = Units.start(settings());
    int q = unit.actions().space().indexOf("q");
    assertEquals(-4, unit.actions().space().axis(q).low());
    assertEquals(8, unit.actions().space().axis(q).high());
  }

  @Test
  void refusesACurveBesideASimpleLimitOrInNoOrder() {
    ConfigurationException both =
        assertThrows(ConfigurationException.class, () -> settings().with("qMaxMvar", 1).build());
    assertEquals("capability", both.path());
    ConfigurationException order =
        assertThrows(
            ConfigurationException.class,
            () ->
                Units.of(1)
                    .with(
                        "capability",
                        List.of(new CapabilityPoint(1, -1, 1), new CapabilityPoint(1, -1, 1)))
                    .build());
    assertEquals("capability.1.mw", order.path());
  }
}
