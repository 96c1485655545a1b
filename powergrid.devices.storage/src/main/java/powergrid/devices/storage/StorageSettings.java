package powergrid.devices.storage;

import powergrid.api.device.InverterSettings;
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
 * @param chargeMaxMw greatest charging power; NaN for pMaxMw
 * @param dischargeMaxMw greatest discharging power; NaN for pMaxMw
 * @param selfDischarge share of the stored energy that is lost in a day
 * @param degradation how it loses health
 * @param cycleLife cycles of full depth to the end of life
 * @param depthExponent k of the cycle life N(d) = cycleLife d^(−k) at a depth d
 * @param endOfLife health at which its life is over
 * @param initialHealth health that an episode starts with
 * @param capacityFade whether it stores less as it loses health
 * @param replacementCost of its capacity; NaN to book wearCost instead
 * @param gridForming whether it forms the voltage where nothing else does
 * @param voltagePu voltage that it forms
 * @param inverter what connects it
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
    @Field(value = "price", help = "Series of prices, USD/MWh") String price,
    @Field(
            unit = "MW",
            min = 1e-6,
            optional = true,
            help = "Greatest charging power; pMaxMw if left out")
        double chargeMaxMw,
    @Field(
            unit = "MW",
            min = 1e-6,
            optional = true,
            help = "Greatest discharging power; pMaxMw if left out")
        double dischargeMaxMw,
    @Field(min = 0, max = 0.99, value = "0", help = "Share of the stored energy lost in a day")
        double selfDischarge,
    @Field(
            value = "none",
            help = "How it loses health: not, by throughput, or by the depth of its cycles")
        Degradation degradation,
    @Field(min = 1, value = "1908", help = "Cycles of full depth to the end of life")
        double cycleLife,
    @Field(
            min = 1,
            max = 10,
            value = "2.03",
            help = "k of the cycle life N(d) = cycleLife d^(-k) at a depth of cycle d")
        double depthExponent,
    @Field(min = 0.5, max = 0.99, value = "0.8", help = "Health at which its life is over")
        double endOfLife,
    @Field(min = 0.5, max = 1, value = "1", help = "Health to start with") double initialHealth,
    @Field(value = "false", help = "Whether it stores less as it loses health")
        boolean capacityFade,
    @Field(
            unit = "USD/MWh",
            min = 0,
            optional = true,
            help =
                "Cost of replacing its capacity, booked as its life is used up in place of wearCost")
        double replacementCost,
    @Field(value = "false", help = "Whether it forms the voltage where nothing else does")
        boolean gridForming,
    @Field(unit = "pu", min = 0.9, max = 1.1, value = "1", help = "Voltage that it forms")
        double voltagePu,
    @Field(value = "{}", help = "What connects it") InverterSettings inverter) {
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
    checkPower("chargeMaxMw", chargeMaxMw, pMaxMw);
    checkPower("dischargeMaxMw", dischargeMaxMw, pMaxMw);
    if (degradation == Degradation.NONE && !Double.isNaN(replacementCost)) {
      throw new ConfigurationException(
          "replacementCost",
          replacementCost
              + " USD/MWh is never due without degradation: give throughput or cycle-depth there");
    }
    if (degradation == Degradation.NONE && (capacityFade || initialHealth < 1)) {
      throw new ConfigurationException(
          capacityFade ? "capacityFade" : "initialHealth",
          "there is no health without degradation: give throughput or cycle-depth there");
    }
    if (initialHealth <= endOfLife) {
      throw new ConfigurationException(
          "initialHealth", initialHealth + " is not above endOfLife, " + endOfLife + ": give more");
    }
  }

  private static void checkPower(String field, double power, double pMaxMw) {
    if (power > pMaxMw) {
      throw new ConfigurationException(
          field, power + " MW is above pMaxMw, " + pMaxMw + " MW: give at most that");
    }
  }

  /** Greatest charging power of the cells. */
  double chargeMw() {
    return Double.isNaN(chargeMaxMw) ? pMaxMw : chargeMaxMw;
  }

  /** Greatest discharging power of the cells. */
  double dischargeMw() {
    return Double.isNaN(dischargeMaxMw) ? pMaxMw : dischargeMaxMw;
  }

  double roundTripEfficiency() {
    return chargeEfficiency * dischargeEfficiency;
  }

  /** Half the slope of the response, as a {@link powergrid.api.agent.Flexibility} has it. */
  double curve() {
    return responseSpread / (2 * pMaxMw);
  }
}
