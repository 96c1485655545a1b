package powergrid.devices.wind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.dataset.Known;
import powergrid.api.device.InverterSettings;
import powergrid.api.device.InverterSettings.Reactive;
import powergrid.api.device.VoltageCurve;
import powergrid.api.network.Connection;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/** A unit of 0.1 MW of class ii: 0.06693 MW at 9 m/s, 0.08554 MW at 10 m/s. */
class WindTest {
  private static Configured<WindSettings> settings() {
    return Configured.of(WindSettings.class)
        .with("pMaxMw", 0.1)
        .with("iecClass", IecClass.II)
        .with("powerCurve", List.of())
        .with("inverter", InverterSettings.UNITY);
  }

  private static DeviceHarness unit(Configured<WindSettings> settings, double... speed) {
    return DeviceHarness.of(new WindFactory(), settings.build())
        .series("windSpeed", Known.AFTER, speed)
        .start();
  }

  private static InverterSettings inverter(double ratingMva, Reactive reactive, boolean voltWatt) {
    return new InverterSettings(
        ratingMva, reactive, Double.NaN, 0.8, VoltageCurve.Category.B, voltWatt);
  }

  @Test
  void feedsInWhatTheWindGives() {
    DeviceHarness unit = unit(settings(), 2.9, 9, 12, 25, 25.1);
    unit.step().expectPower(0);
    unit.step().expectPower(0.06693);
    unit.step().expectPower(0.09942);
    unit.step().expectPower(0.1);
    unit.step().expectPower(0).expectCost(0, 0);
    assertEquals(0, unit.booked().curtailedMwh(), 0, "standing still in a storm curtails nothing");
  }

  @Test
  void feedsInBetweenTwoPhases() {
    DeviceHarness unit =
        DeviceHarness.of(new WindFactory(), settings().build())
            .connected("bc", Connection.DELTA)
            .series("windSpeed", 10)
            .start();
    unit.step().expectPower(0.08554);
    assertEquals(0.08554, unit.booked().pMw(1), 1e-12);
  }

  @Test
  void booksWhatItsCeilingKeepsBack() {
    DeviceHarness unit = unit(settings(), 10).action("pLimit", 0.03).step().expectPower(0.03);
    assertEquals((0.08554 - 0.03) * 0.25, unit.booked().curtailedMwh(), 1e-12);
    unit.expectState("wind.availableMw", 0.08554, 1e-12);
  }

  @Test
  void offersWhatTheLastSpeedWouldGive() {
    DeviceHarness unit = unit(settings(), 9, 10).step();
    assertEquals(0.06693, unit.offer().maxMw(), 1e-12);
    assertEquals(0.06693, unit.intendedMw(), 1e-12);
    assertEquals(0.06693, unit.offer().respond(1), 1e-12, "costs nothing");
  }

  @Test
  void liftsItsCeilingWhenAskedForAllItOffered() {
    DeviceHarness unit = unit(settings(), 9, 10).step();
    unit.request(unit.offer().maxMw()).step().expectPower(0.08554);
    unit.request(0.07).step().expectPower(0.07);
  }

  @Test
  void reactivePowerTakesWhatActivePowerLeavesOfTheRating() {
    // beside 0.1 MW an inverter of 0.125 MVA has 0.075 MVAr
    DeviceHarness unit =
        unit(settings().with("inverter", inverter(0.125, Reactive.ACTION, false)), 20, 0);
    unit.action("q", 0.1).step().expectPower(0.1);
    assertEquals(0.075, unit.qMvar(), 1e-12);
    unit.step().expectPower(0);
    assertEquals(0.1, unit.qMvar(), 1e-12);
  }

  @Test
  void whatVoltWattTakesAwayIsCurtailed() {
    // at 1.08 pu the curve of IEEE 1547-2018 leaves 0.6 of the rating
    DeviceHarness unit =
        unit(settings().with("inverter", inverter(0.1, Reactive.UNITY, true)), 20)
            .realise(flow -> flow.voltage(1.08));
    unit.step().expectPower(0.1);
    assertEquals(0.06, unit.booked().pMw(), 1e-12);
    assertEquals(0.04 * 0.25, unit.booked().curtailedMwh(), 1e-12);
  }

  @Test
  void allIsCurtailedInABlackout() {
    DeviceHarness unit = unit(settings(), 10).realise(FakeSettlement::black).step();
    assertEquals(0.08554 * 0.25, unit.booked().curtailedMwh(), 1e-12);
  }

  @Test
  void keepsItsRatingAndItsBalanceWhateverWindVoltageAndActions() {
    DeviceHarness unit =
        unit(
            settings()
                .with("measuredAtM", 10)
                .with("inverter", inverter(0.11, Reactive.VOLT_VAR, true)),
            0);
    RandomStream random = new RandomStream(7);
    for (int t = 0; t < 10_000; t++) {
      unit.series("windSpeed", Known.AFTER, 30 * random.nextDouble());
      double pu = 0.8 + 0.4 * random.nextDouble();
      unit.action("pLimit", 0.3 * random.nextDouble() - 0.1).realise(flow -> flow.voltage(pu));
      double p = unit.step().booked().pMw();
      double q = unit.booked().qMvar();
      double available = unit.state("wind.availableMw");
      assertTrue(p >= 0 && p <= available && available <= 0.1, "power " + p);
      assertTrue(p * p + q * q <= 0.11 * 0.11 + 1e-12, "P " + p + ", Q " + q);
      assertEquals((available - p) / 4, unit.booked().curtailedMwh(), 1e-12, "balance");
    }
  }
}
