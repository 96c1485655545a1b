package powergrid.devices.grid;

import powergrid.api.plugin.Field;

/**
 * A grid connection's configuration.
 *
 * @param sellFactor what an exported MWh earns, as a share of the price
 * @param importMaxMw beyond it, import is a violation; NaN for no limit
 * @param exportMaxMw beyond it, export is a violation; NaN for no limit
 * @param price name of the series of prices, USD/MWh
 */
public record GridSettings(
    @Field(
            min = 0,
            max = 2,
            value = "0.9",
            help = "What an exported MWh earns, as a share of the price")
        double sellFactor,
    @Field(
            unit = "MW",
            min = 1e-6,
            optional = true,
            help = "Import beyond it is a violation; no limit if left out")
        double importMaxMw,
    @Field(
            unit = "MW",
            min = 1e-6,
            optional = true,
            help = "Export beyond it is a violation; no limit if left out")
        double exportMaxMw,
    @Field(value = "price", help = "Series of prices, USD/MWh") String price) {}
