package powergrid.devices.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.testkit.DeviceHarness;

class RampTest {
  @Test
  void risesAndFallsAtRatesOfTheirOwn() {
    // P(n) = 2 + 0.5 n up to 4; then 4 − 0.25 n: 2 MW/h and 1 MW/h in quarters of an hour
    DeviceHarness unit =
        Units.start(
            Units.of(4)
                .with("rampUpMwPerHour", 2)
                .with("rampDownMwPerHour", 1)
                .with("initialMw", 2));
    unit.action("p", 4);
    for (int n = 1; n <= 6; n++) {
      unit.step().expectPower(Math.min(4, 2 + 0.5 * n));
    }
    unit.action("p", 0);
    for (int n = 1; n <= 16; n++) {
      unit.step().expectPower(4 - 0.25 * n);
    }
  }

  @Test
  void theCommonRateStandsForTheOneNotGiven() {
    DeviceHarness unit =
        Units.start(
            Units.of(4).with("rampMwPerHour", 2).with("rampDownMwPerHour", 1).with("initialMw", 2));
    assertEquals(1.75, unit.offer().minMw());
    assertEquals(2.5, unit.offer().maxMw());
  }

  @Test
  void aUnitThatIsSwitchedOffComesDownByItsRampFirst() {
    DeviceHarness unit =
        Units.start(
            Units.committed(1, 0, 0)
                .with("pMinMw", 0.3)
                .with("rampDownMwPerHour", 1)
                .with("initialMw", 1));
    unit.action("on", 0).step().expectPower(0.75).expectState("commitment.on", 1, 0);
    // from 0.5 MW it would reach 0.25 MW, below its least power: it may stop
    unit.step().expectPower(0.5).step().expectPower(0).expectState("commitment.on", 0, 0);
  }
}
