package powergrid.devices.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.devices.load.LoadSettings.Mode;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/** A block of 0.1 MW for two hours and a half, between 6:00 and 12:00. */
class ShiftableLoadTest {
  private static Configured<LoadSettings> settings() {
    return Configured.of(LoadSettings.class)
        .with("mode", Mode.SHIFTABLE)
        .with("blockMw", 0.1)
        .with("blockHours", 2.5)
        .with("earliestHour", 6)
        .with("deadlineHour", 12)
        .with("powerFactor", 1)
        .with("comfortCost", 300);
  }

  private static DeviceHarness load(double hours) {
    return DeviceHarness.of(new LoadFactory(), settings().build()).hours(hours).start();
  }

  private static double[] powers(DeviceHarness load, int steps) {
    double[] powers = new double[steps];
    for (int t = 0; t < steps; t++) {
      powers[t] = load.step().pMw();
    }
    return powers;
  }

  private static DeviceHarness goTo(DeviceHarness load, int steps) {
    powers(load, steps);
    return load;
  }

  private static boolean open(DeviceHarness load, int choice) {
    return !load.actions().forbidden()[choice];
  }

  @Test
  void startsWhenItsWindowOpensUnlessToldToWait() {
    DeviceHarness load = load(1);
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 0, 0, -0.1, -0.1, -0.05, 0, 0, 0}, powers(load, 12), 1e-12);
  }

  @Test
  void startsAtTheLastMomentWhenToldToWait() {
    // steps of an hour: started at 9:00 it is over at 11:30, started at 10:00 it were at 12:30
    DeviceHarness load = load(1).action("start", 0);
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, -0.1, -0.1, -0.05}, powers(load, 12), 1e-12);
  }

  @Test
  void runsUninterruptedOnceStarted() {
    DeviceHarness load = goTo(load(0.5).action("start", 0), 14);
    load.action("start", 1).step().expectPower(-0.1);
    load.action("start", 0);
    assertArrayEquals(new double[] {-0.1, -0.1, -0.1, -0.1, 0}, powers(load, 5), 1e-12);
  }

  @Test
  void masksWhatThereIsNotToChoose() {
    DeviceHarness load = load(1).action("start", 0);
    assertTrue(open(load, 0) && !open(load, 1), "before the window");
    goTo(load, 6);
    assertTrue(open(load, 0) && open(load, 1), "in the window");
    goTo(load, 3);
    assertTrue(!open(load, 0) && open(load, 1), "at the last moment");
    goTo(load, 1);
    assertTrue(open(load, 0) && !open(load, 1), "while it runs");
  }

  @Test
  void runsOnceADay() {
    DeviceHarness load = load(0.25);
    double energy = 0;
    for (double power : powers(load, 3 * 96)) {
      energy -= power * 0.25;
    }
    assertEquals(3 * 0.25, energy, 1e-12);
    load.expectState("shift.hours", -6, 1e-9).expectState("shift.stage", 0, 0);
    goTo(load, 40).expectState("shift.hours", 4, 1e-9).expectState("shift.stage", 2, 0);
  }

  @Test
  void reachesPastMidnight() {
    LoadSettings night =
        settings().with("earliestHour", 22).with("deadlineHour", 30).with("blockHours", 4).build();
    DeviceHarness load = DeviceHarness.of(new LoadFactory(), night).hours(1).start();
    load.action("start", 0);
    double[] powers = powers(load, 30);
    for (int hour = 0; hour < 30; hour++) {
      assertEquals(hour < 26 ? 0 : -0.1, powers[hour], 1e-12, "at " + hour);
    }
  }

  @Test
  void goesOnAfterABlackout() {
    DeviceHarness load = goTo(load(1), 6);
    load.realise(FakeSettlement::black).step();
    load.realise(flow -> flow);
    assertArrayEquals(new double[] {-0.1, -0.1, -0.05, 0}, powers(load, 4), 1e-12);
    load.expectState("flexibility.unservedMwh", 0, 0);
  }

  @Test
  void dropsWhatItsDeadlineLeaves() {
    // from 9:00 on two hours of darkness, an hour of power: 1.5 of 2.5 hours are dropped
    DeviceHarness load = goTo(load(1).action("start", 0), 9);
    load.realise(FakeSettlement::black).step();
    load.step();
    load.realise(flow -> flow).step().expectPower(-0.1).expectCost(150 * 0.15, 1e-12);
    load.expectState("flexibility.unservedMwh", 0.15, 1e-12).step().expectPower(0);
  }

  @Test
  void runsItsBlockWithinItsWindowWhateverIsChosen() {
    RandomStream random = new RandomStream(11);
    DeviceHarness load = load(0.25);
    double day = 0;
    int starts = 0;
    double before = 0;
    for (int t = 0; t < 9_600; t++) {
      double power = load.action("start", random.nextDouble() < 0.1 ? 1 : 0).step().pMw();
      double hour = 0.25 * (t % 96);
      assertTrue(power >= -0.1 && power <= 0, "power " + power);
      assertTrue(power == 0 || (hour >= 6 && hour < 12), "ran at " + hour);
      starts += before == 0 && power < 0 ? 1 : 0;
      before = power;
      day -= power * 0.25;
      if (t % 96 == 95) {
        assertEquals(0.25, day, 1e-12, "energy of a day");
        assertEquals(1, starts, "starts of a day");
        day = starts = 0;
      }
    }
  }

  @Test
  void finishesInTimeWithStepsThatDoNotDivideIt() {
    LoadSettings odd = settings().with("blockHours", 1.1).build();
    DeviceHarness load = DeviceHarness.of(new LoadFactory(), odd).hours(1.0 / 12).start();
    load.action("start", 0);
    double energy = 0;
    for (double power : powers(load, 100 * 288)) {
      energy -= power / 12;
    }
    assertEquals(100 * 0.11, energy, 1e-9);
  }

  @Test
  void refusesAWindowThatIsTooShort() {
    assertEquals("deadlineHour", refused(settings().with("deadlineHour", 8)));
    assertEquals("deadlineHour", refused(settings().with("deadlineHour", 31)));
    assertEquals("peakMw", refused(settings().with("peakMw", 0.2)));
  }

  private static String refused(Configured<LoadSettings> settings) {
    return assertThrows(ConfigurationException.class, settings::build).path();
  }
}
