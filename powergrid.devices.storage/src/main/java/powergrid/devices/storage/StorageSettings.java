package powergrid.devices.storage;

import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A battery's configuration.
 *
 * @param pMaxMw greatest power, charging and discharging
 * @param energyMwh energy capacity
 * @param chargeEfficiency stored energy per energy taken
 * @param dischargeEfficiency energy given per stored energy
 * @param minSoc least state of charge
 * @param maxSoc greatest state of charge
 * @param initialSocMin least state of charge that an episode starts with
 * @param initialSocMax greatest state of charge that an episode starts with
 * @param wearCost of every MWh through the terminals
 * @param buyBelow price below which it charges, where prices are not known ahead
 * @param sellAbove price above which it discharges, where prices are not known ahead
 * @param responseSpread change of price over which it goes from rest to full power
 * @param lookAheadHours how far it looks ahead at prices known
 * @param price name of the series of prices, USD/MWh
 */
public record StorageSettings(
    @Field(
            unit = "MW",
            min = 1e-6,
            max = 1e4,
            example = "0.5",
            help = "Greatest power, charging and discharging")
        double pMaxMw,
    @Field(unit = "MWh", min = 1e-6, max = 1e5, example = "2", help = "Energy capacity")
        double energyMwh,
    @Field(min = 0.1, max = 1, value = "0.95", help = "Stored energy per energy taken")
        double chargeEfficiency,
    @Field(min = 0.1, max = 1, value = "0.95", help = "Energy given per stored energy")
        double dischargeEfficiency,
    @Field(min = 0, max = 1, value = "0.1", help = "Least state of charge") double minSoc,
    @Field(min = 0, max = 1, value = "0.9", help = "Greatest state of charge") double maxSoc,
    @Field(min = 0, max = 1, value = "0.4", help = "Least state of charge to start with")
        double initialSocMin,
    @Field(min = 0, max = 1, value = "0.6", help = "Greatest state of charge to start with")
        double initialSocMax,
    @Field(unit = "USD/MWh", min = 0, value = "5", help = "Wear of every MWh through the terminals")
        double wearCost,
    @Field(unit = "USD/MWh", value = "45", help = "Charges below, where prices are not known ahead")
        double buyBelow,
    @Field(
            unit = "USD/MWh",
            value = "90",
            help = "Discharges above, where prices are not known ahead")
        double sellAbove,
    @Field(
            unit = "USD/MWh",
            min = 0.01,
            value = "10",
            help = "Change of price from rest to full power")
        double responseSpread,
    @Field(unit = "h", min = 1, max = 168, value = "24", help = "How far it looks at prices ahead")
        int lookAheadHours,
    @Field(value = "price", help = "Series of prices, USD/MWh") String price) {
  /** Checks what goes together. */
  public StorageSettings {
    if (!(minSoc < maxSoc)) {
      throw new ConfigurationException(
          "minSoc", minSoc + " is not below maxSoc, " + maxSoc + ": give less");
    }
    if (!(initialSocMin >= minSoc && initialSocMin <= maxSoc)) {
      throw new ConfigurationException(
          "initialSocMin",
          initialSocMin + " is outside minSoc to maxSoc, " + minSoc + " to " + maxSoc);
    }
    if (!(initialSocMax >= initialSocMin && initialSocMax <= maxSoc)) {
      throw new ConfigurationException(
          "initialSocMax",
          initialSocMax
              + " is outside initialSocMin to maxSoc, "
              + initialSocMin
              + " to "
              + maxSoc);
    }
    if (buyBelow > sellAbove) {
      throw new ConfigurationException(
          "buyBelow",
          buyBelow + " USD/MWh is above sellAbove, " + sellAbove + " USD/MWh: give at most that");
    }
  }

  double roundTripEfficiency() {
    return chargeEfficiency * dischargeEfficiency;
  }

  /** Half the slope of the response, as a {@link powergrid.api.agent.Flexibility} has it. */
  double curve() {
    return responseSpread / (2 * pMaxMw);
  }
}
