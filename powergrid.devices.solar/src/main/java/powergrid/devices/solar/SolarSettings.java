package powergrid.devices.solar;

import powergrid.api.plugin.Field;

/**
 * A photovoltaic plant's configuration.
 *
 * @param pMaxMw inverter's rating
 * @param dcMw array's power at 1000 W/m²; NaN for 1.2 times the inverter's rating
 * @param performanceRatio share of the array's power left after heat, dirt, wiring and conversion
 * @param irradiance name of the series of irradiance in the plane of the array, W/m²
 */
public record SolarSettings(
    @Field(unit = "MW", min = 1e-6, max = 1e4, example = "1", help = "Inverter's rating")
        double pMaxMw,
    @Field(
            unit = "MW",
            min = 1e-6,
            optional = true,
            help = "Array's power at 1000 W/m²; 1.2 times pMaxMw if left out")
        double dcMw,
    @Field(
            min = 0.1,
            max = 1,
            value = "0.85",
            help = "Share left after heat, dirt, wiring and conversion")
        double performanceRatio,
    @Field(value = "irradiance", help = "Series of irradiance, W/m²") String irradiance) {
  /** The usual ratio of array to inverter power. */
  private static final double DC_TO_AC = 1.2;

  double mwPerIrradiance() {
    return (Double.isNaN(dcMw) ? DC_TO_AC * pMaxMw : dcMw) * performanceRatio / 1000;
  }
}
