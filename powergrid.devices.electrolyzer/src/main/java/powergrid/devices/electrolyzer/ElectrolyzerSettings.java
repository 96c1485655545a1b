package powergrid.devices.electrolyzer;

import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * An electrolyzer's configuration.
 *
 * @param maxConsumptionMw greatest power
 * @param minLoad least power while it runs, as a share of the greatest
 * @param standbyMw power while it makes nothing
 * @param auxiliaryShare power of auxiliaries while it runs, as a share of the greatest
 * @param fullKwhPerKg energy for a kilogram at the greatest power, auxiliaries included
 * @param idleKwhPerKg energy for a kilogram of the stack alone at a vanishing current
 * @param storeKg capacity of the store
 * @param initialKg what is stored at the start
 * @param demandKgPerHour hydrogen that is taken from the store
 * @param hydrogenPrice revenue of what is delivered
 * @param shortfallCost cost of demand that is not met
 * @param powerFactor of what it consumes, lagging
 */
public record ElectrolyzerSettings(
    @Field(unit = "MW", min = 1e-6, max = 1e4, example = "1", help = "Greatest power")
        double maxConsumptionMw,
    @Field(
            min = 0.01,
            max = 1,
            value = "0.2",
            help = "Least power while it runs, as a share of the greatest")
        double minLoad,
    @Field(unit = "MW", min = 0, value = "0", help = "Power while it makes nothing")
        double standbyMw,
    @Field(
            min = 0,
            max = 0.5,
            value = "0.03",
            help = "Power of auxiliaries while it runs, as a share of the greatest")
        double auxiliaryShare,
    @Field(
            unit = "kWh/kg",
            min = 39.4,
            max = 200,
            value = "55",
            help = "Energy for a kilogram at the greatest power")
        double fullKwhPerKg,
    @Field(
            unit = "kWh/kg",
            min = 32.7,
            max = 200,
            value = "42",
            help = "Energy for a kilogram of the stack alone at a vanishing current")
        double idleKwhPerKg,
    @Field(unit = "kg", min = 1e-6, max = 1e7, value = "200", help = "Capacity of the store")
        double storeKg,
    @Field(unit = "kg", min = 0, value = "100", help = "What is stored at the start")
        double initialKg,
    @Field(unit = "kg/h", min = 0, max = 1e6, value = "8", help = "Hydrogen that is demanded")
        double demandKgPerHour,
    @Field(unit = "USD/kg", min = 0, value = "4", help = "Revenue of hydrogen that is delivered")
        double hydrogenPrice,
    @Field(unit = "USD/kg", min = 0, value = "10", help = "Cost of demand that is not met")
        double shortfallCost,
    @Field(min = 0.1, max = 1, value = "0.98", help = "Power factor, lagging") double powerFactor) {
  /** Checks what goes together. */
  public ElectrolyzerSettings {
    // standby and running are told apart by the power that flowed, but for rounding
    if (standbyMw >= minLoad * maxConsumptionMw * (1 - 1e-9)) {
      throw new ConfigurationException(
          "standbyMw",
          standbyMw
              + " MW is not below the least power while it runs, "
              + minLoad * maxConsumptionMw
              + " MW: give less");
    }
    if (auxiliaryShare >= minLoad) {
      throw new ConfigurationException(
          "auxiliaryShare",
          auxiliaryShare + " is not below minLoad, " + minLoad + ": nothing is left to the stack");
    }
    if (idleKwhPerKg > (1 - auxiliaryShare) * fullKwhPerKg) {
      throw new ConfigurationException(
          "idleKwhPerKg",
          idleKwhPerKg
              + " kWh/kg is above what the stack takes at full power, "
              + (1 - auxiliaryShare) * fullKwhPerKg
              + " kWh/kg: give at most that");
    }
    if (initialKg > storeKg) {
      throw new ConfigurationException(
          "initialKg", initialKg + " kg is above storeKg, " + storeKg + " kg: give at most that");
    }
  }

  double minConsumptionMw() {
    return minLoad * maxConsumptionMw;
  }
}
