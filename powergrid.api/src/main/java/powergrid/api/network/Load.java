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
 * @param minPu voltage, pu of rated, below which it is the constant impedance that it is there
 * @param maxPu voltage, pu of rated, above which it is the constant impedance that it is there
 */
public record Load(
    String id,
    String bus,
    Connection connection,
    LoadModel model,
    PhaseValues mw,
    PhaseValues mvar,
    double minPu,
    double maxPu) {
  /** Checks the voltages between which the model holds. */
  public Load {
    if (!(minPu >= 0 && minPu < maxPu)) {
      throw new IllegalArgumentException(
          "load "
              + id
              + ": its model holds from "
              + minPu
              + " to "
              + maxPu
              + " pu, which is no range");
    }
  }

  /**
   * A load whose model holds at every voltage.
   *
   * @param id unique among the loads
   * @param bus where it is
   * @param connection line to neutral or line to line
   * @param model how its power depends on voltage; rated voltage is the bus's nominal
   * @param mw active power at rated voltage, MW; of a–b, b–c, c–a for delta
   * @param mvar reactive power at rated voltage, MVAr; likewise
   */
  public Load(
      String id,
      String bus,
      Connection connection,
      LoadModel model,
      PhaseValues mw,
      PhaseValues mvar) {
    this(id, bus, connection, model, mw, mvar, 0, Double.POSITIVE_INFINITY);
  }

  /** The same load in a network in which every name has a prefix, scaled. */
  Load included(String prefix, double scale) {
    return new Load(
        prefix + id,
        prefix + bus,
        connection,
        model,
        mw.times(scale),
        mvar.times(scale),
        minPu,
        maxPu);
  }
}
