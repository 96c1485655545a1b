package powergrid.api.network;

/**
 * A load at a bus. One distributed along a line is given as several at buses.
 *
 * @param id unique among the loads
 * @param bus where it is
 * @param connection line to neutral or line to line
 * @param model how its power depends on voltage; rated voltage is the bus's nominal
 * @param mw active power at rated voltage, MW; of a–b, b–c, c–a for delta
 * @param mvar reactive power at rated voltage, MVAr; likewise
 */
public record Load(
    String id,
    String bus,
    Connection connection,
    LoadModel model,
    PhaseValues mw,
    PhaseValues mvar) {}
