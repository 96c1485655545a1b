package powergrid.devices.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

/** A lossless battery of 0.5 MW and 2 MWh, half full, hour by hour. */
class DegradationTest {
  private static final String SOC = "storage.soc";
  private static final String HEALTH = "storage.health";

  private static Configured<StorageSettings> settings(Degradation degradation) {
    return Batteries.lossless().with("degradation", degradation);
  }

  private static DeviceHarness start(Configured<StorageSettings> settings) {
    return Batteries.start(settings).hours(1);
  }

  private static void run(DeviceHarness battery, double... powers) {
    for (double p : powers) {
      battery.action("p", p).step();
    }
  }

  @Test
  void throughputTakesTheSameOfEveryMegawattHour() {
    // 0.5 MWh in and 0.5 MWh out are a quarter of a full cycle, of which there are 1000
    DeviceHarness battery = start(settings(Degradation.THROUGHPUT).with("cycleLife", 1000));
    run(battery, -0.5, 0.5);
    battery.expectState(HEALTH, 1 - 0.2 * 0.25 / 1000, 1e-15);
    run(battery, -0.25, -0.25, 0.25, 0.25);
    battery.expectState(HEALTH, 1 - 0.2 * 0.5 / 1000, 1e-15);
  }

  @Test
  void throughputIsOfTheCellsAndNotOfTheTerminals() {
    DeviceHarness battery =
        start(
            settings(Degradation.THROUGHPUT)
                .with("cycleLife", 1000)
                .with("chargeEfficiency", 0.8)
                .with("dischargeEfficiency", 0.5));
    run(battery, -0.5); // stores 0.4 MWh, a tenth of a full cycle
    battery.expectState(HEALTH, 1 - 0.2 * 0.1 / 1000, 1e-15);
    run(battery, 0.2); // takes 0.4 MWh
    battery.expectState(HEALTH, 1 - 0.2 * 0.2 / 1000, 1e-15);
  }

  /** Xu et al. 2018: 3,000 cycles of depth 0.8. */
  @Test
  void lastsAsManyDeepCyclesAsItsCellsArePublishedToDo() {
    DeviceHarness battery =
        start(
            settings(Degradation.CYCLE_DEPTH)
                .with("pMaxMw", 2)
                .with("initialSocMin", 0.9)
                .with("initialSocMax", 0.9));
    for (int cycle = 0; cycle < 3000; cycle++) {
      run(battery, 1.6, -1.6);
    }
    battery.expectState(HEALTH, 0.8, 0.2 * 1e-3);
  }

  @Test
  void deepCyclesTakeMoreThanShallowOnes() {
    // N(d) = 1000 d^(−2): from 0.5 to 0.75 and back is a cycle of 0.25, 16,000 of which it lasts
    DeviceHarness battery =
        start(settings(Degradation.CYCLE_DEPTH).with("cycleLife", 1000).with("depthExponent", 2));
    run(battery, -0.5, 0.5);
    battery.expectState(HEALTH, 1 - 0.2 / 16_000, 1e-15);
    // the half cycles up and down were not closed before; two smaller ones within another:
    // up to 0.75, down to 0.625, up to 0.75 is a cycle of 0.125, down to 0.5 completes 0.25
    battery.start();
    run(battery, -0.5, 0.25, -0.25, 0.5);
    battery.expectState(HEALTH, 1 - 0.2 * (1 / 16_000.0 + 1 / 64_000.0), 1e-15);
  }

  @Test
  void booksWhatItUsesOfItsReplacement() {
    // 200,000 USD/MWh for 2 MWh; a half cycle of 0.25 takes a 32,000th of that
    DeviceHarness battery =
        start(
            settings(Degradation.CYCLE_DEPTH)
                .with("cycleLife", 1000)
                .with("depthExponent", 2)
                .with("replacementCost", 200_000));
    battery.action("p", -0.5).step().expectCost(400_000 / 32_000.0, 1e-9);
    battery.action("p", 0.5).step().expectCost(400_000 / 32_000.0, 1e-9);
    battery.action("p", 0).step().expectCost(0, 0);
  }

  @Test
  void booksWearByEnergyWhereNoReplacementHasAPrice() {
    start(settings(Degradation.THROUGHPUT).with("wearCost", 8))
        .action("p", -0.5)
        .step()
        .expectCost(8 * 0.5, 1e-12);
  }

  @Test
  void storesLessAsItFades() {
    // 1 cycle of life: a full one takes a fifth of the capacity
    DeviceHarness battery =
        start(
            settings(Degradation.THROUGHPUT)
                .with("pMaxMw", 2)
                .with("cycleLife", 1)
                .with("capacityFade", true)
                .with("initialSocMin", 0)
                .with("initialSocMax", 0));
    run(battery, -2);
    battery.expectState(SOC, 1, 0).expectState(HEALTH, 0.9, 1e-15);
    run(battery, 2, -2);
    battery.expectPower(-2 * 0.8).expectState(SOC, 0.8, 1e-15).expectState(HEALTH, 0.72, 1e-15);
  }

  @Test
  void closesItsEnergyBalanceWhileItFadesDischargesItselfAndAges() {
    for (Degradation degradation :
        new Degradation[] {Degradation.THROUGHPUT, Degradation.CYCLE_DEPTH}) {
      DeviceHarness battery =
          start(
              settings(degradation)
                  .with("chargeEfficiency", 0.92)
                  .with("dischargeEfficiency", 0.94)
                  .with("chargeMaxMw", 0.3)
                  .with("minSoc", 0.1)
                  .with("maxSoc", 0.9)
                  .with("selfDischarge", 0.05)
                  .with("cycleLife", 2000)
                  .with("replacementCost", 1e5)
                  .with("capacityFade", true));
      RandomStream random = new RandomStream(9);
      double lambda = -Math.log(0.95) / 24;
      double counting = -Math.expm1(-lambda) / lambda;
      double stored = 0.5 * 2;
      double paid = 0;
      double health = 1;
      for (int t = 0; t < 10_000; t++) {
        battery.action("p", 2 * random.nextDouble() - 1);
        double least = battery.offer().minMw();
        double greatest = battery.offer().maxMw();
        double p = battery.step().pMw();
        paid += battery.booked().costUsd();
        stored = stored * Math.exp(-lambda) - p * counting * (p < 0 ? 0.92 : 1 / 0.94);
        assertTrue(p >= least && p <= greatest && p >= -0.3 && p <= 0.5, "power " + p);
        double most = 0.1 + 0.8 * health;
        double soc = battery.state(SOC);
        assertTrue(p >= 0 || soc <= most + 1e-12, "charged beyond " + most + ": " + soc);
        assertTrue(p <= 0 || soc >= 0.1 - 1e-12, "discharged below 0.1: " + soc);
        assertTrue(battery.state(HEALTH) <= health, "health rises");
        health = battery.state(HEALTH);
      }
      assertEquals(stored, battery.state(SOC) * 2, 1e-9);
      assertTrue(health < 0.98 && health > 0.1, "health " + health);
      assertEquals(1e5 * 2 * (1 - health) / 0.2, paid, 1e-6);
    }
  }

  @Test
  void refusesDegradationThatDoesNotGoTogether() {
    assertEquals("replacementCost", refused(settings(Degradation.NONE).with("replacementCost", 1)));
    assertEquals("capacityFade", refused(settings(Degradation.NONE).with("capacityFade", true)));
    assertEquals("initialHealth", refused(settings(Degradation.NONE).with("initialHealth", 0.9)));
    assertEquals(
        "initialHealth", refused(settings(Degradation.THROUGHPUT).with("initialHealth", 0.7)));
    assertEquals("chargeMaxMw", refused(settings(Degradation.NONE).with("chargeMaxMw", 0.6)));
    assertEquals("dischargeMaxMw", refused(settings(Degradation.NONE).with("dischargeMaxMw", 1)));
  }

  private static String refused(Configured<StorageSettings> settings) {
    return assertThrows(ConfigurationException.class, settings::build).path();
  }
}
