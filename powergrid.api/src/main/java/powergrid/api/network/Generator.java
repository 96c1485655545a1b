package powergrid.api.network;

/**
 * A generator that the network's data gives: it feeds in equal parts into all three phases of its
 * bus, and takes no part in the scaling of loads.
 *
 * @param id unique among the generators
 * @param bus where it is; the bus has all three phases
 * @param mw active power fed in, MW, all phases together
 * @param mvar reactive power fed in, MVAr; where it controls voltage, that is solved for instead
 * @param voltagePu magnitude that it keeps at its bus, pu of the bus's nominal; NaN if it does not
 *     control voltage
 */
public record Generator(String id, String bus, double mw, double mvar, double voltagePu) {
  /**
   * Whether it keeps a voltage.
   *
   * @return true if it does
   */
  public boolean controlsVoltage() {
    return !Double.isNaN(voltagePu);
  }
}
