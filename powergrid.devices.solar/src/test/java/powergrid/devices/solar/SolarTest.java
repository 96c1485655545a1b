package powergrid.devices.solar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.dataset.Known;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

/** A plant of 0.7 MW with 1 MW of modules and a performance ratio of 0.8: 0.8 kW a W/m². */
class SolarTest {
  private static DeviceHarness plant(double... irradiance) {
    SolarSettings settings =
        Configured.of(SolarSettings.class)
            .with("pMaxMw", 0.7)
            .with("dcMw", 1)
            .with("performanceRatio", 0.8)
            .build();
    return DeviceHarness.of(new SolarFactory(), settings)
        .series("irradiance", Known.AFTER, irradiance)
        .start();
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
}
