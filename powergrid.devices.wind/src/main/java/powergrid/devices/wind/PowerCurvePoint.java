package powergrid.devices.wind;

import powergrid.api.plugin.Field;

/**
 * A point of a power curve.
 *
 * @param speed of the wind at the hub
 * @param share of the rated power
 */
public record PowerCurvePoint(
    @Field(unit = "m/s", min = 0, max = 100, help = "Wind speed at the hub") double speed,
    @Field(min = 0, max = 1, help = "Share of the rated power") double share) {}
