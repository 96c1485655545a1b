package powergrid.devices.hvac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

class HvacTest {
  private static Configured<HvacSettings> settings() {
    return Configured.of(HvacSettings.class)
        .with("maxConsumptionMw", 0.05)
        .with("internalGainMw", 0)
        .with("powerFactor", 0.8);
  }

  private static DeviceHarness start(Configured<HvacSettings> settings, double... outdoor) {
    return DeviceHarness.of(new HvacFactory(), settings.build())
        .series("temperature", outdoor)
        .hours(0.5)
        .start();
  }

  /**
   * Two equal masses C with equal losses L to outdoors and H between them: their mean above
   * outdoors falls at the rate L / C, their difference at (L + 2 H) / C.
   */
  @Test
  void coolsDownAsTheClosedFormOfTwoEqualMassesSays() {
    double c = 0.01;
    double loss = 0.002;
    double between = 0.004;
    Configured<HvacSettings> equal =
        settings()
            .with("mode", "cooling")
            .with("airMwhPerK", c)
            .with("envelopeMwhPerK", c)
            .with("infiltrationMwPerK", loss)
            .with("envelopeToOutdoorMwPerK", loss)
            .with("airToEnvelopeMwPerK", between);
    DeviceHarness building = start(equal, 0);
    put(building, "thermal.indoorC", 21);
    put(building, "thermal.envelopeC", 15);
    for (int n = 1; n <= 8; n++) {
      double hours = n * 0.5;
      double mean = 18 * Math.exp(-loss / c * hours);
      double half = 3 * Math.exp(-(loss + 2 * between) / c * hours);
      building.step().expectPower(0).expectState("thermal.indoorC", mean + half, 1e-10);
      building.expectState("thermal.envelopeC", mean - half, 1e-10);
    }
  }

  private static void put(DeviceHarness device, String name, double value) {
    device.state().values()[device.state().space().indexOf(name)] = value;
  }

  /** 0.012 MW of heat leave through 0.0006 + 1 / (1 / 0.006 + 1 / 0.002) = 0.0021 MW/K. */
  @Test
  void comesToRestWhereItLosesWhatItIsGiven() {
    DeviceHarness building =
        start(settings().with("mode", "heating").with("maxC", 40).with("heatingCop", 3), 15);
    building.action("consumption", 0.004).hours(24);
    for (int day = 0; day < 20; day++) {
      building.step();
    }
    building.expectState("thermal.indoorC", 15 + 0.012 / 0.0021, 1e-9);
    // 0.006 (T − E) = 0.002 (E − 15): a quarter of the way down from the air
    building.expectState("thermal.envelopeC", 15 + 0.75 * 0.012 / 0.0021, 1e-9);
  }

  @Test
  void keepsTheLeastTemperatureInWinterAndTheGreatestInSummer() {
    DeviceHarness winter = start(settings(), -5);
    DeviceHarness summer = start(settings().with("internalGainMw", 0.02), 35);
    for (int n = 0; n < 48; n++) {
      winter.step();
      summer.step();
    }
    winter.expectState("thermal.indoorC", 20, 1e-9);
    summer.expectState("thermal.indoorC", 24, 1e-9);
    assertTrue(winter.pMw() < -0.01 && summer.pMw() < -0.01);
    assertEquals(0.75 * winter.pMw(), winter.qMvar(), 1e-15);
    winter.expectCost(0, 0);
  }

  /** Held at 24 °C for long at 34 °C, 10 K · 0.0021 MW/K + 0.004 MW = 0.025 MW flow in. */
  @Test
  void takesTheHeatItRemovesOverTheCopOfCooling() {
    Configured<HvacSettings> summer =
        settings().with("heatingCop", 4).with("coolingCop", 2.5).with("internalGainMw", 0.004);
    DeviceHarness building = start(summer.with("mode", "auto"), 34).hours(24);
    for (int day = 0; day < 20; day++) {
      building.step();
    }
    building.expectState("thermal.indoorC", 24, 1e-9);
    assertEquals(-0.025 / 2.5, building.pMw(), 1e-9);
  }

  @Test
  void takesWhatItIsAskedWithinTheBand() {
    DeviceHarness building = start(settings().with("mode", "heating"), 5);
    building.request(-0.008).step().expectPower(-0.008);
    building.action("consumption", 0.05).hours(24).step();
    building.expectState("thermal.indoorC", 24, 1e-9);
    assertTrue(building.pMw() > -0.05, "no more than the greatest temperature needs");
  }

  @Test
  void isOutOfComfortWhereItIsTooSmall() {
    Configured<HvacSettings> small =
        settings().with("maxConsumptionMw", 0.002).with("mode", "heating");
    DeviceHarness building = start(small, -20).hours(24);
    building.step().expectPower(-0.002);
    double beyond = 20 - building.state("thermal.indoorC");
    assertTrue(beyond > 5);
    building.expectViolation(beyond / 4 * 24, 1e-9).expectCost(2 * beyond * 24, 1e-9);
  }

  @Test
  void coolsDownInABlackout() {
    DeviceHarness building = start(settings().with("mode", "heating"), -5);
    double before = building.step().state("thermal.indoorC");
    building.realise(FakeSettlement::black).step();
    assertTrue(building.state("thermal.indoorC") < before);
  }

  @Test
  void theSunThroughItsApertureWarmsIt() {
    Configured<HvacSettings> sunny = settings().with("mode", "cooling").with("maxC", 40);
    DeviceHarness shade = start(sunny, 20);
    DeviceHarness sun =
        DeviceHarness.of(new HvacFactory(), sunny.with("solarApertureM2", 20).build())
            .series("temperature", 20)
            .series("irradiance", 800)
            .hours(0.5)
            .start();
    double[] expected = new RungeKutta(sunny.build(), 20, 20 * 800e-6 / 1).after(0.5, 22, 22);
    sun.step().expectState("thermal.indoorC", expected[0], 1e-9);
    assertTrue(shade.step().state("thermal.indoorC") < expected[0]);
  }

  @Test
  void staysInItsBandWhateverIsAsked() {
    double[] outdoor = new double[10_000];
    for (int t = 0; t < outdoor.length; t++) {
      outdoor[t] = 15 + 20 * Math.sin(2 * Math.PI * t / 480);
    }
    DeviceHarness building = start(settings(), outdoor);
    RandomStream random = new RandomStream(11);
    for (int t = 0; t < 10_000; t++) {
      double p = building.action("consumption", 0.1 * random.nextDouble() - 0.03).step().pMw();
      assertTrue(p <= 0 && p >= -0.05, "power " + p);
      double indoor = building.state("thermal.indoorC");
      assertTrue(indoor >= 20 - 1e-9 && indoor <= 24 + 1e-9, "step " + t + ": " + indoor + " °C");
    }
  }

  @Test
  void refusesABandThatIsNone() {
    assertEquals(
        "minC",
        assertThrows(ConfigurationException.class, settings().with("minC", 24)::build).path());
  }
}
