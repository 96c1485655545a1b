package powergrid.devices.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

class DemandChargeTest {
  /** Energy is free, so that all that is booked is the charge of 1000 USD/MW. */
  private static DeviceHarness meter(int minutes, double hours) {
    GridSettings settings =
        Configured.of(GridSettings.class)
            .with("mode", GridSettings.Mode.METERED)
            .with("demandWindow", Duration.ofMinutes(minutes))
            .with("demandCharge", 1000)
            .build();
    return DeviceHarness.of(new GridFactory(), settings).series("price", 0).hours(hours).start();
  }

  private static DeviceHarness importing(DeviceHarness meter, double mw) {
    return meter.realise(flow -> flow.power(mw, 0)).step();
  }

  @Test
  void isBookedAsThePeakGrows() {
    DeviceHarness meter = meter(15, 0.25);
    importing(meter, 2).expectCost(2000, 0).expectState("economics.peakMw", 2, 0);
    importing(meter, 1).expectCost(0, 0);
    importing(meter, 2.5).expectCost(500, 0);
    importing(meter, 2.5).expectCost(0, 0).expectState("economics.peakMw", 2.5, 0);
  }

  @Test
  void isOfTheMeanOverAWindow() {
    // three steps of 5 min: (1 + 2 + 6) / 3 = 3 MW, then (9 + 0 + 3) / 3 = 4 MW
    DeviceHarness meter = meter(15, 1.0 / 12);
    importing(meter, 1).expectCost(0, 0);
    importing(meter, 2).expectCost(0, 0);
    importing(meter, 6).expectCost(3000, 1e-9);
    importing(meter, 9).expectCost(0, 0);
    importing(meter, 0).expectCost(0, 0);
    importing(meter, 3).expectCost(1000, 1e-9).expectState("economics.peakMw", 4, 1e-12);
  }

  @Test
  void takesAStepForAWindowWhereStepsAreLonger() {
    importing(meter(15, 1), 2).expectCost(2000, 1e-9);
  }

  @Test
  void exportCountsNothing() {
    DeviceHarness meter = meter(30, 0.25);
    importing(meter, -4);
    importing(meter, 3).expectCost(1500, 1e-9);
  }

  @Test
  void startsFromNothingInEveryEpisode() {
    DeviceHarness meter = meter(30, 0.25);
    importing(importing(importing(meter, 2), 2), 4);
    meter.start();
    importing(importing(meter, 1), 1).expectCost(1000, 1e-9);
  }

  @Test
  void sumsUpToTheChargeOnThePeakOfWhateverIsImported() {
    DeviceHarness meter = meter(30, 1.0 / 12);
    RandomStream random = new RandomStream(3);
    double total = 0;
    double mwh = 0;
    double peak = 0;
    for (int t = 1; t <= 10_000; t++) {
      double mw = 20 * random.nextDouble() - 8;
      mwh += Math.max(0, mw) / 12;
      total += importing(meter, mw).booked().costUsd();
      if (t % 6 == 0) {
        peak = Math.max(peak, mwh / 0.5);
        mwh = 0;
      }
    }
    assertEquals(1000 * peak, total, 1e-6);
    meter.expectState("economics.peakMw", peak, 1e-9);
  }
}
