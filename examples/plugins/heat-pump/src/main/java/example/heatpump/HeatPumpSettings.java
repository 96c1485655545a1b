package example.heatpump;

import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A heat pump's and its building's configuration.
 *
 * @param maxConsumptionMw greatest consumption
 * @param minLoad least load of the compressor, as a share of the greatest
 * @param supplyC temperature at which the heating is supplied
 * @param lossMwPerK heat that the building loses
 * @param capacityMwhPerK heat that the building stores
 * @param minC least temperature
 * @param maxC greatest temperature
 * @param startC temperature at the start of an episode
 * @param heatValue what heat within the band is worth
 * @param temperature name of the series of outdoor temperatures, °C
 */
public record HeatPumpSettings(
    @Field(unit = "MW", min = 1e-6, max = 1e3, example = "0.05", help = "Greatest consumption")
        double maxConsumptionMw,
    @Field(min = 0, max = 1, value = "0.3", help = "Least load, as a share of the greatest")
        double minLoad,
    @Field(
            unit = "°C",
            min = 25,
            max = 70,
            value = "35",
            help = "Supply temperature of the heating")
        double supplyC,
    @Field(
            unit = "MW/K",
            min = 1e-9,
            example = "0.004",
            help = "Heat lost for a kelvin more inside")
        double lossMwPerK,
    @Field(
            unit = "MWh/K",
            min = 1e-9,
            example = "0.12",
            help = "Heat stored for a kelvin more inside")
        double capacityMwhPerK,
    @Field(unit = "°C", min = 5, max = 30, value = "20", help = "Least temperature") double minC,
    @Field(unit = "°C", min = 5, max = 30, value = "22", help = "Greatest temperature") double maxC,
    @Field(unit = "°C", min = 5, max = 30, value = "21", help = "Temperature at the start")
        double startC,
    @Field(unit = "USD/MWh", min = 0, value = "10", help = "Worth of a MWh of heat in the band")
        double heatValue,
    @Field(value = "temperature", help = "Series of outdoor temperatures, °C") String temperature) {
  /** Checks what goes together. */
  public HeatPumpSettings {
    if (minC >= maxC) {
      throw new ConfigurationException(
          "minC", minC + " °C is not below maxC, " + maxC + " °C: give less");
    }
    if (supplyC <= maxC) {
      throw new ConfigurationException(
          "supplyC", supplyC + " °C is not above maxC, " + maxC + " °C: give more");
    }
  }

  double minConsumptionMw() {
    return minLoad * maxConsumptionMw;
  }

  /** The coefficient of performance at an outdoor temperature. */
  double performance(double outdoorC) {
    double lift = Math.max(15, Math.min(60, supplyC - outdoorC));
    return 6.81 - 0.121 * lift + 0.000630 * lift * lift;
  }

  /** The share of a difference in temperature that is left after some time. */
  double remaining(double hours) {
    return Math.exp(-hours * lossMwPerK / capacityMwhPerK);
  }
}
