package powergrid.api.network;

import java.util.Optional;

/**
 * A shunt capacitor: a constant impedance. Of negative power, it is a reactor.
 *
 * @param id unique among the capacitors
 * @param bus where it is
 * @param connection line to neutral or line to line
 * @param mvar reactive power at nominal voltage, MVAr; of a–b, b–c, c–a for delta
 * @param on whether it is switched on at first
 * @param control what switches it, if anything does
 */
public record Capacitor(
    String id,
    String bus,
    Connection connection,
    PhaseValues mvar,
    boolean on,
    Optional<CapacitorControl> control) {
  /**
   * A capacitor that nothing switches.
   *
   * @param id unique among the capacitors
   * @param bus where it is
   * @param connection line to neutral or line to line
   * @param mvar reactive power at nominal voltage, MVAr; of a–b, b–c, c–a for delta
   * @param on whether it is switched on at first
   */
  public Capacitor(String id, String bus, Connection connection, PhaseValues mvar, boolean on) {
    this(id, bus, connection, mvar, on, Optional.empty());
  }

  /** The same capacitor in a network in which every name has a prefix, scaled. */
  Capacitor included(String prefix, double scale) {
    return new Capacitor(
        prefix + id,
        prefix + bus,
        connection,
        mvar.times(scale),
        on,
        control.map(c -> c.included(prefix, scale)));
  }
}
