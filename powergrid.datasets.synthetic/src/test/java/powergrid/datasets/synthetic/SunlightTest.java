package powergrid.datasets.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.dataset.Period;
import powergrid.api.random.RandomStream;

/** Where the sun stands, and how its light divides into beam and sky. */
class SunlightTest {
  private static final int IRRADIANCE = 1;
  private static final int DIRECT = 5;
  private static final int DIFFUSE = 6;
  private static final int ELEVATION = 7;
  private static final int AZIMUTH = 8;

  private static SyntheticSettings at(double latitude, double longitude, double offset) {
    return new SyntheticSettings(latitude, longitude, offset, 1, 1, 0.35, 18, 8, 6, 6.5, 2);
  }

  private static SolarPosition sun(SyntheticSettings place, String date) {
    SolarPosition sun = new SolarPosition(place);
    sun.day(LocalDate.parse(date));
    return sun;
  }

  /**
   * The worked example of Reda and Andreas (NREL/TP-560-34302): Golden, Colorado, 12:30:30 at
   * UTC−7; topocentric elevation without refraction 39.872046°, azimuth 194.340241°. Spencer's
   * series are good to 0.0006 rad in declination and 35 s in time, and his declination is that of
   * the day: half a degree at an equinox, when it changes fastest.
   */
  @Test
  void standsWhereTheReferenceAlgorithmHasIt() {
    SolarPosition sun = sun(at(39.742476, -105.1786, -7), "2003-10-17");
    double hour = 12 + 30.5 / 60;
    assertEquals(39.872046, sun.elevation(hour), 0.5);
    assertEquals(194.340241, sun.azimuth(hour), 0.3);
  }

  /** At an equinox the sun rises due east and sets due west, wherever one stands. */
  @ParameterizedTest
  @CsvSource({"52, 90, 180, 270", "-35, 90, 0, 270"})
  void goesFromEastToWestByTheEquatorsSide(
      double latitude, double rises, double noon, double sets) {
    SolarPosition sun = sun(at(latitude, 0, 0), "2023-03-21");
    double transit = 12 + 7.4 / 60; // equation of time −7.4 min, NOAA
    assertEquals(rises, sun.azimuth(transit - 6), 0.5);
    double off = Math.abs(noon - sun.azimuth(transit));
    assertEquals(0, Math.min(off, 360 - off), 0.5);
    assertEquals(sets, sun.azimuth(transit + 6), 0.5);
    assertEquals(90 - Math.abs(latitude), sun.elevation(transit), 0.5);
    assertEquals(0, sun.elevation(transit - 6), 0.5);
  }

  /** What pvlib's implementation of the same correlation is tested with (its {@code test_erbs}). */
  @ParameterizedTest
  @CsvSource({
    "2019-01-01, 50, 85, 41.5703604, 96.7192672, 0.405723511",
    "2019-01-01, 1000, 10, 217.860117, 794.205651, 0.718132729",
    "2019-06-20, 1000, 10, 170.790318, 842.001578, 0.768214312"
  })
  void dividesAsErbsKleinAndDuffieFound(
      String date, double global, double zenith, double diffuse, double direct, double index) {
    double cosZenith = Math.cos(Math.toRadians(zenith));
    double kt = global / (sun(at(0, 0, 0), date).extraterrestrial() * cosZenith);
    assertEquals(index, kt, 1e-6);
    double share = Erbs.diffuseShare(kt);
    assertEquals(diffuse, share * global, 1e-3 * global / 100);
    assertEquals(direct, (1 - share) * global / cosZenith, 1e-3 * global / 10);
  }

  @Test
  void theDiffuseShareHasTheEndsOfThePaper() {
    assertEquals(1, Erbs.diffuseShare(0));
    assertEquals(1 - 0.09 * 0.2, Erbs.diffuseShare(0.2), 1e-12);
    assertEquals(0.165, Erbs.diffuseShare(0.9));
    assertEquals(Erbs.diffuseShare(0.22), Erbs.diffuseShare(0.2200001), 2e-3, "joins");
    assertEquals(0.165, Erbs.diffuseShare(0.8), 2e-3, "joins");
  }

  @Test
  void beamAndDiffuseAddUpToTheGlobalIrradianceInEveryInterval() {
    Synthetic dataset = new Synthetic(at(34.05, -118.24, -8));
    Period year = new Period(LocalDateTime.of(2023, 1, 1, 0, 0), Duration.ofMinutes(15), 365 * 96);
    int[] columns = {IRRADIANCE, DIRECT, DIFFUSE, ELEVATION, AZIMUTH};
    double[][] v = new double[columns.length][year.intervals()];
    dataset.fill(year, new RandomStream(3), columns, v);
    double overcast = 0;
    double most = 0;
    for (int t = 0; t < year.intervals(); t++) {
      double sinElevation = Math.sin(Math.toRadians(v[3][t]));
      assertEquals(v[0][t], v[1][t] * Math.max(0, sinElevation) + v[2][t], 1e-9);
      assertTrue(v[1][t] >= 0 && v[2][t] >= 0);
      assertEquals(v[3][t] > 0, v[0][t] > 0 || (sinElevation > 0 && sinElevation < 1e-3));
      overcast += v[0][t] > 0 && v[1][t] < 0.1 * v[0][t] ? 1 : 0;
      most = Math.max(most, v[1][t]);
    }
    assertTrue(overcast > 500, "days without a shadow");
    assertTrue(most > 800 && most < 1000, "beam of a clear day " + most);
  }
}
