package powergrid.devices.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

class GeneratorTest {
  private static Configured<GeneratorSettings> settings() {
    return Units.of(0.66);
  }

  private static DeviceHarness start(Configured<GeneratorSettings> settings) {
    return Units.start(settings);
  }

  @Test
  void isOffAndCostsNothingUntilAsked() {
    start(settings().with("costConstant", 0.5))
        .step()
        .expectPower(0)
        .expectCost(0, 0)
        .expectState("commitment.on", 0, 0);
  }

  @Test
  void booksItsQuadraticCost() {
    // (100 · 0.5² + 72.4 · 0.5 + 0.5) USD/h for a quarter of an hour
    start(settings().with("costQuadratic", 100).with("costLinear", 72.4).with("costConstant", 0.5))
        .action("p", 0.5)
        .step()
        .expectPower(0.5)
        .expectCost((25 + 36.2 + 0.5) / 4, 1e-12)
        .expectState("commitment.on", 1, 0);
  }

  @Test
  void offersItsMarginalCost() {
    DeviceHarness unit = start(settings().with("costQuadratic", 100).with("costLinear", 72.4));
    assertEquals(0, unit.offer().respond(72.4), 1e-12);
    assertEquals(0.2, unit.offer().respond(112.4), 1e-12, "72.4 + 2 · 100 · 0.2 = 112.4");
    assertEquals(0.66, unit.offer().respond(1000), 1e-12);
  }

  @Test
  void switchesOffBelowHalfItsLeastPower() {
    DeviceHarness unit = start(settings().with("pMinMw", 0.2));
    unit.action("p", 0.099).step().expectPower(0);
    unit.action("p", 0.1).step().expectPower(0.2);
    unit.action("p", 0.3).step().expectPower(0.3);
  }

  @Test
  void rampsFromWhatWasRealised() {
    DeviceHarness unit = start(settings().with("rampMwPerHour", 0.4));
    unit.action("p", 0.66).step().expectPower(0.1);
    unit.step().expectPower(0.2);
    unit.realise(flow -> flow.power(0.15, 0)).step().expectPower(0.3);
    unit.step().expectPower(0.25);
    assertEquals(0.05, unit.offer().minMw(), 1e-12);
    assertEquals(0.25, unit.offer().maxMw(), 1e-12);
  }

  @Test
  void startsAgainFromNothingAfterABlackout() {
    DeviceHarness unit = start(settings().with("rampMwPerHour", 0.4).with("initialMw", 0.4));
    unit.action("p", 0.66).realise(FakeSettlement::black).step().expectCost(0, 0);
    unit.realise(flow -> flow).step().expectPower(0.1);
  }

  @Test
  void stopsAtOnceFromItsLeastPowerDespiteTheRamp() {
    DeviceHarness unit =
        start(settings().with("pMinMw", 0.2).with("rampMwPerHour", 0.4).with("initialMw", 0.3));
    unit.action("p", 0).step().expectPower(0);
  }

  @Test
  void givesActivePowerPriorityOnItsRating() {
    DeviceHarness unit =
        start(settings().with("pMaxMw", 1).with("qMaxMvar", 1).with("ratingMva", 1));
    unit.action("p", 0.8).action("q", -1).step().expectPower(0.8);
    assertEquals(-0.6, unit.qMvar(), 1e-12);
  }

  @Test
  void refusesSettingsThatDoNotGoTogether() {
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> settings().with("pMinMw", 1).build());
    assertEquals("pMinMw", refused.path());
    assertTrue(refused.getMessage().contains("0.66 MW"), refused.getMessage());
  }

  @Test
  void staysWithinItsLimitsWhateverIsAsked() {
    DeviceHarness unit =
        start(
            settings()
                .with("pMinMw", 0.15)
                .with("rampMwPerHour", 0.5)
                .with("qMaxMvar", 0.5)
                .with("ratingMva", 0.7));
    RandomStream random = new RandomStream(7);
    double last = 0;
    for (int t = 0; t < 10_000; t++) {
      unit.action("p", 3 * random.nextDouble() - 1).action("q", 4 * random.nextDouble() - 2);
      double least = unit.offer().minMw();
      double greatest = unit.offer().maxMw();
      double p = unit.step().pMw();
      assertTrue(p == 0 || (p >= 0.15 && p <= 0.66), "power " + p);
      assertTrue(p >= least && p <= greatest, "outside the offer: " + p);
      assertTrue(
          Math.abs(p - last) <= 0.125 + 1e-12
              || (p == 0 && last <= 0.275)
              || (last == 0 && p <= 0.15));
      assertTrue(Math.hypot(p, unit.qMvar()) <= 0.7 + 1e-12, "apparent power");
      last = p;
    }
  }
}
