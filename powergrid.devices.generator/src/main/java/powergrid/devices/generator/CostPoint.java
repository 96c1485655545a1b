package powergrid.devices.generator;

import powergrid.api.plugin.Field;

/**
 * A corner of a cost curve in straight pieces.
 *
 * @param mw power
 * @param usdPerHour cost of running at it
 */
public record CostPoint(
    @Field(unit = "MW", min = 0, help = "Power") double mw,
    @Field(unit = "USD/h", help = "Cost of running at it") double usdPerHour) {}
