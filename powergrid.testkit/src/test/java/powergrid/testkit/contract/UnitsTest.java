package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MW",
        "MVAr",
        "MVA",
        "MWh",
        "USD/MWh",
        "USD/MW²h",
        "MW/h",
        "W/m²",
        "°C",
        "MWh/K",
        "1/h",
        "kg/MWh",
        "m³/h",
        "%",
        "m/s",
        "USD/K·h",
        "pu"
      })
  void knowsUnits(String unit) {
    assertEquals("", Units.wrong("x", unit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mw", "mWh", "MWH", "megawatt", "$/MWh", "MW h", "C"})
  void knowsNoOthers(String unit) {
    assertNotEquals("", Units.wrong("x", unit));
  }

  @ParameterizedTest
  @CsvSource({
    "pMaxMw, MW",
    "storage.deliverableMwh, MWh",
    "qMaxMvar, MVAr",
    "thermal.indoorC, °C",
    "lookAheadHours, h",
    "rampMwPerHour, MW/h",
    "costPerMwh, USD/MWh",
    "paidUsd, USD",
    "isDC, MW",
    "control.tapC, ''",
    "stepC, ''",
    "formsPu, pu"
  })
  void agreesWithNames(String name, String unit) {
    assertEquals("", Units.wrong(name, unit));
  }

  @ParameterizedTest
  @CsvSource({
    "pMaxMw, kW",
    "deliverableMwh, MW",
    "qMaxMvar, MVA",
    "indoorC, K",
    "lookAheadHours, min",
    "costPerMwh, MWh",
    "paidUsd, USD/h",
    "formsPu, V"
  })
  void disagreesWithNames(String name, String unit) {
    assertNotEquals("", Units.wrong(name, unit));
  }
}
