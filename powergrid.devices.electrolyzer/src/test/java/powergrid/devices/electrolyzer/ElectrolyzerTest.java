package powergrid.devices.electrolyzer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/**
 * One megawatt, 0.1 MW of it for auxiliaries, 50 kWh/kg at full power: 20 kg/h. The stack then
 * takes 45 kWh/kg, 5 more than at a vanishing current: β = 5 / 20 = 0.25 kWh h/kg².
 */
class ElectrolyzerTest {
  private static Configured<ElectrolyzerSettings> settings() {
    return Configured.of(ElectrolyzerSettings.class)
        .with("maxConsumptionMw", 1)
        .with("minLoad", 0.2)
        .with("standbyMw", 0.02)
        .with("auxiliaryShare", 0.1)
        .with("fullKwhPerKg", 50)
        .with("idleKwhPerKg", 40)
        .with("storeKg", 100)
        .with("initialKg", 50)
        .with("demandKgPerHour", 8)
        .with("hydrogenPrice", 4)
        .with("shortfallCost", 10)
        .with("powerFactor", 0.8);
  }

  private static DeviceHarness start(Configured<ElectrolyzerSettings> settings) {
    return DeviceHarness.of(new ElectrolyzerFactory(), settings.build()).hours(1).start();
  }

  @Test
  void makesTwentyKilogramsInAnHourAtFullPower() {
    start(settings())
        .step()
        .expectPower(-1)
        .expectState("hydrogen.madeKg", 20, 1e-12)
        .expectState("hydrogen.deliveredKg", 8, 1e-12)
        .expectState("hydrogen.storedKg", 62, 1e-12)
        .expectCost(-4 * 8, 1e-12);
  }

  /** 10 kg/h take (40 + 0.25 · 10) · 10 = 425 kW of the stack and 100 kW of auxiliaries. */
  @Test
  void makesMoreOfAMegawattHourAtPartLoad() {
    start(settings())
        .action("consumption", 0.525)
        .step()
        .expectPower(-0.525)
        .expectState("hydrogen.madeKg", 10, 1e-12);
  }

  @Test
  void consumesReactivePowerByItsPowerFactor() {
    assertEquals(-0.75, start(settings()).step().qMvar(), 1e-12);
  }

  @Test
  void standsByBelowHalfOfItsLeastPower() {
    DeviceHarness device = start(settings());
    device.action("consumption", 0.0999).step().expectPower(-0.02);
    device.expectState("hydrogen.madeKg", 0, 0).expectState("hydrogen.storedKg", 42, 1e-12);
    device.action("consumption", 0.1001).step().expectPower(-0.2);
  }

  /** 12 kg/h take (40 + 0.25 · 12) · 12 = 516 kW of the stack. */
  @Test
  void makesNoMoreThanTheStoreHasRoomFor() {
    start(settings().with("initialKg", 96))
        .step()
        .expectPower(-0.616)
        .expectState("hydrogen.storedKg", 100, 1e-9);
  }

  @Test
  void standsByWhereTheStoreHasNoRoomForItsLeastPower() {
    // without demand and 1 kg of room; 0.2 MW make more than 2 kg/h
    DeviceHarness device = start(settings().with("initialKg", 99).with("demandKgPerHour", 0));
    assertEquals(-0.02, device.offer().minMw());
    device.step().expectPower(-0.02).expectState("hydrogen.storedKg", 99, 0);
  }

  @Test
  void paysForDemandThatItCannotMeet() {
    start(settings().with("initialKg", 3))
        .action("consumption", 0)
        .step()
        .expectState("hydrogen.shortfallKg", 5, 1e-12)
        .expectState("hydrogen.storedKg", 0, 1e-12)
        .expectCost(10 * 5 - 4 * 3, 1e-12);
  }

  @Test
  void makesHydrogenOfWhatFlowedAndNothingInABlackout() {
    DeviceHarness device = start(settings());
    device.realise(flow -> flow.power(-0.525, 0)).step().expectState("hydrogen.madeKg", 10, 1e-12);
    device.realise(FakeSettlement::black).step().expectState("hydrogen.madeKg", 0, 0);
  }

  /** At full power one more MWh makes 1000 / (40 + 2 · 0.25 · 20) = 20 kg, worth 80 USD. */
  @Test
  void consumesWhileAKilogramIsWorthThePrice() {
    DeviceHarness device = start(settings());
    assertEquals(-1, device.offer().respond(79.9));
    assertTrue(device.offer().respond(81) > -1, "a little less");
    assertTrue(
        device.offer().respond(101) >= -0.02, "1000 · 4 / 40 = 100 USD/MWh at the very most");
    device.request(-0.5).step().expectPower(-0.5);
  }

  @Test
  void keepsItsMassBalanceWhateverIsAsked() {
    DeviceHarness device = start(settings()).hours(0.25);
    RandomStream random = new RandomStream(5);
    double stored = 50;
    for (int t = 0; t < 10_000; t++) {
      double p = device.action("consumption", 1.5 * random.nextDouble() - 0.25).step().pMw();
      assertTrue(p == -0.02 || (p <= -0.2 && p >= -1), "power " + p);
      // the root of 40 m + 0.25 m² = 1000 (x - 0.1), from the power that flowed
      double stack = 1000 * (-p - 0.1);
      double made = p == -0.02 ? 0 : (-40 + Math.sqrt(1600 + stack)) / 0.5 * 0.25;
      stored += made - device.state("hydrogen.deliveredKg");
      assertEquals(stored, device.state("hydrogen.storedKg"), 1e-9);
    }
  }

  @Test
  void refusesSettingsThatDoNotGoTogether() {
    assertEquals("standbyMw", refused(settings().with("standbyMw", 0.3)));
    assertEquals(
        "standbyMw", refused(settings().with("standbyMw", 0.2)), "it would pass for running");
    assertEquals("auxiliaryShare", refused(settings().with("auxiliaryShare", 0.2)));
    assertEquals("idleKwhPerKg", refused(settings().with("idleKwhPerKg", 46)));
    assertEquals("initialKg", refused(settings().with("initialKg", 101)));
  }

  private static String refused(Configured<ElectrolyzerSettings> settings) {
    return assertThrows(ConfigurationException.class, settings::build).path();
  }
}
