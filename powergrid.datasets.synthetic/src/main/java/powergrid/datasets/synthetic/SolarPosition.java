package powergrid.datasets.synthetic;

import java.time.LocalDate;

/** The sun over a place on a day: Spencer's series and Haurwitz's clear sky. */
final class SolarPosition {
  /** Irradiance outside the atmosphere at the mean distance from the sun, W/m² (ASTM E490). */
  private static final double SOLAR_CONSTANT = 1366.1;

  private final double latitude;
  private final double clockMinusSolarNoonHours;
  private double solarTimeShiftHours;
  private double sinSin;
  private double cosCos;
  private double sinCos;
  private double cosSin;
  private double cosDeclination;
  private double extraterrestrial;

  SolarPosition(SyntheticSettings settings) {
    latitude = StrictMath.toRadians(settings.latitudeDeg());
    clockMinusSolarNoonHours = settings.utcOffsetHours() - settings.longitudeDeg() / 15;
  }

  /** Moves to a day. */
  void day(LocalDate date) {
    double g = 2 * Math.PI * (date.getDayOfYear() - 1) / 365;
    double c1 = StrictMath.cos(g);
    double s1 = StrictMath.sin(g);
    double c2 = StrictMath.cos(2 * g);
    double s2 = StrictMath.sin(2 * g);
    double declination =
        0.006918
            - 0.399912 * c1
            + 0.070257 * s1
            - 0.006758 * c2
            + 0.000907 * s2
            - 0.002697 * StrictMath.cos(3 * g)
            + 0.00148 * StrictMath.sin(3 * g);
    double equationOfTimeMinutes =
        229.18 * (0.000075 + 0.001868 * c1 - 0.032077 * s1 - 0.014615 * c2 - 0.040849 * s2);
    solarTimeShiftHours = equationOfTimeMinutes / 60 - clockMinusSolarNoonHours;
    sinSin = StrictMath.sin(latitude) * StrictMath.sin(declination);
    cosCos = StrictMath.cos(latitude) * StrictMath.cos(declination);
    cosDeclination = StrictMath.cos(declination);
    sinCos = StrictMath.sin(latitude) * cosDeclination;
    cosSin = StrictMath.cos(latitude) * StrictMath.sin(declination);
    double distance = 1.00011 + 0.034221 * c1 + 0.00128 * s1 + 0.000719 * c2 + 0.000077 * s2;
    extraterrestrial = SOLAR_CONSTANT * distance;
  }

  /**
   * The cosine of the zenith angle.
   *
   * @param clockHours since midnight
   * @return below 0 at night
   */
  double cosZenith(double clockHours) {
    return sinSin + cosCos * StrictMath.cos(hourAngle(clockHours));
  }

  /** 0 when the sun passes the meridian, growing westward. */
  private double hourAngle(double clockHours) {
    return (clockHours + solarTimeShiftHours - 12) * (Math.PI / 12);
  }

  /**
   * How high the sun stands, without refraction.
   *
   * @param clockHours since midnight
   * @return degrees, below 0 at night
   */
  double elevation(double clockHours) {
    return StrictMath.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, cosZenith(clockHours)))));
  }

  /**
   * In which direction the sun stands.
   *
   * @param clockHours since midnight
   * @return degrees from north by east, 0 to 360
   */
  double azimuth(double clockHours) {
    double angle = hourAngle(clockHours);
    double east = -cosDeclination * StrictMath.sin(angle);
    double north = cosSin - sinCos * StrictMath.cos(angle);
    double degrees = StrictMath.toDegrees(StrictMath.atan2(east, north));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  /**
   * Irradiance outside the atmosphere on a plane that faces the sun.
   *
   * @return W/m²
   */
  double extraterrestrial() {
    return extraterrestrial;
  }

  /**
   * Haurwitz's global horizontal irradiance under a clear sky.
   *
   * @param cosZenith of the sun
   * @return W/m²
   */
  static double clearSky(double cosZenith) {
    return cosZenith <= 0 ? 0 : 1098 * cosZenith * StrictMath.exp(-0.057 / cosZenith);
  }
}
