package powergrid.devices.solar;

import powergrid.api.device.InverterSettings;
import powergrid.api.plugin.Field;

/**
 * A photovoltaic plant's configuration.
 *
 * @param pMaxMw greatest active power, where the inverter clips
 * @param dcMw array's power at 1000 W/m² and 25 °C; NaN for 1.2 times {@code pMaxMw}
 * @param performanceRatio share of the array's power left after dirt, wiring and conversion, and
 *     after heat where {@code temperatureCoefficient} is 0
 * @param tiltDeg of the array, 0 for horizontal; NaN where {@code irradiance} is in its plane
 * @param azimuthDeg where a tilted array faces, from north clockwise
 * @param albedo of the ground before a tilted array
 * @param temperatureCoefficient change of the array's power with its cells' temperature
 * @param noctC nominal operating cell temperature
 * @param inverter what it does about reactive power and voltage
 * @param irradiance name of the series of irradiance: on the horizontal where {@code tiltDeg} is
 *     given, else in the plane of the array
 * @param directIrradiance name of the series of beam irradiance; of a tilted array
 * @param diffuseIrradiance name of the series of diffuse irradiance; of a tilted array
 * @param sunElevation name of the series of the sun's elevation; of a tilted array
 * @param sunAzimuth name of the series of the sun's azimuth; of a tilted array
 * @param temperature name of the series of air temperature, with a {@code temperatureCoefficient}
 */
public record SolarSettings(
    @Field(
            unit = "MW",
            min = 1e-6,
            max = 1e4,
            example = "1",
            help = "Greatest power, where the inverter clips")
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
            help = "Share left after dirt, wiring, conversion, and heat unless that has its own")
        double performanceRatio,
    @Field(
            unit = "°",
            min = 0,
            max = 90,
            optional = true,
            help = "Array's tilt, 0 horizontal; irradiance is in its plane if left out")
        double tiltDeg,
    @Field(
            unit = "°",
            min = 0,
            max = 360,
            value = "180",
            help = "Where a tilted array faces, from north clockwise")
        double azimuthDeg,
    @Field(min = 0, max = 1, value = "0.2", help = "Albedo of the ground before a tilted array")
        double albedo,
    @Field(
            unit = "%/K",
            min = -2,
            max = 0,
            value = "0",
            help = "Change of power with the cells' temperature; 0 leaves heat to the ratio")
        double temperatureCoefficient,
    @Field(
            unit = "°C",
            min = 20,
            max = 100,
            value = "45",
            help = "Nominal operating cell temperature")
        double noctC,
    @Field(value = "{}", help = "Reactive power and response to voltage") InverterSettings inverter,
    @Field(value = "irradiance", help = "Series of irradiance, W/m²: horizontal if tilted")
        String irradiance,
    @Field(value = "directIrradiance", help = "Series of beam irradiance, W/m², if tilted")
        String directIrradiance,
    @Field(value = "diffuseIrradiance", help = "Series of diffuse irradiance, W/m², if tilted")
        String diffuseIrradiance,
    @Field(value = "sunElevation", help = "Series of the sun's elevation, °, if tilted")
        String sunElevation,
    @Field(value = "sunAzimuth", help = "Series of the sun's azimuth, °, from north, if tilted")
        String sunAzimuth,
    @Field(value = "temperature", help = "Series of air temperature, °C, with a coefficient")
        String temperature) {
  /** The usual ratio of array to inverter power. */
  private static final double DC_TO_AC = 1.2;

  double mwPerIrradiance() {
    return (Double.isNaN(dcMw) ? DC_TO_AC * pMaxMw : dcMw) * performanceRatio / 1000;
  }

  boolean tilted() {
    return !Double.isNaN(tiltDeg);
  }

  boolean derated() {
    return temperatureCoefficient != 0;
  }
}
