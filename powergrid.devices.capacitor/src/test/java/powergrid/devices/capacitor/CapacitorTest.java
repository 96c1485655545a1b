package powergrid.devices.capacitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeBreaker;
import powergrid.testkit.FakeSettlement;

class CapacitorTest {
  private static Configured<CapacitorSettings> bank(int steps) {
    return Configured.of(CapacitorSettings.class).with("stepMvar", 0.2).with("steps", steps);
  }

  private static DeviceHarness made(Configured<CapacitorSettings> settings) {
    return DeviceHarness.of(new CapacitorFactory(), settings.build());
  }

  private static DeviceHarness start(Configured<CapacitorSettings> settings) {
    return made(settings).start();
  }

  private static void assertReactive(double mvar, DeviceHarness bank) {
    assertEquals(mvar, bank.step().booked().qMvar(), 1e-12);
  }

  @Test
  void injectsBySquareOfItsVoltage() {
    DeviceHarness bank = start(bank(3));
    assertReactive(0, bank);
    assertReactive(0.2, bank.action("on", 1));
    assertReactive(0.6, bank.action("on", 3));
    // 0.6 MVAr · 0.95² and 0.4 MVAr · 1.05²
    assertReactive(0.5415, bank.realise(flow -> flow.voltage(0.95)));
    assertReactive(0.441, bank.realise(flow -> flow.voltage(1.05)).action("on", 2));
    assertReactive(0, bank.realise(FakeSettlement::black));
    bank.expectPower(0);
  }

  @Test
  void beginsWithWhatIsOn() {
    DeviceHarness bank = start(bank(3).with("initialOn", 2));
    assertReactive(0.4, bank);
    bank.expectState("control.on", 2, 0).expectCost(0, 0);
  }

  @Test
  void everyStepSwitchedWears() {
    DeviceHarness bank = start(bank(3).with("wearCost", 1.5));
    bank.action("on", 3).step().expectCost(4.5, 0);
    bank.step().expectCost(0, 0);
    bank.action("on", 1).step().expectCost(3, 0).expectState("control.operations", 5, 0);
    bank.start().expectState("control.operations", 0, 0);
  }

  @Test
  void takesOverACapacitorOfTheNetwork() {
    DeviceHarness device = made(Configured.of(CapacitorSettings.class).with("element", "cap1"));
    FakeBreaker breaker = device.capacitor("cap1", 0.6, true);
    device.start().step().expectCost(0, 0).expectState("control.on", 1, 0);
    assertTrue(breaker.on(), "as the network has it");
    device.action("on", 0).step().expectCost(1, 0);
    assertFalse(breaker.on());
    assertEquals(0, device.booked().qMvar(), "its power is the network's");
  }

  @Test
  void isLockedAfterASwitching() {
    // half an hour is two steps
    DeviceHarness bank = start(bank(2).with("lockout", "30min"));
    boolean[] closed = bank.actions().forbidden();
    bank.action("on", 1).step();
    assertArrayEquals(new boolean[] {true, false, true}, closed);
    bank.action("on", 0).step().expectState("control.on", 1, 0).expectCost(0, 0);
    assertArrayEquals(new boolean[] {false, false, false}, closed);
    bank.step().expectState("control.on", 0, 0);
    assertArrayEquals(new boolean[] {false, true, true}, closed);
    bank.start();
    assertArrayEquals(new boolean[3], closed, "an episode begins unlocked");
  }

  @Test
  void dischargesBeforeItIsSwitchedOnAgain() {
    DeviceHarness bank = start(bank(2).with("dischargeTime", "5min").with("initialOn", 2));
    bank.hours(1.0 / 60);
    boolean[] closed = bank.actions().forbidden();
    bank.action("on", 1).step();
    assertArrayEquals(new boolean[] {false, false, true}, closed, "off it may go further");
    bank.action("on", 2);
    for (int minute = 2; minute <= 5; minute++) {
      bank.step().expectState("control.on", 1, 0);
    }
    assertArrayEquals(new boolean[3], closed);
    bank.step().expectState("control.on", 2, 0);
  }

  @Test
  void neverSwitchesTooEarlyWhateverIsAsked() {
    DeviceHarness bank =
        start(bank(4).with("lockout", "1h").with("dischargeTime", "2h").with("wearCost", 0.5));
    RandomStream random = new RandomStream(2);
    int on = 0;
    int sinceSwitching = 100;
    int sinceOff = 100;
    double operations = 0;
    double cost = 0;
    for (int t = 0; t < 10_000; t++) {
      int asked = (int) (7 * random.nextDouble()) - 1;
      int choice = Math.max(0, Math.min(4, asked));
      boolean closed = bank.actions().forbidden()[choice];
      cost += bank.action("on", asked).step().booked().costUsd();
      int now = (int) bank.state("control.on");
      assertEquals(closed ? on : choice, now, "step " + t);
      assertTrue(now == on || sinceSwitching >= 4, "locked");
      assertTrue(now <= on || sinceOff >= 8, "charged");
      assertEquals(0.2 * now, bank.booked().qMvar(), 1e-12);
      sinceSwitching = now == on ? sinceSwitching + 1 : 1;
      sinceOff = now < on ? 1 : sinceOff + 1;
      operations += Math.abs(now - on);
      on = now;
    }
    bank.expectState("control.operations", operations, 0);
    assertEquals(0.5 * operations, cost, 1e-9);
    assertTrue(operations > 1000, "switches at all");
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    Configured<CapacitorSettings> none = Configured.of(CapacitorSettings.class);
    refused("stepMvar", none);
    refused("stepMvar", bank(1).with("element", "cap1"));
    refused("initialOn", bank(2).with("initialOn", 3));
    refused("steps", Configured.of(CapacitorSettings.class).with("element", "c").with("steps", 2));
    ConfigurationException missing =
        assertThrows(
            ConfigurationException.class,
            () -> start(Configured.of(CapacitorSettings.class).with("element", "nope")));
    assertTrue(missing.getMessage().contains("nope"));
  }

  private static void refused(String path, Configured<CapacitorSettings> settings) {
    assertEquals(path, assertThrows(ConfigurationException.class, () -> settings.build()).path());
  }
}
