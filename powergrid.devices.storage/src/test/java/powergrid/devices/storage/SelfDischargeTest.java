package powergrid.devices.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

class SelfDischargeTest {
  private static final String SOC = "storage.soc";

  private static Configured<StorageSettings> settings(double aDay) {
    return Batteries.lossless().with("selfDischarge", aDay);
  }

  @Test
  void losesItsShareInADayHoweverLongTheStepsAre() {
    for (double hours : new double[] {0.25, 1, 24}) {
      DeviceHarness battery = Batteries.start(settings(0.1)).hours(hours);
      for (int t = 0; t < 24 / hours; t++) {
        battery.step();
      }
      battery.expectState(SOC, 0.5 * 0.9, 1e-12).expectCost(0, 0);
    }
  }

  @Test
  void losesItAlsoInABlackoutAndBelowItsLeastStateOfCharge() {
    DeviceHarness battery =
        Batteries.start(settings(0.1).with("minSoc", 0.5)).hours(24).action("p", 0.5);
    battery.realise(FakeSettlement::black).step().expectState(SOC, 0.45, 1e-12);
    battery.expectState("storage.deliverableMwh", 0, 0);
    battery.step().expectPower(0).expectState(SOC, 0.405, 1e-12);
  }

  /** ds/dt = −λ s − P/E has s(∞) = −P/(λE): charging with λ s E just holds s. */
  @Test
  void chargingWithWhatItLosesHoldsItWhereItIs() {
    double lambda = -Math.log(0.9) / 24;
    DeviceHarness battery = Batteries.start(settings(0.1)).hours(7);
    battery.action("p", -lambda * 0.5 * 2).step().expectState(SOC, 0.5, 1e-12);
  }

  @Test
  void manyShortStepsComeToTheSameAsALongOne() {
    DeviceHarness one = Batteries.start(settings(0.2)).hours(3).action("p", 0.2);
    DeviceHarness many = Batteries.start(settings(0.2)).hours(0.01).action("p", 0.2);
    one.step();
    for (int t = 0; t < 300; t++) {
      many.step();
    }
    assertEquals(one.state(SOC), many.state(SOC), 1e-12);
  }

  @Test
  void endsAStepAtItsBoundsExactly() {
    DeviceHarness battery =
        Batteries.start(settings(0.2).with("pMaxMw", 100).with("minSoc", 0.2)).hours(6);
    battery.action("p", 100).step().expectState(SOC, 0.2, 1e-12);
    battery.action("p", -100).step().expectState(SOC, 1, 1e-12);
  }
}
