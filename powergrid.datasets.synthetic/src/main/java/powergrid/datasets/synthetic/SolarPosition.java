package powergrid.datasets.synthetic;

import java.time.LocalDate;

/** The sun over a place on a day: Spencer's series and Haurwitz's clear sky. */
final class SolarPosition {
  private final double latitude;
  private final double clockMinusSolarNoonHours;
  private double solarTimeShiftHours;
  private double sinSin;
  private double cosCos;

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
  }

  /**
   * The cosine of the zenith angle.
   *
   * @param clockHours since midnight
   * @return below 0 at night
   */
  double cosZenith(double clockHours) {
    double hourAngle = (clockHours + solarTimeShiftHours - 12) * (Math.PI / 12);
    return sinSin + cosCos * StrictMath.cos(hourAngle);
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
