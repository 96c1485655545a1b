package powergrid.devices.hvac;

import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A building's configuration.
 *
 * @param maxConsumptionMw greatest power
 * @param mode what it can do
 * @param heatingCop heat given per energy taken
 * @param coolingCop heat removed per energy taken
 * @param minC least temperature of comfort
 * @param maxC greatest temperature of comfort
 * @param startC temperature of air and envelope at the start
 * @param airMwhPerK heat capacity of the air and what is in it
 * @param envelopeMwhPerK heat capacity of the envelope
 * @param airToEnvelopeMwPerK conductance between them
 * @param envelopeToOutdoorMwPerK conductance from the envelope to outdoors
 * @param infiltrationMwPerK conductance from the air to outdoors, by windows and leaks
 * @param internalGainMw heat of people and equipment
 * @param solarApertureM2 area through which the irradiance heats
 * @param comfortValue what a MWh consumed within the band is worth
 * @param discomfortCost of a kelvin beyond the band for an hour
 * @param powerFactor of what it consumes, lagging
 * @param temperature name of the series of outdoor temperature, °C
 * @param irradiance name of the series of irradiance, W/m²; not needed without an aperture
 */
public record HvacSettings(
    @Field(unit = "MW", min = 1e-6, max = 1e3, example = "0.05", help = "Greatest power")
        double maxConsumptionMw,
    @Field(value = "auto", help = "What it can do") Mode mode,
    @Field(min = 0.5, max = 10, value = "3", help = "Heat given per energy taken")
        double heatingCop,
    @Field(min = 0.5, max = 10, value = "3", help = "Heat removed per energy taken")
        double coolingCop,
    @Field(unit = "°C", min = 0, max = 50, value = "20", help = "Least temperature of comfort")
        double minC,
    @Field(unit = "°C", min = 0, max = 50, value = "24", help = "Greatest temperature of comfort")
        double maxC,
    @Field(unit = "°C", min = 0, max = 50, value = "22", help = "Temperature at the start")
        double startC,
    @Field(
            unit = "MWh/K",
            min = 1e-7,
            max = 10,
            value = "0.002",
            help = "Heat capacity of the air and what is in it")
        double airMwhPerK,
    @Field(
            unit = "MWh/K",
            min = 1e-7,
            max = 100,
            value = "0.015",
            help = "Heat capacity of the envelope")
        double envelopeMwhPerK,
    @Field(
            unit = "MW/K",
            min = 1e-7,
            max = 10,
            value = "0.006",
            help = "Conductance between air and envelope")
        double airToEnvelopeMwPerK,
    @Field(
            unit = "MW/K",
            min = 1e-7,
            max = 10,
            value = "0.002",
            help = "Conductance from the envelope to outdoors")
        double envelopeToOutdoorMwPerK,
    @Field(
            unit = "MW/K",
            min = 0,
            max = 10,
            value = "0.0006",
            help = "Conductance from the air to outdoors, by windows and leaks")
        double infiltrationMwPerK,
    @Field(unit = "MW", min = 0, max = 1e3, value = "0.005", help = "Heat of people and equipment")
        double internalGainMw,
    @Field(
            unit = "m²",
            min = 0,
            max = 1e5,
            value = "0",
            help = "Area through which the irradiance heats")
        double solarApertureM2,
    @Field(
            unit = "USD/MWh",
            min = 0,
            value = "60",
            help = "What a MWh consumed within the band is worth")
        double comfortValue,
    @Field(
            unit = "USD/K·h",
            min = 0,
            value = "2",
            help = "Cost of a kelvin beyond the band for an hour")
        double discomfortCost,
    @Field(min = 0.1, max = 1, value = "0.95", help = "Power factor, lagging") double powerFactor,
    @Field(value = "temperature", help = "Series of outdoor temperature, °C") String temperature,
    @Field(value = "irradiance", help = "Series of irradiance, W/m²") String irradiance) {
  /** What a building's equipment can do. */
  public enum Mode {
    /** Heat only. */
    HEATING,
    /** Cool only. */
    COOLING,
    /** Heat or cool, as the air needs. */
    AUTO
  }

  /** Checks the band. */
  public HvacSettings {
    if (!(minC < maxC)) {
      throw new ConfigurationException(
          "minC", minC + " °C is not below maxC, " + maxC + " °C: give less");
    }
  }
}
