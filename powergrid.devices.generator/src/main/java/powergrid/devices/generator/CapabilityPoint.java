package powergrid.devices.generator;

import powergrid.api.plugin.Field;

/**
 * A corner of a capability curve.
 *
 * @param mw active power
 * @param qMinMvar least reactive power there, absorbed
 * @param qMaxMvar greatest reactive power there, injected
 */
public record CapabilityPoint(
    @Field(unit = "MW", min = 0, help = "Active power") double mw,
    @Field(unit = "MVAr", max = 0, help = "Least reactive power there: absorbed, below 0")
        double qMinMvar,
    @Field(unit = "MVAr", min = 0, help = "Greatest reactive power there") double qMaxMvar) {}
