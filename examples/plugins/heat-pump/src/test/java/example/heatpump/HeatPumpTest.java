package example.heatpump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.agent.Flexibility;
import powergrid.api.dataset.Known;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/** A pump of 50 kW at a supply of 35 °C; its building loses 4 kW/K and stores 0.12 MWh/K: 30 h. */
class HeatPumpTest {
  private static final double MAX_MW = 0.05;
  private static final double LOSS = 0.004;
  private static final String TEMPERATURE = "thermal.temperatureC";

  /** The fit at a lift of 30 K, 5 °C outside: 6.81 − 3.63 + 0.567. */
  private static final double COP = 3.747;

  private static Configured<HeatPumpSettings> settings() {
    return Configured.of(HeatPumpSettings.class)
        .with("maxConsumptionMw", MAX_MW)
        .with("lossMwPerK", LOSS)
        .with("capacityMwhPerK", 0.12);
  }

  private static DeviceHarness start(double startC, double outdoorC) {
    return DeviceHarness.of(new HeatPumpFactory(), settings().with("startC", startC).build())
        .series("temperature", outdoorC)
        .start();
  }

  @ParameterizedTest
  @CsvSource({
    // 6.81 − 0.121 ΔT + 0.000630 ΔT² by hand
    "5, 3.747", // 30 K
    "-15, 2.335", // 50 K: 6.81 − 6.05 + 1.575
    "-25, 1.818", // 60 K: 6.81 − 7.26 + 2.268
    "-40, 1.818", // beyond the fit
    "20, 5.13675", // 15 K: 6.81 − 1.815 + 0.14175
    "30, 5.13675"
  })
  void theCoefficientOfPerformanceIsThePublishedFit(double outdoorC, double expected) {
    assertEquals(expected, settings().build().performance(outdoorC), 1e-12);
  }

  @Test
  void keepsTheLeastTemperatureWithWhatIsLost() {
    start(20, 5).step().expectPower(-LOSS * (20 - 5) / COP).expectState(TEMPERATURE, 20, 1e-9);
  }

  @Test
  void coolsExponentiallyInABlackout() {
    // after a time constant, 1/e of the difference is left
    start(21, 5)
        .hours(30)
        .realise(FakeSettlement::black)
        .step()
        .expectState(TEMPERATURE, 5 + 16 / Math.E, 1e-9);
  }

  @Test
  void heatsByWhatFlowedTimesItsPerformance() {
    double e = Math.exp(-0.25 / 30);
    double limit = 5 + 0.03 * COP / LOSS;
    start(21, 5)
        .request(-0.03)
        .step()
        .expectPower(-0.03)
        .expectState(TEMPERATURE, limit + (21 - limit) * e, 1e-9);
  }

  @Test
  void theCompressorIsOffOrAtItsLeastLoad() {
    start(21, 5).request(-0.007).step().expectPower(0);
    start(21, 5).request(-0.008).step().expectPower(-0.3 * MAX_MW);
  }

  @Test
  void runsAtItsLeastLoadRatherThanGetTooCold() {
    // 16 °C outside: 4 K · 4 kW/K need less than 5 kW
    start(20, 16).step().expectPower(-0.3 * MAX_MW);
  }

  @Test
  void staysOffWhereItsLeastLoadWouldOverheat() {
    start(22, 16).request(-MAX_MW).step().expectPower(0);
  }

  @Test
  void neverConsumesMoreThanItCan() {
    DeviceHarness pump = start(20, -40);
    pump.step().expectPower(-MAX_MW);
    assertTrue(pump.state(TEMPERATURE) < 20);
    double outside = 20 - pump.state(TEMPERATURE);
    assertEquals(outside / 2 * 0.25, pump.booked().severity(), 1e-12, "in bands of 2 K");
  }

  @Test
  void offersFromTheTemperatureKnown() {
    DeviceHarness pump =
        DeviceHarness.of(new HeatPumpFactory(), settings().with("startC", 20).build())
            .series("temperature", Known.AFTER, 5, -5)
            .start();
    pump.step();
    Flexibility offer = pump.offer();
    assertEquals(10 * COP, offer.buy(), 1e-12, "heat is worth 10 USD/MWh");
    assertEquals(-LOSS * 15 / COP, offer.maxMw(), 1e-9);
    // it is 10 K colder really: 6.81 − 0.121 · 40 + 0.000630 · 40² = 2.978
    assertEquals(-LOSS * 25 / 2.978, pump.step().pMw(), 1e-9);
  }

  @Test
  void closesItsHeatBalanceAndKeepsItsLimitsWhateverIsAsked() {
    DeviceHarness pump = start(21, 5);
    Random random = new Random(7);
    for (int t = 0; t < 10_000; t++) {
      double outdoorC = 45 * random.nextDouble() - 15;
      pump.series("temperature", Known.NOW, outdoorC);
      double before = pump.state(TEMPERATURE);
      pump.request(0.2 * random.nextDouble() - 0.15).step();
      double p = pump.pMw();
      assertTrue(p == 0 || (p >= -MAX_MW && p <= -0.3 * MAX_MW), "power " + p);
      // C (T' − T) = COP c Δt − U ∫(T − outdoor), the integral of the exponential in closed form
      double heat = -p * settings().build().performance(outdoorC);
      double limit = outdoorC + heat / LOSS;
      double integral =
          (limit - outdoorC) * 0.25 + (before - limit) * 30 * (1 - Math.exp(-0.25 / 30));
      double stored = 0.12 * (pump.state(TEMPERATURE) - before);
      assertEquals(stored, heat * 0.25 - LOSS * integral, 1e-9);
    }
  }

  @Test
  void refusesSettingsThatDoNotGoTogether() {
    assertEquals("minC", refused(settings().with("minC", 22)));
    assertEquals("supplyC", refused(settings().with("supplyC", 25).with("maxC", 26)));
  }

  private static String refused(Configured<HeatPumpSettings> settings) {
    return assertThrows(ConfigurationException.class, settings::build).path();
  }
}
