package powergrid.devices.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Characteristic;
import powergrid.api.device.InverterSettings.Reactive;
import powergrid.api.device.Polyline;
import powergrid.api.random.RandomStream;
import powergrid.testkit.DeviceHarness;

/** A lossless battery of 0.5 MW and 2 MWh, half full, behind an inverter. */
class StorageInverterTest {
  private static final String SOC = "storage.soc";

  private static DeviceHarness start(double mva, Reactive reactive, boolean voltWatt) {
    return Batteries.start(
        Batteries.lossless().with("inverter", Batteries.inverter(mva, reactive, voltWatt)));
  }

  @Test
  void reactivePowerTakesWhatActivePowerLeavesOfTheRating() {
    DeviceHarness battery = start(0.5, Reactive.ACTION, false);
    battery.action("p", 0.3).action("q", -0.5).step().expectPower(0.3);
    assertEquals(-0.4, battery.qMvar(), 1e-12, "3, 4, 5");
    battery.action("p", -0.4).action("q", 0.5).step().expectPower(-0.4);
    assertEquals(0.3, battery.qMvar(), 1e-12);
  }

  @Test
  void offersNoMoreThanItsInverterPasses() {
    DeviceHarness battery = start(0.4, Reactive.ACTION, false);
    assertEquals(0.4, battery.offer().maxMw());
    assertEquals(-0.4, battery.offer().minMw());
    assertEquals(0.4, battery.request(0.5).intendedMw());
  }

  @Test
  void givesInAnHourWhatVoltWattLeavesIt() {
    // IEEE 1547-2018, table 10: from 1 at 1.06 pu to 0.2 at 1.10 pu, so 0.6 at 1.08 pu
    DeviceHarness battery = start(0.5, Reactive.UNITY, true).hours(1);
    battery.realise(flow -> flow.voltage(1.08)).action("p", 0.5).step();
    battery.expectState(SOC, 0.5 - 0.3 / 2, 1e-12).expectCost(5 * 0.3, 1e-12);
    battery.action("p", -0.5).step().expectState(SOC, 0.5 - 0.3 / 2 + 0.5 / 2, 1e-12);
  }

  @Test
  void storesWhatVoltVarLeavesIt() {
    // category B at 1.08 pu and beyond absorbs 0.44 of the rating first: √(1 − 0.44²) is left
    DeviceHarness battery = start(0.5, Reactive.VOLT_VAR, false).hours(1);
    battery.realise(flow -> flow.voltage(1.09)).action("p", -0.5).step();
    battery.expectState(SOC, 0.5 + 0.5 * Math.sqrt(1 - 0.44 * 0.44) / 2, 1e-12);
    assertEquals(-0.22, battery.booked().qMvar(), 1e-12);
  }

  @Test
  void closesItsEnergyBalanceWhateverTheVoltageAndTheIslandDo() {
    DeviceHarness battery =
        Batteries.start(
            Batteries.lossless()
                .with("minSoc", 0.1)
                .with("maxSoc", 0.9)
                .with("chargeEfficiency", 0.92)
                .with("dischargeEfficiency", 0.94)
                .with("gridForming", true)
                .with("inverter", Batteries.inverter(0.6, Reactive.VOLT_VAR, true)));
    RandomStream random = new RandomStream(4);
    double stored = 0.5 * 2;
    int formed = 0;
    for (int t = 0; t < 10_000; t++) {
      boolean island = random.nextDouble() < 0.3;
      double share = random.nextDouble();
      double pu = 0.9 + 0.22 * random.nextDouble();
      battery.action("p", 1.5 * random.nextDouble() - 0.75);
      battery.realise(
          flow -> {
            double least = battery.carriesAtLeastMw();
            double most = battery.carriesAtMostMw();
            // what the power flow may be off by lies within the limits too
            double off = 1e-6 * 0.6 * (share < 0.5 ? -1 : 1);
            return island
                ? flow.form(least + Math.rint(share * 4) / 4 * (most - least) + off, 0.1)
                : flow.voltage(pu);
          });
      battery.step();
      double p = battery.booked().pMw();
      formed += battery.booked().formedGrid() ? 1 : 0;
      stored -= p * 0.25 * (p < 0 ? 0.92 : 1 / 0.94);
      double soc = battery.state(SOC);
      assertTrue(p >= -0.5 && p <= 0.5, "power " + p);
      assertTrue(soc >= 0.1 && soc <= 0.9, "state of charge " + soc);
      assertEquals(stored, soc * 2, 1e-9, "step " + t);
    }
    assertTrue(formed > 2000);
  }

  @Test
  void staysWithinItsRatingWhateverIsAsked() {
    for (Reactive reactive : Reactive.values()) {
      DeviceHarness battery = start(0.45, reactive, true);
      RandomStream random = new RandomStream(8);
      for (int t = 0; t < 10_000; t++) {
        double pu = 0.85 + 0.3 * random.nextDouble();
        battery.realise(flow -> flow.voltage(pu)).action("p", 2 * random.nextDouble() - 1);
        double q = 2 * random.nextDouble() - 1;
        if (reactive == Reactive.ACTION) {
          battery.action("q", q);
        }
        battery.step();
        double mva = Math.hypot(battery.booked().pMw(), battery.booked().qMvar());
        assertTrue(mva <= 0.45 + 1e-12, reactive + " at " + pu + " pu: " + mva + " MVA");
      }
    }
  }

  @Test
  void carriesWhatItsStateOfChargeAllows() {
    DeviceHarness battery =
        Batteries.start(
                Batteries.lossless()
                    .with("gridForming", true)
                    .with("voltagePu", 1.02)
                    .with("initialSocMin", 0.05)
                    .with("initialSocMax", 0.05)
                    .with("inverter", Batteries.inverter(0.6, Reactive.UNITY, false)))
            .hours(1);
    assertEquals(1.02, battery.formsPu());
    assertEquals(0.6, battery.formsMva());
    // 0.1 MWh are there; it keeps two millionths of its rating
    battery.step();
    assertEquals(0.1 - 1.2e-6, battery.carriesAtMostMw(), 1e-12);
    assertEquals(-0.5 + 1.2e-6, battery.carriesAtLeastMw(), 1e-12);
  }

  @Test
  void doesNotFormAGridUnlessItIsToldTo() {
    DeviceHarness battery = start(0.5, Reactive.UNITY, false).step();
    assertTrue(Double.isNaN(battery.formsMva()) && Double.isNaN(battery.carriesAtMostMw()));
  }

  @Test
  void chargesAndDischargesWithinLimitsOfTheirOwn() {
    DeviceHarness battery =
        Batteries.start(Batteries.lossless().with("chargeMaxMw", 0.2).with("dischargeMaxMw", 0.4));
    assertEquals(-0.2, battery.offer().minMw());
    assertEquals(0.4, battery.offer().maxMw());
    battery.action("p", -0.5).step().expectPower(-0.2);
    battery.action("p", 0.5).step().expectPower(0.4);
  }

  /** 0.1 of a rating of 0.5 MVA for a step; before and after, category B: 0.44 from 1.08 pu. */
  @Test
  void followsACurveThatIsSetForOneStepOnly() {
    DeviceHarness battery = start(0.5, Reactive.VOLT_VAR, false);
    battery.realise(flow -> flow.voltage(1.09)).step();
    assertEquals(-0.22, battery.booked().qMvar(), 1e-12);
    battery.follow(Characteristic.VOLT_VAR, new Polyline(new double[] {1}, new double[] {0.1}));
    battery.step();
    assertEquals(0.05, battery.booked().qMvar(), 1e-12);
    battery.step();
    assertEquals(-0.22, battery.booked().qMvar(), 1e-12);
  }

  @Test
  void followsTheLimitThatIsSetForOneStepOnly() {
    DeviceHarness battery = start(0.5, Reactive.UNITY, true).action("p", 0.5);
    battery.realise(flow -> flow.voltage(1.02));
    battery.follow(Characteristic.VOLT_WATT, new Polyline(new double[] {1}, new double[] {0.3}));
    battery.step();
    assertEquals(0.15, battery.booked().pMw(), 1e-12);
    battery.step();
    assertEquals(0.5, battery.booked().pMw(), 1e-12);
  }

  @Test
  void followsOnlyWhatItIsConfiguredTo() {
    assertEquals(Set.of(), start(0.5, Reactive.ACTION, false).follows());
    assertEquals(Set.of(Characteristic.VOLT_VAR), start(0.5, Reactive.VOLT_VAR, false).follows());
    assertEquals(Set.of(Characteristic.VOLT_WATT), start(0.5, Reactive.UNITY, true).follows());
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            start(0.5, Reactive.UNITY, true)
                .follow(Characteristic.VOLT_VAR, new Polyline(new double[] {1}, new double[] {0})));
  }
}
