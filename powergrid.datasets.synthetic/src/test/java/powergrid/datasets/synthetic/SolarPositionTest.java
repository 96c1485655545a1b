package powergrid.datasets.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SolarPositionTest {
  private static SolarPosition at(double latitude, double longitude, double offset, String date) {
    SyntheticSettings settings =
        new SyntheticSettings(latitude, longitude, offset, 1, 1, 0.35, 18, 8, 6, 6.5, 2);
    SolarPosition sun = new SolarPosition(settings);
    sun.day(LocalDate.parse(date));
    return sun;
  }

  private static double noon(SolarPosition sun) {
    double best = 0;
    for (double hour = 10; hour < 15; hour += 0.001) {
      best = sun.cosZenith(hour) > sun.cosZenith(best) ? hour : best;
    }
    return best;
  }

  @Test
  void standsOverTheTropicsAtTheSolstices() {
    // obliquity of the ecliptic 23.44°
    assertEquals(1, at(23.44, 0, 0, "2023-06-21").cosZenith(12), 1e-3);
    assertEquals(1, at(-23.44, 0, 0, "2023-12-22").cosZenith(12), 1e-3);
    assertEquals(1, at(0, 0, 0, "2023-03-21").cosZenith(12), 1e-3);
  }

  @Test
  void passesTheMeridianByTheEquationOfTime() {
    // NOAA solar calculator: +16.4 min on 3 November, −14.2 min on 11 February
    assertEquals(12 - 16.4 / 60, noon(at(34, 0, 0, "2023-11-03")), 0.02);
    assertEquals(12 + 14.2 / 60, noon(at(34, 0, 0, "2023-02-11")), 0.02);
  }

  @Test
  void passesTheMeridianByTheClocksLongitude() {
    // 118.24° W is 1.76° east of the zone's 120° W: 7.04 min earlier
    double shift = noon(at(34, -118.24, -8, "2023-06-21")) - noon(at(34, -120, -8, "2023-06-21"));
    assertEquals(-7.04 / 60, shift, 0.002);
  }

  @Test
  void staysUpAsLongAsTheSunriseEquationSays() {
    // cos ω = −tan φ tan δ: 2 ω / 15° = 14.27 h at 34.05° N on the summer solstice
    double expected =
        2
            * Math.toDegrees(
                Math.acos(-Math.tan(Math.toRadians(34.05)) * Math.tan(Math.toRadians(23.44))))
            / 15;
    SolarPosition sun = at(34.05, 0, 0, "2023-06-21");
    double up = 0;
    for (double hour = 0; hour < 24; hour += 0.001) {
      up += sun.cosZenith(hour) > 0 ? 0.001 : 0;
    }
    assertEquals(expected, up, 0.02);
  }

  @Test
  void shinesAsHaurwitzFound() {
    assertEquals(1098 * Math.exp(-0.057), SolarPosition.clearSky(1), 1e-9);
    assertEquals(549 * Math.exp(-0.114), SolarPosition.clearSky(0.5), 1e-9);
    assertEquals(0, SolarPosition.clearSky(-0.1));
    assertTrue(SolarPosition.clearSky(1e-9) >= 0);
  }
}
