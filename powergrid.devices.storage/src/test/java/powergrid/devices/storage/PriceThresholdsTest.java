package powergrid.devices.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Flexibility;
import powergrid.api.dataset.Known;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

/** A lossless battery of 1 MW and 2 MWh, half full, hour by hour: one hour to fill or to empty. */
class PriceThresholdsTest {
  private static final double[] DAY = {50, 30, 20, 40, 60, 90, 100, 70};

  private static DeviceHarness battery(double wear, double... prices) {
    return battery(Batteries.lossless().with("wearCost", wear), prices);
  }

  private static DeviceHarness battery(Configured<StorageSettings> settings, double... prices) {
    StorageSettings ofOneMegawatt = settings.with("pMaxMw", 1).with("responseSpread", 4).build();
    return DeviceHarness.of(new StorageFactory(), ofOneMegawatt)
        .hours(1)
        .series("price", Known.AHEAD, prices)
        .start();
  }

  @Test
  void buysInTheCheapestHourAndSellsInTheTwoDearest() {
    DeviceHarness battery = battery(0, DAY);
    double[] powers = new double[DAY.length];
    for (int t = 0; t < DAY.length; t++) {
      powers[t] = battery.request(battery.offer().respond(DAY[t])).step().pMw();
    }
    double[] expected = {0, 0, -1, 0, 0, 1, 1, 0};
    assertArrayEquals(expected, powers, 1e-12, Arrays.toString(powers));
  }

  @Test
  void doesNotTradeWhatDoesNotPayForWear() {
    // a cycle wears 2 · 50 USD/MWh, the spread of the day is 80
    Flexibility offer = battery(50, DAY).offer();
    assertTrue(offer.buy() <= 0, "buys at " + offer.buy());
  }

  /** At half a megawatt it empties in two hours, and sells what it bought in an hour in two. */
  @Test
  void countsTheHoursToSellWhereItDischargesMoreSlowly() {
    Flexibility offer =
        battery(Batteries.lossless().with("wearCost", 0).with("dischargeMaxMw", 0.5), DAY).offer();
    // one hour bought at 20, resold down to the fourth dearest, 60
    assertEquals(24, offer.buy(), 1e-12);
    assertEquals(56, offer.sell(), 1e-12);
  }

  @Test
  void neverBuysAboveWhatItSellsAt() {
    for (double[] prices : new double[][] {{50}, {50, 50, 50}, {10, 200}, {200, 10}, {-20, -30}}) {
      Flexibility offer = battery(5, prices).offer();
      assertTrue(offer.buy() <= offer.sell(), Arrays.toString(prices));
    }
  }

  @Test
  void answersPricesContinuously() {
    Flexibility offer = battery(0, DAY).offer();
    double last = offer.respond(0);
    for (double price = 0; price <= 150; price += 0.01) {
      double p = offer.respond(price);
      assertTrue(p >= last && p - last <= 0.01 / 4 + 1e-9, "jumps at " + price);
      last = p;
    }
  }
}
