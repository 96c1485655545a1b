package powergrid.devices.ev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/**
 * Two outlets of 10 kW. Vehicles stay four hours and need 18 kWh, which at an efficiency of 0.9
 * take 20 kWh from the grid: two hours at full power.
 */
class StationTest {
  private static final double P = 0.01;

  private static Configured<EvSettings> settings() {
    return Configured.of(EvSettings.class)
        .with("chargers", 2)
        .with("chargerMaxMw", P)
        .with("needMeanMwh", 0.018)
        .with("needDeviationMwh", 0)
        .with("dwellMeanHours", 4)
        .with("dwellDeviationHours", 0)
        .with("initialOccupancy", 1)
        .with("unmetCost", 1000)
        .with("wearCost", 60)
        .with("powerFactor", 1);
  }

  private static DeviceHarness start(Configured<EvSettings> settings) {
    return DeviceHarness.of(new EvFactory(), settings.build())
        .series("arrivals", 0)
        .hours(0.5)
        .start();
  }

  private static void vehicle(DeviceHarness station, int outlet, double need, double hours) {
    put(station, "outlet" + outlet + ".needMwh", need);
    put(station, "outlet" + outlet + ".hoursLeft", hours);
  }

  private static void put(DeviceHarness station, String name, double value) {
    station.state().values()[station.state().space().indexOf(name)] = value;
  }

  @Test
  void chargesAsFastAsPossibleUntilAsked() {
    DeviceHarness station = start(settings());
    station.expectState("station.connected", 2, 0).expectState("station.needMwh", 0.036, 1e-15);
    station.expectState("station.leastLaxityHours", 2, 1e-12);
    for (int t = 0; t < 4; t++) {
      station.step().expectPower(-2 * P).expectState("service.deliveredMwh", 0.009, 1e-12);
    }
    station.expectState("station.needMwh", 0, 1e-15).expectState("station.connected", 2, 0);
    for (int t = 0; t < 4; t++) {
      station.step().expectPower(0).expectCost(0, 1e-12);
    }
    station.expectState("station.connected", 0, 0).expectState("service.unmetMwh", 0, 1e-15);
  }

  @Test
  void chargesFromTheMomentWhenItMust() {
    DeviceHarness station = start(settings()).action("consumption", 0);
    for (int t = 0; t < 4; t++) {
      assertEquals(0, station.offer().maxMw(), 1e-12);
      station.step().expectPower(0);
    }
    assertEquals(-2 * P, station.offer().maxMw(), 1e-12, "no laxity is left");
    for (int t = 0; t < 4; t++) {
      station.step().expectPower(-2 * P);
    }
    station.expectState("service.unmetMwh", 0, 1e-12).expectState("station.connected", 0, 0);
  }

  @Test
  void chargesTheVehicleOfLeastLaxityFirst() {
    // laxities: 3 − 1 = 2 h and 2 − 1.5 = 0.5 h, hours that charging takes being e / (0.9 P)
    DeviceHarness station = start(settings());
    vehicle(station, 1, 0.009, 3);
    vehicle(station, 2, 0.0135, 2);
    station.action("consumption", 0.013).step().expectPower(-0.013);
    station.expectState("outlet2.needMwh", 0.0135 - 0.01 * 0.5 * 0.9, 1e-15);
    station.expectState("outlet1.needMwh", 0.009 - 0.003 * 0.5 * 0.9, 1e-15);
  }

  @Test
  void sharesWhatFlowedAndNotWhatWasAsked() {
    DeviceHarness station = start(settings());
    vehicle(station, 1, 0.009, 3);
    vehicle(station, 2, 0.0135, 2);
    station.realise(flow -> flow.power(-0.004, 0)).step();
    station.expectState("outlet1.needMwh", 0.009, 1e-15);
    station.expectState("outlet2.needMwh", 0.0135 - 0.004 * 0.5 * 0.9, 1e-15);
    station.expectState("service.deliveredMwh", 0.0018, 1e-15);
  }

  @Test
  void letsThoseOfGreatestLaxityGoWithoutWhatMustFlowAndDoesNot() {
    // 1 must take 5.5 / (0.9 · 0.5) kW, 2 must take 10 kW, and only 12 kW flow
    DeviceHarness station = start(settings());
    vehicle(station, 1, 0.010, 1);
    vehicle(station, 2, 0.009, 1);
    station.action("consumption", 0).realise(flow -> flow.power(-0.012, 0)).step();
    station.expectState("outlet1.needMwh", 0.010 - 0.01 * 0.5 * 0.9, 1e-15);
    station.expectState("outlet2.needMwh", 0.009 - 0.002 * 0.5 * 0.9, 1e-15);
  }

  @Test
  void paysForWhatVehiclesDepartWithout() {
    DeviceHarness station = start(settings()).hours(2);
    station.realise(FakeSettlement::black).step().expectCost(0, 0);
    station.realise(flow -> flow.power(-P, 0)).step();
    // of 36 kWh, 20 kWh · 0.9 were charged
    station.expectState("service.unmetMwh", 0.018, 1e-15).expectCost(18, 1e-12);
  }

  @Test
  void chargesWithinTheTimeThatIsLeftOfAStep() {
    // a quarter of an hour at full power is half of the step's
    DeviceHarness station = start(settings());
    vehicle(station, 1, 0.01, 0.25);
    vehicle(station, 2, 0, 1);
    station.step().expectPower(-P / 2).expectState("service.unmetMwh", 0.01 - 0.00225, 1e-15);
  }

  @Test
  void givesBackWhatCanStillBeCharged() {
    // 2 h of laxity: after half an hour 3.5 h are left, good for 31.5 kWh, 13.5 above the need;
    // at an efficiency of 0.8 they would give 21.6 kW for half an hour, so the outlet limits
    DeviceHarness station =
        start(settings().with("bidirectional", true).with("dischargeEfficiency", 0.8));
    assertEquals(2 * P, station.offer().maxMw(), 1e-12);
    station.action("p", 1).step().expectPower(2 * P);
    station.expectState("outlet1.needMwh", 0.018 + P * 0.5 / 0.8, 1e-15);
    station.expectState("service.deliveredMwh", -2 * P * 0.5 / 0.8, 1e-15);
    station.expectCost(60 * 2 * P * 0.5, 1e-12);
    // 24.25 kWh are needed; in 3 h 27 kWh can be charged: 2.75 · 0.8 kWh can be given
    station.step().expectPower(2 * 0.00275 * 0.8 / 0.5);
    for (int t = 0; t < 6; t++) {
      station.step().expectPower(-2 * P);
    }
    station.expectState("service.unmetMwh", 0, 1e-12);
  }

  @Test
  void givesBackNoMoreThanTheBatteryHas() {
    DeviceHarness station = start(settings().with("bidirectional", true).with("batteryMwh", 0.02));
    // 2 kWh above the least level give 1.8 kWh: 3.6 kW for half an hour
    station.action("p", 1).step().expectPower(2 * 0.0036);
    station.expectState("outlet1.needMwh", 0.02, 1e-15);
  }

  @Test
  void givesBackFromTheVehicleOfGreatestLaxityAndChargesNoneFromAnother() {
    DeviceHarness station = start(settings().with("bidirectional", true));
    vehicle(station, 1, 0.009, 3);
    vehicle(station, 2, 0.009, 4);
    station.action("p", 0.004).step().expectPower(0.004);
    station.expectState("outlet1.needMwh", 0.009, 1e-15);
    station.expectState("outlet2.needMwh", 0.009 + 0.004 * 0.5 / 0.9, 1e-15);
    station.action("p", 0).step().expectPower(0);
    station.expectState("outlet1.needMwh", 0.009, 1e-15);
  }

  @Test
  void answersAPrice() {
    DeviceHarness station =
        start(
            settings()
                .with("bidirectional", true)
                .with("buyBelow", 70)
                .with("sellAbove", 160)
                .with("responseSpread", 20));
    assertEquals(0, station.offer().respond(100), 1e-12);
    assertEquals(-P, station.offer().respond(60), 1e-12, "half the spread");
    assertEquals(-2 * P, station.offer().respond(10), 1e-12);
    assertEquals(2 * P, station.offer().respond(200), 1e-12);
    station.request(-0.012).step().expectPower(-0.012);
  }

  @Test
  void consumesReactivePowerEitherWay() {
    DeviceHarness station = start(settings().with("bidirectional", true).with("powerFactor", 0.8));
    assertEquals(-0.75 * 2 * P, station.step().qMvar(), 1e-15);
    assertEquals(-0.75 * P, station.action("p", P).step().qMvar(), 1e-15);
  }

  @Test
  void needsNoMoreThanCanBeChargedWhileAVehicleIsThere() {
    start(settings().with("dwellMeanHours", 1)).expectState("station.needMwh", 2 * 0.009, 1e-15);
  }

  @Test
  void refusesSettingsThatDoNotGoTogether() {
    assertEquals("needMeanMwh", refused(settings().with("needMeanMwh", 0.05)));
    assertEquals("dwellMeanHours", refused(settings().with("dwellMeanHours", 13)));
    assertEquals("buyBelow", refused(settings().with("buyBelow", 200)));
  }

  private static String refused(Configured<EvSettings> settings) {
    return assertThrows(ConfigurationException.class, settings::build).path();
  }
}
