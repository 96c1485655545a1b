package powergrid.devices.solar;

/** The power that irradiance and air temperature make of an array, after all its losses. */
final class Modules {
  /** Cell temperature that modules are rated at, °C. */
  private static final double RATED_AT_C = 25;

  /** Air temperature and irradiance that a nominal operating cell temperature is measured at. */
  private static final double NOCT_AIR_C = 20;

  private static final double NOCT_IRRADIANCE = 800;

  private final double mwPerIrradiance;
  private final double warmingPerIrradiance;
  private final double perKelvin;

  Modules(SolarSettings settings) {
    mwPerIrradiance = settings.mwPerIrradiance();
    warmingPerIrradiance = (settings.noctC() - NOCT_AIR_C) / NOCT_IRRADIANCE;
    perKelvin = settings.temperatureCoefficient() / 100;
  }

  /**
   * The cells' temperature.
   *
   * @param irradiance in their plane, W/m²
   * @param airC around them, °C
   * @return °C
   */
  double cellC(double irradiance, double airC) {
    return airC + warmingPerIrradiance * irradiance;
  }

  /**
   * Power before the inverter clips it.
   *
   * @param irradiance in their plane, W/m²
   * @param airC around them, °C; without effect where the coefficient is 0
   * @return MW; below 0 where both make no sense, which is for the caller to clip
   */
  double mw(double irradiance, double airC) {
    double heat = Math.max(0, 1 + perKelvin * (cellC(irradiance, airC) - RATED_AT_C));
    return mwPerIrradiance * irradiance * heat;
  }
}
