package powergrid.devices.grid;

import java.time.Duration;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A grid connection's configuration.
 *
 * @param mode who decides what is exchanged
 * @param sellFactor what an exported MWh earns, as a share of the price
 * @param spread what an exported MWh earns less than that
 * @param importMaxMw beyond it, import is a violation; NaN for no limit
 * @param exportMaxMw beyond it, export is a violation; NaN for no limit
 * @param demandCharge of the greatest mean import of an episode
 * @param demandWindow over which that mean is taken
 * @param deviationPrice of the energy by which the exchange misses its schedule
 * @param price name of the series of prices, USD/MWh
 */
public record GridSettings(
    @Field(
            value = "metered",
            help = "Who decides the exchange: the power flow, metered, or the agent, scheduled")
        Mode mode,
    @Field(
            min = 0,
            max = 2,
            value = "0.9",
            help = "What an exported MWh earns, as a share of the price")
        double sellFactor,
    @Field(
            unit = "USD/MWh",
            min = 0,
            value = "0",
            help = "What an exported MWh earns less than its share of the price")
        double spread,
    @Field(
            unit = "MW",
            min = 1e-6,
            max = 1e4,
            optional = true,
            help = "Import beyond it is a violation; no limit if left out")
        double importMaxMw,
    @Field(
            unit = "MW",
            min = 1e-6,
            max = 1e4,
            optional = true,
            help = "Export beyond it is a violation; no limit if left out")
        double exportMaxMw,
    @Field(
            unit = "USD/MW",
            min = 0,
            value = "0",
            help = "Charge on the greatest mean import of the episode")
        double demandCharge,
    @Field(
            value = "15min",
            help = "Window over which that mean is taken; a step where steps are longer")
        Duration demandWindow,
    @Field(
            unit = "USD/MWh",
            min = 0,
            value = "100",
            help = "Of every MWh by which the exchange misses its schedule, on top of the energy")
        double deviationPrice,
    @Field(value = "price", help = "Series of prices, USD/MWh") String price) {
  /** Who decides what is exchanged. */
  public enum Mode {
    /** The power flow. */
    METERED,
    /** The agent, by the action {@code exchange}; the power flow deviates. */
    SCHEDULED
  }

  /** Checks what a schedule needs. */
  public GridSettings {
    if (mode == Mode.SCHEDULED) {
      required("importMaxMw", importMaxMw);
      required("exportMaxMw", exportMaxMw);
    }
    if (demandWindow.isZero()) {
      throw new ConfigurationException("demandWindow", "is 0: give a time such as 15min");
    }
  }

  private static void required(String name, double limit) {
    if (Double.isNaN(limit)) {
      throw new ConfigurationException(
          name, "a scheduled exchange needs its bounds: give " + name + " in MW");
    }
  }

  double demandHours() {
    return demandWindow.toNanos() / 3.6e12;
  }
}
