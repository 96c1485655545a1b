package powergrid.api.network;

/**
 * An ideal balanced three-phase voltage source.
 *
 * @param id unique among the sources
 * @param bus where it is; the bus has all three phases
 * @param voltagePu magnitude, pu of the bus's nominal
 * @param angleDeg angle of phase a, degrees; b lags by 120, c leads by 120
 */
public record Source(String id, String bus, double voltagePu, double angleDeg) {}
