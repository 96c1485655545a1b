package powergrid.devices.ev;

import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A charging station's configuration.
 *
 * @param chargers how many outlets there are
 * @param chargerMaxMw greatest power of an outlet, either way
 * @param chargeEfficiency energy into a battery per energy taken from the grid
 * @param bidirectional whether vehicles can give back
 * @param dischargeEfficiency energy into the grid per energy out of a battery
 * @param batteryMwh greatest energy that a vehicle can need, on arrival or by giving back
 * @param needMeanMwh mean of the energy needed on arrival, before truncation
 * @param needDeviationMwh standard deviation of the energy needed, before truncation
 * @param needMinMwh least energy needed
 * @param dwellMeanHours mean of the time that vehicles stay, before truncation
 * @param dwellDeviationHours standard deviation of the time, before truncation
 * @param dwellMinHours least time that a vehicle stays
 * @param dwellMaxHours greatest time that a vehicle stays
 * @param initialOccupancy probability that an outlet is taken at the start
 * @param unmetCost of energy that a vehicle departs without
 * @param wearCost of energy that a vehicle gives back
 * @param buyBelow price below which vehicles charge that need not yet
 * @param sellAbove price above which vehicles give back
 * @param responseSpread change of price over which it goes from rest to full power
 * @param powerFactor of the chargers, lagging
 * @param arrivals name of the series of arrivals, 1/h at an outlet
 */
public record EvSettings(
    @Field(min = 1, max = 50, value = "10", help = "How many outlets there are") int chargers,
    @Field(
            unit = "MW",
            min = 1e-6,
            max = 10,
            value = "0.0066",
            help = "Greatest power of an outlet, either way")
        double chargerMaxMw,
    @Field(min = 0.1, max = 1, value = "0.9", help = "Energy into a battery per energy taken")
        double chargeEfficiency,
    @Field(value = "false", help = "Whether vehicles can give back") boolean bidirectional,
    @Field(min = 0.1, max = 1, value = "0.9", help = "Energy given per energy out of a battery")
        double dischargeEfficiency,
    @Field(
            unit = "MWh",
            min = 1e-6,
            max = 10,
            value = "0.04",
            help = "Greatest energy that a vehicle can need, on arrival or by giving back")
        double batteryMwh,
    @Field(unit = "MWh", min = 0, value = "0.012", help = "Mean of the energy needed on arrival")
        double needMeanMwh,
    @Field(unit = "MWh", min = 0, value = "0.006", help = "Standard deviation of the energy needed")
        double needDeviationMwh,
    @Field(unit = "MWh", min = 0, value = "0.002", help = "Least energy needed on arrival")
        double needMinMwh,
    @Field(unit = "h", min = 0, value = "5", help = "Mean of the time that vehicles stay")
        double dwellMeanHours,
    @Field(unit = "h", min = 0, value = "2.5", help = "Standard deviation of the time")
        double dwellDeviationHours,
    @Field(unit = "h", min = 0.01, value = "0.5", help = "Least time that a vehicle stays")
        double dwellMinHours,
    @Field(unit = "h", max = 168, value = "12", help = "Greatest time that a vehicle stays")
        double dwellMaxHours,
    @Field(
            min = 0,
            max = 1,
            value = "0",
            help = "Probability of an outlet to be taken at the start")
        double initialOccupancy,
    @Field(
            unit = "USD/MWh",
            min = 0,
            value = "1000",
            help = "Cost of energy that a vehicle departs without")
        double unmetCost,
    @Field(unit = "USD/MWh", min = 0, value = "60", help = "Cost of energy that vehicles give back")
        double wearCost,
    @Field(unit = "USD/MWh", value = "70", help = "Price below which vehicles charge early")
        double buyBelow,
    @Field(unit = "USD/MWh", value = "160", help = "Price above which vehicles give back")
        double sellAbove,
    @Field(
            unit = "USD/MWh",
            min = 0.01,
            value = "30",
            help = "Change of price from rest to full power")
        double responseSpread,
    @Field(min = 0.1, max = 1, value = "0.99", help = "Power factor of the chargers, lagging")
        double powerFactor,
    @Field(value = "arrivals", help = "Series of arrivals, 1/h at an outlet") String arrivals) {
  /** Checks what goes together. */
  public EvSettings {
    if (!(needMinMwh <= needMeanMwh && needMeanMwh <= batteryMwh)) {
      throw new ConfigurationException(
          "needMeanMwh",
          outside(needMeanMwh, "needMinMwh", needMinMwh, "batteryMwh", batteryMwh, "MWh"));
    }
    if (!(dwellMinHours <= dwellMeanHours && dwellMeanHours <= dwellMaxHours)) {
      throw new ConfigurationException(
          "dwellMeanHours",
          outside(
              dwellMeanHours, "dwellMinHours", dwellMinHours, "dwellMaxHours", dwellMaxHours, "h"));
    }
    if (buyBelow > sellAbove) {
      throw new ConfigurationException(
          "buyBelow",
          buyBelow + " USD/MWh is above sellAbove, " + sellAbove + " USD/MWh: give at most that");
    }
  }

  private static String outside(
      double value, String least, double min, String greatest, double max, String unit) {
    return value
        + (" " + unit + " is outside " + least + " to " + greatest + ", ")
        + (min + " to " + max + " " + unit);
  }

  double stationMaxMw() {
    return chargers * chargerMaxMw;
  }

  /** Half the slope of the response, as a {@link powergrid.api.agent.Flexibility} has it. */
  double curve() {
    return responseSpread / (2 * stationMaxMw());
  }

  TruncatedNormal need() {
    return new TruncatedNormal(needMeanMwh, needDeviationMwh, needMinMwh, batteryMwh);
  }

  TruncatedNormal dwell() {
    return new TruncatedNormal(dwellMeanHours, dwellDeviationHours, dwellMinHours, dwellMaxHours);
  }
}
