package powergrid.devices.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

class StorageTest {
  private static final String SOC = "storage.soc";

  private static Configured<StorageSettings> settings() {
    return Batteries.settings()
        .with("pMaxMw", 0.5)
        .with("energyMwh", 2)
        .with("initialSocMin", 0.5)
        .with("initialSocMax", 0.5);
  }

  private static DeviceHarness start(Configured<StorageSettings> settings) {
    return DeviceHarness.of(new StorageFactory(), settings.build()).series("price", 50).start();
  }

  @Test
  void restsUntilAsked() {
    start(settings()).step().expectPower(0).expectCost(0, 0).expectState(SOC, 0.5, 0);
  }

  @Test
  void losesEnergyBothWays() {
    // an hour at 0.4 MW stores 0.4 · 0.9 MWh; giving them back takes 0.36 · 0.8 MWh to the
    // terminals
    DeviceHarness battery =
        start(settings().with("chargeEfficiency", 0.9).with("dischargeEfficiency", 0.8)).hours(1);
    battery.action("p", -0.4).step().expectPower(-0.4).expectState(SOC, 0.5 + 0.36 / 2, 1e-12);
    battery.action("p", 0.36 * 0.8).step().expectState(SOC, 0.5, 1e-12);
  }

  @Test
  void booksWearOfEveryMegawattHour() {
    start(settings().with("wearCost", 8)).action("p", -0.3).step().expectCost(8 * 0.3 / 4, 1e-12);
  }

  @Test
  void givesNoMoreThanItHas() {
    // 0.15 above the least state of charge are 0.3 MWh stored, 0.285 MWh at the terminals
    DeviceHarness battery = start(settings().with("minSoc", 0.35)).hours(1);
    battery.action("p", 0.5).step().expectPower(0.285).expectState(SOC, 0.35, 1e-12);
    battery.step().expectPower(0);
  }

  @Test
  void integratesWhatFlowedAndNotWhatWasAsked() {
    start(settings())
        .action("p", 0.5)
        .realise(flow -> flow.power(0.19, 0))
        .step()
        .expectState(SOC, 0.5 - 0.19 * 0.25 / 0.95 / 2, 1e-12);
  }

  @Test
  void keepsItsEnergyInABlackout() {
    start(settings())
        .action("p", 0.5)
        .realise(FakeSettlement::black)
        .step()
        .expectState(SOC, 0.5, 0)
        .expectCost(0, 0);
  }

  @Test
  void drawsItsInitialStateOfChargeFromItsStream() {
    DeviceHarness battery = start(settings().with("initialSocMin", 0.2).with("initialSocMax", 0.8));
    double first = battery.seed(1).start().state(SOC);
    double other = battery.seed(2).start().state(SOC);
    assertEquals(first, battery.seed(1).start().state(SOC));
    assertNotEquals(first, other);
    assertTrue(first >= 0.2 && first <= 0.8 && other >= 0.2 && other <= 0.8);
  }

  @Test
  void tradesAtItsOwnPricesWhereNoneIsKnownAhead() {
    DeviceHarness battery = start(settings().with("buyBelow", 40).with("sellAbove", 90));
    assertEquals(0, battery.offer().respond(65));
    assertEquals(0.25, battery.offer().respond(95), 1e-12, "half the spread of 10 USD/MWh");
    assertEquals(-0.5, battery.offer().respond(30), 1e-12, "the whole spread");
  }

  @Test
  void closesItsEnergyBalanceWhateverIsAsked() {
    DeviceHarness battery = start(settings());
    RandomStream random = new RandomStream(3);
    double stored = 0.5 * 2;
    for (int t = 0; t < 10_000; t++) {
      battery.action("p", 3 * random.nextDouble() - 1.5);
      double least = battery.offer().minMw();
      double greatest = battery.offer().maxMw();
      double p = battery.step().pMw();
      stored -= p * 0.25 * (p < 0 ? 0.95 : 1 / 0.95);
      double soc = battery.state(SOC);
      assertTrue(p >= least && p <= greatest && Math.abs(p) <= 0.5, "power " + p);
      assertTrue(soc >= 0.1 && soc <= 0.9, "state of charge " + soc);
    }
    assertEquals(stored, battery.state(SOC) * 2, 1e-9);
    assertEquals(
        (battery.state(SOC) - 0.1) * 2 * 0.95, battery.state("storage.deliverableMwh"), 1e-12);
  }

  @Test
  void refusesSettingsThatDoNotGoTogether() {
    assertEquals("initialSocMax", refused(settings().with("initialSocMax", 0.95)));
    assertEquals("minSoc", refused(settings().with("minSoc", 0.9)));
    assertEquals("buyBelow", refused(settings().with("buyBelow", 100)));
  }

  private static String refused(Configured<StorageSettings> settings) {
    return assertThrows(ConfigurationException.class, settings::build).path();
  }
}
