package powergrid.devices.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

class GridTest {
  private static DeviceHarness meter(Configured<GridSettings> settings, double... price) {
    return DeviceHarness.of(new GridFactory(), settings.build()).series("price", price).start();
  }

  private static Configured<GridSettings> settings() {
    return Configured.of(GridSettings.class)
        .with("mode", GridSettings.Mode.METERED)
        .with("demandWindow", Duration.ofMinutes(15));
  }

  @Test
  void metersTheSourceAndDecidesNothing() {
    DeviceHarness meter = meter(settings(), 50);
    assertTrue(meter.metersSource());
    assertEquals(0, meter.actions().space().size());
  }

  @Test
  void billsImportAtThePriceOfTheStep() {
    DeviceHarness meter = meter(settings(), 50, 80).realise(flow -> flow.power(2, 1));
    meter.step().expectCost(2 * 50 * 0.25, 1e-12);
    meter.step().expectCost(2 * 80 * 0.25, 1e-12);
  }

  @Test
  void paysAShareOfThePriceForExport() {
    meter(settings().with("sellFactor", 0.9), 50)
        .realise(flow -> flow.power(-2, 0))
        .step()
        .expectCost(-2 * 0.9 * 50 * 0.25, 1e-12);
  }

  @Test
  void paysTheSpreadLessForExport() {
    DeviceHarness meter = meter(settings().with("sellFactor", 0.8).with("spread", 6), 50);
    meter.realise(flow -> flow.power(-2, 0)).step().expectCost(-2 * (0.8 * 50 - 6) / 4, 1e-12);
    meter.realise(flow -> flow.power(2, 0)).step().expectCost(2 * 50 / 4.0, 1e-12);
  }

  @Test
  void refusesAWindowOfNoTime() {
    assertThrows(
        ConfigurationException.class, () -> settings().with("demandWindow", Duration.ZERO).build());
  }

  @Test
  void booksViolationsOfItsLimits() {
    DeviceHarness meter =
        meter(settings().with("importMaxMw", 2).with("exportMaxMw", 1), 50).hours(1);
    assertEquals(0.5, severity(meter, 3), 1e-12);
    assertEquals(0, severity(meter, 2), 0);
    assertEquals(0.2, severity(meter, -1.2), 1e-12);
    assertEquals(0, severity(meter(settings(), 50), 1000), 0, "no limit");
  }

  private static double severity(DeviceHarness meter, double importMw) {
    return meter.realise(flow -> flow.power(importMw, 0)).step().booked().severity();
  }
}
