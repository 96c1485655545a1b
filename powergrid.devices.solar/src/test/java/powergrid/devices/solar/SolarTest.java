package powergrid.devices.solar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.dataset.Known;
import powergrid.api.device.InverterSettings;
import powergrid.api.device.InverterSettings.Reactive;
import powergrid.api.device.VoltageCurve;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/** A plant of 0.7 MW with 1 MW of modules and a performance ratio of 0.8: 0.8 kW a W/m². */
class SolarTest {
  private static Configured<SolarSettings> settings() {
    return Configured.of(SolarSettings.class)
        .with("pMaxMw", 0.7)
        .with("dcMw", 1)
        .with("performanceRatio", 0.8)
        .with("inverter", InverterSettings.UNITY);
  }

  private static DeviceHarness plant(double... irradiance) {
    return plant(settings(), irradiance).start();
  }

  private static DeviceHarness plant(Configured<SolarSettings> settings, double... irradiance) {
    return DeviceHarness.of(new SolarFactory(), settings.build())
        .series("irradiance", Known.AFTER, irradiance);
  }

  private static InverterSettings inverter(
      double ratingMva, InverterSettings.Reactive reactive, boolean voltWatt) {
    return new InverterSettings(
        ratingMva, reactive, Double.NaN, 0.8, VoltageCurve.Category.B, voltWatt);
  }

  @Test
  void feedsInWhatTheSunGives() {
    DeviceHarness plant = plant(0, 500, 1000);
    plant.step().expectPower(0);
    plant.step().expectPower(0.4);
    plant.step().expectPower(0.7);
    assertEquals(0, plant.booked().curtailedMwh(), 0, "clipping is no curtailment");
  }

  @Test
  void booksWhatItsCeilingKeepsBack() {
    DeviceHarness plant = plant(500);
    plant.action("pLimit", 0.1).step().expectPower(0.1).expectCost(0, 0);
    assertEquals(0.3 * 0.25, plant.booked().curtailedMwh(), 1e-12);
  }

  @Test
  void offersWhatTheLastIrradianceWouldGive() {
    DeviceHarness plant = plant(500, 600);
    plant.step();
    assertEquals(0.4, plant.offer().maxMw(), 1e-12);
    assertEquals(0.4, plant.intendedMw(), 1e-12);
    assertEquals(0.4, plant.offer().respond(1), 1e-12, "costs nothing");
  }

  @Test
  void liftsItsCeilingWhenAskedForAllItOffered() {
    DeviceHarness plant = plant(500, 600, 600);
    plant.step();
    plant.request(plant.offer().maxMw()).step().expectPower(0.48);
    plant.request(0.41).step().expectPower(0.41);
  }

  @Test
  void takesTheSunOnATiltedArray() {
    // the sun stands 60° high in the south, straight before a plane of 30°; on the horizontal it
    // gives GHI = 800 sin 60° + 100 = 400 √3 + 100, so in the plane
    // 800 + 100 (1 + √3/2) / 2 + GHI 0.2 (1 − √3/2) / 2 = 800 + 60 √3
    DeviceHarness plant =
        plant(settings().with("tiltDeg", 30).with("pMaxMw", 1), 400 * Math.sqrt(3) + 100)
            .series("directIrradiance", 800)
            .series("diffuseIrradiance", 100)
            .series("sunElevation", 60)
            .series("sunAzimuth", 180)
            .start();
    plant.step().expectPower(0.8 * (0.8 + 0.06 * Math.sqrt(3)));
    plant.expectState("solar.availableMw", 0.8 * (0.8 + 0.06 * Math.sqrt(3)), 1e-12);
  }

  @Test
  void aWallSeesNoBeamFromBehindNorFromBelowTheHorizon() {
    // facing east: sun in the east at 30°, in the west at 30°, and under the eastern horizon
    DeviceHarness wall =
        plant(settings().with("tiltDeg", 90).with("azimuthDeg", 90).with("albedo", 0), 300)
            .series("directIrradiance", 400)
            .series("diffuseIrradiance", 100)
            .series("sunElevation", 30, 30, -1)
            .series("sunAzimuth", 90, 270, 90)
            .start();
    wall.step().expectPower(0.8e-3 * (400 * Math.sqrt(3) / 2 + 50));
    wall.step().expectPower(0.8e-3 * 50);
    wall.step().expectPower(0.8e-3 * 50);
  }

  @Test
  void losesPowerToHeat() {
    // 800 W/m² warm the cells by 25 K to 55 °C: 0.64 (1 − 0.0047 · 30)
    Configured<SolarSettings> derated = settings().with("temperatureCoefficient", -0.47);
    DeviceHarness plant = plant(derated, 800, 800).series("temperature", Known.AFTER, 30, 20);
    plant.start().step().expectPower(0.64 * 0.859);
    // what it offers is from the last temperature known, what it feeds in from the present one
    assertEquals(0.64 * 0.859, plant.offer().maxMw(), 1e-12);
    plant.step().expectPower(0.64 * (1 - 0.0047 * 20));
  }

  @Test
  void whatVoltWattTakesAwayIsCurtailed() {
    // at 1.08 pu the curve of IEEE 1547-2018 leaves 0.6 of the rating, 0.42 of 0.64 MW
    DeviceHarness plant =
        plant(settings().with("inverter", inverter(0.7, Reactive.UNITY, true)), 800)
            .start()
            .realise(flow -> flow.voltage(1.08));
    plant.step().expectPower(0.64);
    assertEquals(0.42, plant.booked().pMw(), 1e-12);
    assertEquals(0.22 * 0.25, plant.booked().curtailedMwh(), 1e-12);
  }

  @Test
  void whatItsPowerFactorClipsIsNotCurtailed() {
    // 0.7 MVA at a power factor of 0.8 are 0.56 MW and 0.42 MVAr
    DeviceHarness plant =
        plant(settings().with("inverter", inverter(0.7, Reactive.POWER_FACTOR, false)), 800)
            .start();
    plant.step().expectPower(0.56);
    assertEquals(0.42, plant.qMvar(), 1e-12);
    assertEquals(0, plant.booked().curtailedMwh(), 0);
    plant.step();
    assertEquals(0.56, plant.offer().maxMw(), 1e-12);
  }

  @Test
  void reactivePowerTakesWhatActivePowerLeavesOfTheRating() {
    // beside 0.64 MW an inverter of 0.8 MVA has 0.48 MVAr, and all of it at night
    DeviceHarness plant =
        plant(settings().with("inverter", inverter(0.8, Reactive.ACTION, false)), 800, 0).start();
    plant.action("q", -0.8).step().expectPower(0.64);
    assertEquals(-0.48, plant.qMvar(), 1e-12);
    plant.step().expectPower(0);
    assertEquals(-0.8, plant.qMvar(), 1e-12);
  }

  @Test
  void allIsCurtailedInABlackout() {
    DeviceHarness plant = plant(500).realise(FakeSettlement::black);
    plant.step();
    assertEquals(0.4 * 0.25, plant.booked().curtailedMwh(), 1e-12);
  }

  @Test
  void neverFeedsInMoreThanThereIs() {
    RandomStream random = new RandomStream(5);
    DeviceHarness plant = plant(0);
    for (int t = 0; t < 10_000; t++) {
      double sun = 1200 * random.nextDouble() - 100;
      plant.series("irradiance", Known.AFTER, sun);
      double asked = 2 * random.nextDouble() - 0.5;
      plant.action("pLimit", asked).step();
      double available = Math.max(0, Math.min(0.7, 0.8 * sun / 1000));
      assertTrue(plant.pMw() >= 0 && plant.pMw() <= available + 1e-12, "power " + plant.pMw());
      assertEquals((available - plant.pMw()) / 4, plant.booked().curtailedMwh(), 1e-12, "balance");
    }
  }

  @Test
  void keepsItsRatingAndItsBalanceWhateverWeatherVoltageAndActions() {
    Configured<SolarSettings> everything =
        settings()
            .with("tiltDeg", 35)
            .with("azimuthDeg", 200)
            .with("temperatureCoefficient", -0.4)
            .with("inverter", inverter(0.75, Reactive.VOLT_VAR, true));
    DeviceHarness plant = plant(everything, 0);
    RandomStream random = new RandomStream(6);
    String[] names = {
      "irradiance",
      "directIrradiance",
      "diffuseIrradiance",
      "sunElevation",
      "sunAzimuth",
      "temperature"
    };
    double[] low = {0, 0, 0, -90, 0, -50};
    double[] high = {1200, 1200, 1200, 90, 360, 60};
    for (String name : names) {
      plant.series(name, Known.AFTER, 0);
    }
    plant.start();
    for (int t = 0; t < 10_000; t++) {
      for (int i = 0; i < names.length; i++) {
        plant.series(names[i], Known.AFTER, low[i] + (high[i] - low[i]) * random.nextDouble());
      }
      double pu = 0.8 + 0.4 * random.nextDouble();
      plant.action("pLimit", 2 * random.nextDouble() - 0.5).realise(flow -> flow.voltage(pu));
      double p = plant.step().booked().pMw();
      double q = plant.booked().qMvar();
      double available = plant.state("solar.availableMw");
      assertTrue(p >= 0 && p <= available && available <= 0.7, "power " + p);
      assertTrue(p * p + q * q <= 0.75 * 0.75 + 1e-12, "P " + p + ", Q " + q);
      assertEquals((available - p) / 4, plant.booked().curtailedMwh(), 1e-12, "balance");
    }
  }
}
