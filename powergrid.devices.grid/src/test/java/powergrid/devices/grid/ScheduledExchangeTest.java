package powergrid.devices.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

class ScheduledExchangeTest {
  private static Configured<GridSettings> settings() {
    return Configured.of(GridSettings.class)
        .with("mode", GridSettings.Mode.SCHEDULED)
        .with("demandWindow", Duration.ofMinutes(15))
        .with("sellFactor", 0.9)
        .with("importMaxMw", 3)
        .with("exportMaxMw", 2)
        .with("deviationPrice", 30);
  }

  private static DeviceHarness connection(double price) {
    return DeviceHarness.of(new GridFactory(), settings().build())
        .series("price", price)
        .hours(1)
        .start();
  }

  private static DeviceHarness step(DeviceHarness grid, double scheduledMw, double realisedMw) {
    return grid.action("exchange", scheduledMw).realise(flow -> flow.power(realisedMw, 0)).step();
  }

  @Test
  void theScheduleIsBilledAtThePrice() {
    DeviceHarness grid = connection(50);
    step(grid, 2, 2).expectCost(100, 1e-12);
    step(grid, -2, -2).expectCost(-90, 1e-12);
  }

  @Test
  void whatMissesItIsPenalisedOnTopOfItsEnergy() {
    DeviceHarness grid = connection(50);
    // bought 1 · 50, short of 1.5 MWh: 1.5 · (50 + 30)
    step(grid, 1, 2.5).expectCost(50 + 120, 1e-12);
    // bought 2 · 50, 1.5 MWh left: 1.5 · (−45 + 30)
    step(grid, 2, 0.5).expectCost(100 - 22.5, 1e-12);
  }

  @Test
  void noScheduleCostsLessThanTheTruth() {
    RandomStream random = new RandomStream(5);
    for (int day = 0; day < 100; day++) {
      DeviceHarness grid = connection(200 * random.nextDouble());
      double realised = 5 * random.nextDouble() - 2;
      double truth = step(grid, realised, realised).booked().costUsd();
      for (int lie = 0; lie < 100; lie++) {
        double said = 5 * random.nextDouble() - 2;
        double cost = step(grid, said, realised).booked().costUsd();
        assertTrue(cost >= truth - 1e-9, said + " MW instead of " + realised);
      }
    }
  }

  @Test
  void theScheduleStaysWithinTheLimits() {
    DeviceHarness grid = connection(10);
    step(grid, 99, 3).expectCost(30, 1e-12);
    step(grid, -99, -2).expectCost(-18, 1e-12);
    assertEquals(0, grid.start().actions().values()[0], "at rest");
  }

  @Test
  void limitsAreSafetyForWhatFlows() {
    assertEquals(0.5, step(connection(50), 0, 4.5).booked().severity(), 1e-12);
  }

  @Test
  void nothingIsBilledInABlackout() {
    DeviceHarness grid = connection(50);
    grid.action("exchange", 2).realise(FakeSettlement::black).step().expectCost(0, 0);
  }

  @Test
  void needsItsLimits() {
    ConfigurationException refused =
        assertThrows(
            ConfigurationException.class, () -> settings().with("exportMaxMw", Double.NaN).build());
    assertEquals("exportMaxMw", refused.path());
  }
}
