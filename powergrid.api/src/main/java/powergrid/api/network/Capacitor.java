package powergrid.api.network;

/**
 * A shunt capacitor: a constant impedance.
 *
 * @param id unique among the capacitors
 * @param bus where it is
 * @param connection line to neutral or line to line
 * @param mvar reactive power at nominal voltage, MVAr; of a–b, b–c, c–a for delta
 * @param on whether it is switched on at first
 */
public record Capacitor(
    String id, String bus, Connection connection, PhaseValues mvar, boolean on) {}
