package powergrid.devices.load;

import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A load's configuration.
 *
 * @param mode what can be done about it
 * @param peakMw demand at 1 pu of the profile; NaN where shiftable
 * @param profile name of the series of demand, pu
 * @param powerFactor of what it consumes, lagging
 * @param minShare part of the demand that cannot be curtailed
 * @param comfortCost marginal cost of the last MWh of a demand not served
 * @param referencePrice up to which all of a curtailable demand is worth its price
 * @param elasticity of a curtailable demand at the reference price, instead of a comfort cost; NaN
 *     where that counts
 * @param blockMw consumption of a shiftable block; NaN otherwise
 * @param blockHours length of a shiftable block; NaN otherwise
 * @param earliestHour when a block may start, since the start of the episode and every 24 h after
 * @param deadlineHour when a block has to be over
 */
public record LoadSettings(
    @Field(value = "fixed", help = "What can be done about it") Mode mode,
    @Field(
            unit = "MW",
            min = 1e-6,
            max = 1e4,
            optional = true,
            example = "0.2",
            help = "Demand at 1 pu of the profile; only a shiftable load has none")
        double peakMw,
    @Field(value = "load", help = "Series of demand, pu") String profile,
    @Field(min = 0.1, max = 1, value = "0.95", help = "Power factor, lagging") double powerFactor,
    @Field(min = 0, max = 1, value = "0.5", help = "Part of the demand that is not curtailable")
        double minShare,
    @Field(
            unit = "USD/MWh",
            min = 0,
            value = "300",
            help = "What the last MWh of a demand is worth; the first one is worth referencePrice")
        double comfortCost,
    @Field(
            unit = "USD/MWh",
            min = 0,
            value = "0",
            help = "Price up to which all of a curtailable demand is worth it")
        double referencePrice,
    @Field(
            min = -100,
            max = -1e-3,
            optional = true,
            help =
                "Price elasticity of a curtailable demand at referencePrice; replaces comfortCost")
        double elasticity,
    @Field(
            unit = "MW",
            min = 1e-6,
            max = 1e4,
            optional = true,
            help = "Consumption of the block of a shiftable load")
        double blockMw,
    @Field(
            unit = "h",
            min = 0.01,
            max = 24,
            optional = true,
            help = "Length of the block of a shiftable load")
        double blockHours,
    @Field(
            unit = "h",
            min = 0,
            max = 24,
            value = "0",
            help = "When a block may start, since the start of the episode and every 24 h after")
        double earliestHour,
    @Field(
            unit = "h",
            min = 0,
            max = 48,
            value = "24",
            help = "When a block has to be over; past 24 for the day after")
        double deadlineHour) {
  /** What can be done about a load. */
  public enum Mode {
    /** Nothing: it consumes what is demanded. */
    FIXED,
    /** It can be served in part. */
    CURTAILABLE,
    /** It is a block that can start now or later. */
    SHIFTABLE
  }

  /** Checks what goes together. */
  public LoadSettings {
    checkPrices(mode, comfortCost, referencePrice, elasticity);
    if (mode == Mode.SHIFTABLE) {
      checkNeeded("blockMw", blockMw, "0.05 MW");
      checkNeeded("blockHours", blockHours, "2 h");
      if (!Double.isNaN(peakMw)) {
        throw new ConfigurationException(
            "peakMw",
            peakMw + " MW is for a profile, which a shiftable load has not: leave it out");
      }
      double window = deadlineHour - earliestHour;
      if (!(window >= blockHours && window <= 24)) {
        throw new ConfigurationException(
            "deadlineHour",
            deadlineHour
                + " h is "
                + window
                + " h after earliestHour: give at least blockHours after it, "
                + blockHours
                + " h, and at most 24 h");
      }
    } else {
      checkNeeded("peakMw", peakMw, "0.2 MW");
    }
  }

  private static void checkPrices(
      Mode mode, double comfortCost, double referencePrice, double elasticity) {
    if (mode != Mode.CURTAILABLE && referencePrice > 0) {
      throw new ConfigurationException(
          "referencePrice",
          referencePrice + " USD/MWh is for a demand that answers prices: give mode: curtailable");
    }
    if (mode != Mode.CURTAILABLE && !Double.isNaN(elasticity)) {
      throw new ConfigurationException(
          "elasticity",
          elasticity + " is for a demand that answers prices: give mode: curtailable");
    }
    if (!Double.isNaN(elasticity) && !(referencePrice > 0)) {
      throw new ConfigurationException(
          "referencePrice",
          referencePrice
              + " USD/MWh has no elasticity, "
              + elasticity
              + " is given: give the price that the demand is known at, e.g. 80 USD/MWh");
    }
    if (Double.isNaN(elasticity) && comfortCost < referencePrice) {
      throw new ConfigurationException(
          "comfortCost",
          comfortCost
              + " USD/MWh of the last MWh is below referencePrice, "
              + referencePrice
              + " USD/MWh of the first one");
    }
  }

  private static void checkNeeded(String field, double value, String example) {
    if (Double.isNaN(value)) {
      throw new ConfigurationException(
          field, "missing, which this mode needs: give a number such as " + example);
    }
  }

  /** What the last MWh of a demand is worth, USD/MWh. */
  double lastMwhWorth() {
    return Double.isNaN(elasticity) ? comfortCost : referencePrice * (1 - 1 / elasticity);
  }

  double windowHours() {
    return deadlineHour - earliestHour;
  }
}
