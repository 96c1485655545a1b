package powergrid.devices.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Connection;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

class GridFormingTest {
  private static Configured<GeneratorSettings> settings() {
    return Units.of(1)
        .with("pMinMw", 0.2)
        .with("qMaxMvar", 0.75)
        .with("gridForming", true)
        .with("voltagePu", 1.02)
        .with("costLinear", 100);
  }

  private static void assertCarries(double least, double greatest, DeviceHarness unit) {
    assertEquals(least, unit.carriesAtLeastMw(), 1e-12);
    assertEquals(greatest, unit.carriesAtMostMw(), 1e-12);
  }

  @Test
  void formsItsVoltageWithItsRating() {
    DeviceHarness unit = Units.start(settings());
    assertEquals(1.02, unit.formsPu());
    assertEquals(1.25, unit.formsMva(), 1e-12, "√(1² + 0.75²)");
    assertTrue(Double.isNaN(Units.start(Units.of(1)).formsPu()), "only where it is told to");
  }

  @Test
  void carriesWhatRampAndLimitsReach() {
    DeviceHarness unit =
        Units.start(
            settings()
                .with("rampUpMwPerHour", 0.8)
                .with("rampDownMwPerHour", 0.4)
                .with("initialMw", 0.5));
    unit.action("p", 0.5).step();
    assertCarries(0.4, 0.7, unit);
    unit.realise(flow -> flow.form(0.9, 0.1)).step().realise(flow -> flow).step();
    assertCarries(0.8, 1, unit);
  }

  @Test
  void anIslandStartsItAndItRunsAtWhatTheIslandTakes() {
    DeviceHarness unit = Units.start(settings().with("startUpCost", 9)).hours(1);
    unit.realise(flow -> flow.form(0.7, 0.2)).step();
    unit.expectState("commitment.on", 1, 0).expectState("commitment.outputMw", 0.7, 0);
    unit.expectCost(70 + 9, 1e-12);
  }

  @Test
  void minimumTimesCountInAnIsland() {
    DeviceHarness unit = Units.start(settings().with("minUpTime", Duration.ofHours(2))).hours(1);
    unit.realise(flow -> flow.form(0.7, 0.2)).step().realise(flow -> flow);
    unit.action("p", 0).step().expectPower(0.2).step().expectPower(0);
  }

  @Test
  void carriesNothingWhileItMustStayOff() {
    DeviceHarness unit =
        Units.start(
            settings()
                .with("minDownTime", Duration.ofHours(1))
                .with("initialTime", Duration.ofMinutes(30)));
    unit.step();
    assertCarries(0, 0, unit);
    unit.step();
    assertCarries(0, 0, unit);
    unit.step();
    assertCarries(0.2, 1, unit);
  }

  @Test
  void needsAllThreePhases() {
    assertThrows(
        ConfigurationException.class,
        () ->
            DeviceHarness.of(new GeneratorFactory(), settings().build())
                .connected("a", Connection.WYE)
                .start());
  }
}
