package powergrid.devices.tapchanger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeTaps;

class TapChangerTest {
  private static final int LOWER = 0;
  private static final int HOLD = 1;
  private static final int RAISE = 2;

  private final Configured<TapChangerSettings> settings =
      Configured.of(TapChangerSettings.class).with("element", "reg1").with("wearCost", 0.1);
  private DeviceHarness device;
  private FakeTaps taps;

  /** A regulator of 16 taps each way that begins at given ones. */
  private void start(String phases, int... begin) {
    device = DeviceHarness.of(new TapChangerFactory(), settings.build());
    taps = device.regulator("reg1", phases, 16);
    for (int k = 0, phase = 0; phase < 3; phase++) {
      if (taps.phases().has(phase)) {
        taps.tap(phase, begin[k++]);
      }
    }
    device.start();
  }

  private void assertTaps(int... expected) {
    assertArrayEquals(expected, new int[] {taps.tap(0), taps.tap(1), taps.tap(2)});
    for (int phase = 0; phase < 3; phase++) {
      device.expectState("control.tap" + "ABC".charAt(phase), expected[phase], 0);
    }
  }

  private List<String> actions() {
    return device.actions().space().axes().stream().map(Axis::name).toList();
  }

  @Test
  void stepsEachPhaseByItself() {
    start("abc", 6, 4, 6);
    assertEquals(List.of("stepA", "stepB", "stepC"), actions());
    device.step().expectCost(0, 0);
    assertTaps(6, 4, 6);
    device.action("stepA", RAISE).action("stepB", LOWER).step().expectCost(0.2, 1e-12);
    assertTaps(7, 3, 6);
    device.action("stepA", HOLD).action("stepC", LOWER).step().expectCost(0.2, 1e-12);
    assertTaps(7, 2, 5);
    device.expectState("control.moves", 4, 0);
  }

  @Test
  void aStepThatIsHeldGoesOn() {
    start("abc", 0, 0, 0);
    device.action("stepB", RAISE).step().step().step();
    assertTaps(0, 3, 0);
  }

  @Test
  void masksCloseTheEnds() {
    start("abc", 16, -16, 15);
    boolean[] closed = device.actions().forbidden();
    assertArrayEquals(
        new boolean[] {false, false, true, true, false, false, false, false, false}, closed);
    device.action("stepA", RAISE).action("stepB", LOWER).action("stepC", RAISE).step();
    device.expectCost(0.1, 1e-12);
    assertTaps(16, -16, 16);
    assertTrue(closed[8], "c can be raised no further");
  }

  @Test
  void actsOnThePhasesThereAre() {
    start("ac", 1, 2);
    assertEquals(List.of("stepA", "stepC"), actions());
    device.action("stepC", RAISE).step();
    assertEquals(3, taps.tap(2));
    device.expectState("control.tapA", 1, 0).expectState("control.tapC", 3, 0);
    assertThrows(IllegalArgumentException.class, () -> device.state("control.tapB"));
  }

  @Test
  void gangedPhasesStepTogetherOrNotAtAll() {
    settings.with("ganged", true);
    start("abc", 14, 15, 14);
    assertEquals(List.of("step"), actions());
    device.action("step", RAISE).step().expectCost(0.3, 1e-12);
    assertTaps(15, 16, 15);
    assertArrayEquals(new boolean[] {false, false, true}, device.actions().forbidden());
    device.step().expectCost(0, 0);
    assertTaps(15, 16, 15);
    device.action("step", LOWER).step();
    assertTaps(14, 15, 14);
  }

  @Test
  void goesToAPositionAtOnce() {
    settings.with("control", "position");
    start("abc", 6, 4, 6);
    assertEquals(List.of("tapA", "tapB", "tapC"), actions());
    device.step().expectCost(0, 0);
    assertTaps(6, 4, 6);
    device.action("tapA", 16 - 16).action("tapB", 16 + 5).step().expectCost(2.3, 1e-12);
    assertTaps(-16, 5, 6);
    device.step().expectCost(0, 0).expectState("control.moves", 23, 0);
  }

  @Test
  void gangedPhasesGoToOnePosition() {
    settings.with("control", "position").with("ganged", true);
    start("abc", 2, 2, 2);
    assertEquals(List.of("tap"), actions());
    device.action("tap", 16 - 1).step().expectCost(0.9, 1e-12);
    assertTaps(-1, -1, -1);
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> start("abc", 6, 4, 6));
    assertEquals("ganged", refused.path());
    assertTrue(refused.getMessage().contains("phase b begins at tap 4"), refused.getMessage());
  }

  @Test
  void staysWithinItsTapsAndStepsByOneWhateverIsAsked() {
    start("abc", 0, 0, 0);
    RandomStream random = new RandomStream(4);
    int[] before = new int[3];
    double moves = 0;
    double cost = 0;
    for (int t = 0; t < 10_000; t++) {
      for (int phase = 0; phase < 3; phase++) {
        // phases drift to their ends
        double drift = phase == 0 ? 0.2 : phase == 1 ? -0.2 : 0;
        device.action("step" + "ABC".charAt(phase), 5 * (random.nextDouble() + drift) - 1.5);
      }
      boolean[] closed = device.actions().forbidden().clone();
      cost += device.step().booked().costUsd();
      for (int phase = 0; phase < 3; phase++) {
        int now = taps.tap(phase);
        assertTrue(Math.abs(now) <= 16 && Math.abs(now - before[phase]) <= 1, "tap " + now);
        assertEquals(before[phase] == -16, closed[3 * phase + LOWER]);
        assertEquals(before[phase] == 16, closed[3 * phase + RAISE]);
        moves += Math.abs(now - before[phase]);
        before[phase] = now;
      }
    }
    device.expectState("control.moves", moves, 0);
    assertEquals(0.1 * moves, cost, 1e-6);
  }
}
