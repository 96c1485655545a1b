package powergrid.datasets.synthetic;

import powergrid.api.plugin.Field;

/**
 * Where the days are and how they are.
 *
 * @param latitudeDeg of the place, north positive
 * @param longitudeDeg of the place, east positive
 * @param utcOffsetHours of the clock, standard time
 * @param loadFactor factor on the load
 * @param priceFactor factor on the price
 * @param solarShare solar power at 1000 W/m² in the system behind the price, pu of its load
 * @param meanTemperatureC over the year
 * @param seasonalSwingC half the difference between the warmest and the coldest day
 * @param dailySwingC half the difference between afternoon and early morning on a clear day
 * @param windScale of the Weibull distribution
 * @param windShape of the Weibull distribution
 */
public record SyntheticSettings(
    @Field(unit = "°", min = -66, max = 66, value = "34.05", help = "Latitude, north positive")
        double latitudeDeg,
    @Field(unit = "°", min = -180, max = 180, value = "-118.24", help = "Longitude, east positive")
        double longitudeDeg,
    @Field(unit = "h", min = -12, max = 14, value = "-8", help = "Clock's offset from UTC")
        double utcOffsetHours,
    @Field(min = 0, max = 10, value = "1", help = "Factor on the load") double loadFactor,
    @Field(min = 0, max = 10, value = "1", help = "Factor on the price") double priceFactor,
    @Field(
            min = 0,
            max = 1,
            value = "0.35",
            help = "Solar power in the system behind the price, pu of its load")
        double solarShare,
    @Field(unit = "°C", min = -20, max = 35, value = "18", help = "Mean temperature of the year")
        double meanTemperatureC,
    @Field(unit = "°C", min = -25, max = 25, value = "8", help = "Half of summer minus winter")
        double seasonalSwingC,
    @Field(unit = "°C", min = 0, max = 15, value = "6", help = "Half of afternoon minus morning")
        double dailySwingC,
    @Field(
            unit = "m/s",
            min = 0.1,
            max = 15,
            value = "6.5",
            help = "Scale of the wind's Weibull distribution")
        double windScale,
    @Field(min = 1, max = 5, value = "2", help = "Shape of the wind's Weibull distribution")
        double windShape) {}
