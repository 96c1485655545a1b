package powergrid.scenario.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "500, kW, MW, 0.5",
    "2, GWh, kWh, 2000000",
    "3, kvar, MVAr, 0.003",
    "90, min, h, 1.5",
    "1, d, s, 86400",
    "0.05, USD/kWh, USD/MWh, 50",
    "60, kW/min, MW/h, 3.6",
    "7, km, m, 7000",
    "5, %, %, 5"
  })
  void numbersAreConvertedWithinADimension(
      BigDecimal number, String from, String to, double expected) {
    assertEquals(expected, Unit.of(from).convert(number, Unit.of(to)).doubleValue());
  }

  @ParameterizedTest
  @CsvSource({"MW, MVA", "MW, MWh", "mW, MW", "mw, MW", "USD/MWh, MWh", "m, min", "pu, %"})
  void dimensionsAreKeptApart(String one, String other) {
    assertFalse(Unit.of(one).converts(Unit.of(other)));
  }
}
