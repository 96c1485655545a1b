package powergrid.devices.solar;

/** Transposes irradiance to a tilted plane by Liu and Jordan's isotropic sky. */
final class PlaneOfArray {
  private final double cosTilt;
  private final double sinTilt;
  private final double azimuthDeg;
  private final double skyView;
  private final double groundView;

  /**
   * A plane.
   *
   * @param tiltDeg 0 for horizontal
   * @param azimuthDeg where it faces, from north clockwise
   * @param albedo of the ground before it
   */
  PlaneOfArray(double tiltDeg, double azimuthDeg, double albedo) {
    double tilt = Math.toRadians(tiltDeg);
    cosTilt = Math.cos(tilt);
    sinTilt = Math.sin(tilt);
    this.azimuthDeg = azimuthDeg;
    skyView = (1 + cosTilt) / 2;
    groundView = albedo * (1 - cosTilt) / 2;
  }

  /**
   * The cosine of the angle of incidence.
   *
   * @param elevationDeg of the sun, −90 to 90
   * @param sunAzimuthDeg of the sun, from north clockwise
   * @return below 0 where the sun is behind the plane
   */
  double cosIncidence(double elevationDeg, double sunAzimuthDeg) {
    double sinElevation = Math.sin(Math.toRadians(elevationDeg));
    double cosElevation = Math.sqrt(1 - sinElevation * sinElevation);
    double cosAside = Math.cos(Math.toRadians(sunAzimuthDeg - azimuthDeg));
    return sinElevation * cosTilt + cosElevation * sinTilt * cosAside;
  }

  /**
   * Diffuse irradiance in the plane, from sky and ground.
   *
   * @param diffuse on the horizontal, W/m²
   * @param global on the horizontal, W/m²
   * @return W/m²
   */
  double diffuse(double diffuse, double global) {
    return diffuse * skyView + global * groundView;
  }
}
