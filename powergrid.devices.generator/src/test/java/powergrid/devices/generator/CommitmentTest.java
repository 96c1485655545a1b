package powergrid.devices.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/**
 * Held to the example of four units and eight hours in Wood, Wollenberg and Sheblé, Power
 * Generation, Operation, and Control, 3rd ed., ch. 4 (example 5B of the 2nd). Of each unit: least
 * and greatest power, incremental heat rate, no-load cost, minimum up and down time, hours in its
 * state before, here below 0 for off, and cold start cost; fuel costs 2 USD/MBtu.
 *
 * <pre>
 * 1   25 to  80 MW  10.440 MBtu/MWh  213.00 USD/h  4 h  2 h  -5 h   350 USD
 * 2   60 to 250 MW   9.000 MBtu/MWh  585.62 USD/h  5 h  3 h   8 h   400 USD
 * 3   75 to 300 MW   8.730 MBtu/MWh  684.74 USD/h  5 h  4 h   8 h  1100 USD
 * </pre>
 */
class CommitmentTest {
  /** A unit of the book without minimum times; a heat of 1 MBtu stands for 1 GJ. */
  private static Configured<GeneratorSettings> unit(
      double min, double max, double heatRate, double noLoad, double start) {
    return Units.committed(max, 0, 0)
        .with("pMinMw", min)
        .with("fuelPrice", 2)
        .with("heatRateLinear", heatRate)
        .with("costConstant", noLoad)
        .with("startUpCost", start);
  }

  private static Configured<GeneratorSettings> unit2() {
    return unit(60, 250, 9, 585.62, 400).with("initialMw", 150).with("initialTime", hours(8));
  }

  private static Configured<GeneratorSettings> unit2WithItsTimes() {
    return unit2().with("minUpTime", hours(5)).with("minDownTime", hours(3));
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private static DeviceHarness hourly(Configured<GeneratorSettings> settings) {
    return Units.start(settings).hours(1);
  }

  private static void run(DeviceHarness unit, boolean on, double mw, double expectedMw) {
    unit.action("on", on ? 1 : 0).action("p", mw).step().expectPower(expectedMw);
  }

  @Test
  void thePriorityListOfTheBookCostsWhatTheBookSays() {
    DeviceHarness[] units = {
      hourly(unit(25, 80, 10.44, 213, 350).with("initialTime", hours(5))),
      hourly(unit2()),
      hourly(unit(75, 300, 8.73, 684.74, 1100).with("initialMw", 300))
    };
    // load 450, 530, 600, 540, 400, 280, 290, 500 MW, served by 3, then 2, then 1
    double[][] schedule = {
      {0, 0, 50, 0, 0, 0, 0, 0},
      {150, 230, 250, 240, 100, 0, 0, 200},
      {300, 300, 300, 300, 300, 280, 290, 300},
    };
    // fuel of units 2 and 3 in hour 1: 585.62 + 18 · 150 + 684.74 + 17.46 · 300 = 9208.36; of all
    // hours 72688.84; and starts of 1 and 2
    double total = 0;
    for (int hour = 0; hour < 8; hour++) {
      for (int u = 0; u < units.length; u++) {
        run(units[u], schedule[u][hour] > 0, schedule[u][hour], schedule[u][hour]);
        total += units[u].booked().costUsd();
      }
      if (hour == 0) {
        assertEquals(9208.36, total, 1e-9);
      }
    }
    assertEquals(72688.84 + 350 + 400, total, 1e-6);
    assertEquals(73439, Math.rint(total));
  }

  @Test
  void aUnitMustStayOffForItsMinimumDownTime() {
    DeviceHarness unit = hourly(unit2WithItsTimes());
    run(unit, true, 100, 100);
    run(unit, false, 0, 0);
    // two hours off, as in hours 6 and 7 of the book's priority list, are too few
    run(unit, true, 200, 0);
    unit.expectState("commitment.hoursInState", 2, 0);
    run(unit, true, 200, 0);
    run(unit, true, 200, 200);
    unit.expectState("commitment.hoursInState", 1, 0).expectCost(400 + 585.62 + 18 * 200, 1e-9);
  }

  @Test
  void aUnitMustStayOnForItsMinimumUpTime() {
    DeviceHarness unit =
        hourly(unit2WithItsTimes().with("initialMw", 0).with("initialTime", hours(3)));
    run(unit, true, 0, 60);
    for (int hour = 2; hour <= 5; hour++) {
      run(unit, false, 0, 60);
    }
    run(unit, false, 0, 0);
  }

  @Test
  void masksCloseWhatMinimumTimesForbid() {
    DeviceHarness unit = hourly(unit2WithItsTimes().with("initialTime", hours(3)));
    boolean[] closed = unit.actions().forbidden();
    assertArrayEquals(new boolean[] {true, false}, closed, "on for 3 of 5 hours");
    run(unit, false, 0, 60);
    assertArrayEquals(new boolean[] {true, false}, closed, "on for 4 of 5 hours");
    run(unit, false, 0, 60);
    assertArrayEquals(new boolean[] {false, false}, closed);
    run(unit, false, 0, 0);
    assertArrayEquals(new boolean[] {false, true}, closed, "off for 1 of 3 hours");
    unit.start();
    assertArrayEquals(new boolean[] {true, false}, closed, "as at the start");
  }

  @Test
  void offersAndStateSayTheRangeOfTheNextStep() {
    DeviceHarness unit = hourly(unit2WithItsTimes().with("initialTime", hours(4)));
    assertRange(unit, 60, 250);
    run(unit, false, 0, 60);
    unit.expectState("control.leastMw", 0, 0).expectState("control.greatestMw", 250, 0);
    assertRange(unit, 0, 250);
    run(unit, false, 0, 0);
    unit.expectState("control.leastMw", 0, 0).expectState("control.greatestMw", 0, 0);
    assertRange(unit, 0, 0);
  }

  private static void assertRange(DeviceHarness unit, double least, double greatest) {
    assertEquals(least, unit.offer().minMw());
    assertEquals(greatest, unit.offer().maxMw());
  }

  @Test
  void requestsStartAndStopAUnitWhenTheyMay() {
    DeviceHarness unit = hourly(unit2WithItsTimes().with("initialTime", hours(4)));
    unit.request(0).step().expectPower(60);
    unit.request(0).step().expectPower(0);
    unit.request(100).step().expectPower(0);
    unit.request(100).step().expectPower(0);
    unit.request(100).step().expectPower(100);
    unit.request(31).step().expectPower(60);
  }

  @Test
  void minimumTimesBindUnitsThatFollowTheirSetPointToo() {
    DeviceHarness unit =
        hourly(
            unit2WithItsTimes()
                .with("commitment", GeneratorSettings.Commitment.IMPLIED)
                .with("initialTime", hours(5)));
    unit.action("p", 0).step().expectPower(0);
    unit.action("p", 100).step().expectPower(0).step().expectPower(0).step().expectPower(100);
    unit.action("p", 0).step().expectPower(60);
  }

  @Test
  void minimumTimesAreReachedByStepsThatAreNoBinaryFraction() {
    DeviceHarness unit = Units.start(Units.committed(1, 0, 1)).hours(1.0 / 12);
    unit.action("on", 1).action("p", 1).step().expectPower(1);
    unit.action("on", 0).step().expectPower(0).action("on", 1);
    for (int step = 2; step <= 12; step++) {
      unit.step().expectPower(0);
    }
    unit.step().expectPower(1);
  }

  @Test
  void aUnitWithoutLeastPowerMayRunIdle() {
    DeviceHarness unit = hourly(Units.committed(1, 0, 0).with("costConstant", 7));
    unit.action("on", 1).step().expectPower(0).expectCost(7, 0).expectState("commitment.on", 1, 0);
    unit.action("on", 0).step().expectCost(0, 0).expectState("commitment.on", 0, 0);
  }

  @Test
  void startsAndStopsCostOnce() {
    DeviceHarness unit =
        hourly(Units.committed(1, 0, 0).with("startUpCost", 30).with("shutDownCost", 20));
    unit.action("on", 1).action("p", 1).step().expectCost(30, 0).step().expectCost(0, 0);
    unit.action("on", 0).step().expectCost(20, 0).step().expectCost(0, 0);
  }

  @Test
  void aBlackoutTripsAUnitAndItsDownTimeCounts() {
    DeviceHarness unit = hourly(unit2WithItsTimes().with("shutDownCost", 5));
    unit.action("on", 1).action("p", 100).step().expectPower(100);
    unit.realise(FakeSettlement::black).step();
    unit.expectCost(5, 0).expectState("commitment.on", 0, 0);
    unit.realise(flow -> flow).step().expectPower(0).step().expectPower(0).step().expectPower(100);
  }

  @Test
  void aStartThatABlackoutPreventsCostsNothing() {
    DeviceHarness unit = hourly(unit2().with("initialMw", 0));
    unit.action("on", 1).realise(FakeSettlement::black).step().expectCost(0, 0);
  }
}
