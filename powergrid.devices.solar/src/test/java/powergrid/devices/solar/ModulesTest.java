package powergrid.devices.solar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.device.InverterSettings;
import powergrid.testkit.Configured;

class ModulesTest {
  private static Modules modules(double coefficient, double noctC) {
    return new Modules(
        Configured.of(SolarSettings.class)
            .with("pMaxMw", 1)
            .with("dcMw", 100)
            .with("performanceRatio", 1)
            .with("temperatureCoefficient", coefficient)
            .with("noctC", noctC)
            .with("inverter", InverterSettings.UNITY)
            .build());
  }

  /** Of pvlib-python, test_temperature.py: test_ross. */
  @ParameterizedTest
  @CsvSource({"1000, 20, 40, 45", "600, 40, 100, 100", "1000, 60, 20, 60"})
  void cellsWarmAsInPvlib(double irradiance, double airC, double noctC, double cellC) {
    assertEquals(cellC, modules(-0.3, noctC).cellC(irradiance, airC), 1e-12);
  }

  /** Of the same, test_pvsystem.py: test_pvwatts_dc_scalars, 88.65 at cells of 30 °C. */
  @Test
  void heatTakesPowerAsInPvwatts() {
    // with 45 °C, 900 W/m² warm by 25/800 · 900 = 28.125 K
    assertEquals(88.65, modules(-0.3, 45).mw(900, 30 - 28.125), 1e-12);
  }

  @Test
  void coldGivesMoreThanRated() {
    // 800 W/m² warm by 25 K, to 15 °C: 100 · 0.8 · (1 + 0.0047 · 10)
    assertEquals(83.76, modules(-0.47, 45).mw(800, -10), 1e-12);
  }

  @Test
  void temperatureIsLeftToThePerformanceRatioUnlessThereIsACoefficient() {
    assertEquals(90, modules(0, 45).mw(900, 60), 0);
  }

  @Test
  void noHeatTurnsPowerRound() {
    assertEquals(0, modules(-2, 100).mw(1000, 60), 0);
  }
}
