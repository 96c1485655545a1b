package powergrid.devices.wind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.device.InverterSettings;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;

class WindSettingsTest {
  /** Whose power in MW is the speed at the hub in m/s. */
  private static final List<PowerCurvePoint> SPEEDOMETER =
      List.of(new PowerCurvePoint(0, 0), new PowerCurvePoint(50, 1));

  private static Configured<WindSettings> settings(List<PowerCurvePoint> curve) {
    return Configured.of(WindSettings.class)
        .with("pMaxMw", 50)
        .with("iecClass", IecClass.II)
        .with("powerCurve", curve)
        .with("inverter", InverterSettings.UNITY);
  }

  private static void refuses(String field, Configured<WindSettings> settings) {
    assertEquals(field, assertThrows(ConfigurationException.class, settings::build).path());
  }

  /** King, Clifton and Hodge (2014), as NREL/turbine-models has it: WTK_Validation_IEC-*.csv. */
  @ParameterizedTest
  @CsvSource({
    "2, 0, 0, 0",
    "3, 0.0043, 0.0052, 0.0054",
    "4, 0.0323, 0.0423, 0.053",
    "6, 0.1426, 0.1909, 0.2508",
    "8, 0.3528, 0.4731, 0.5952",
    "10, 0.6732, 0.8554, 0.9178",
    "11, 0.8287, 0.9641, 0.9796",
    "12, 0.9264, 0.9942, 1",
    "13, 0.9774, 0.9994, 1",
    "14, 0.9946, 1, 1",
    "16, 0.999, 1, 1",
    "17, 1, 1, 1",
    "22, 1, 1, 1",
    "23, 1, 1, 0",
    "25, 1, 1, 0",
    "26, 0, 0, 0"
  })
  void classesHaveThePublishedCurves(double speed, double i, double ii, double iii) {
    assertEquals(
        50 * i, settings(List.of()).with("iecClass", IecClass.I).build().curve().mw(speed));
    assertEquals(50 * ii, settings(List.of()).build().curve().mw(speed), 1e-12);
    assertEquals(
        50 * iii, settings(List.of()).with("iecClass", IecClass.III).build().curve().mw(speed));
  }

  @Test
  void isStraightBetweenPoints() {
    // class ii has 0.3127 at 7 and 0.4731 at 8 m/s
    assertEquals(50 * 0.3929, settings(List.of()).build().curve().mw(7.5), 1e-12);
  }

  /** Of windpowerlib, test_wind_speed.py: test_hellman, 1/α = ln(100 m / 0.15 m). */
  @ParameterizedTest
  @CsvSource({"5, 7.12462437", "6.5, 9.26201168"})
  void takesTheSpeedToTheHub(double measured, double atHub) {
    PowerCurve curve =
        settings(SPEEDOMETER)
            .with("measuredAtM", 10)
            .with("hubHeightM", 100)
            .with("shearExponent", 1 / Math.log(100 / 0.15))
            .build()
            .curve();
    assertEquals(atHub, curve.mw(measured), 1e-8);
  }

  @Test
  void cutsOutByTheSpeedAtTheHub() {
    // 16 times as high with an exponent of 1/4: twice the speed, so 25 m/s are 12.5 m/s below
    PowerCurve curve =
        settings(List.of())
            .with("measuredAtM", 5)
            .with("hubHeightM", 80)
            .with("shearExponent", 0.25)
            .build()
            .curve();
    assertEquals(50 * 0.8554, curve.mw(5), 1e-12);
    assertEquals(50, curve.mw(12.5), 1e-12);
    assertEquals(0, curve.mw(12.6), 0);
  }

  @Test
  void theSeriesIsAtTheHubUnlessItsHeightIsGiven() {
    assertEquals(7, settings(SPEEDOMETER).with("hubHeightM", 30).build().curve().mw(7), 1e-12);
  }

  @Test
  void cutOutShortensOrLengthensThePowerCurve() {
    PowerCurve shorter = settings(SPEEDOMETER).with("cutOutMs", 20).build().curve();
    assertEquals(20, shorter.mw(20), 1e-12);
    assertEquals(0, shorter.mw(20.1), 0);
    PowerCurve longer = settings(SPEEDOMETER).with("cutOutMs", 60).build().curve();
    assertEquals(50, longer.mw(60), 1e-12);
    assertEquals(0, longer.mw(60.1), 0);
  }

  @Test
  void refusesWhatIsNoCurve() {
    PowerCurvePoint point = new PowerCurvePoint(5, 0.5);
    refuses("powerCurve", settings(List.of(point)));
    refuses("powerCurve", settings(List.of(point, point)));
    refuses("cutOutMs", settings(List.of()).with("cutOutMs", 3));
  }
}
