package powergrid.api.scenario;

import java.util.Optional;

/**
 * How a microgrid's own network is attached to the scenario's: its source is replaced by a tie, a
 * branch called {@code tie} in the microgrid.
 *
 * @param place where it stands
 * @param bus of the scenario's network
 * @param mva rating of a transformer, grounded wye on both sides; NaN for a switch
 * @param rPercent its series resistance, percent
 * @param xPercent its series reactance, percent
 * @param closed whether the tie is closed at first
 * @param gridForming what forms the microgrid's voltage while the tie is open, if anything does
 */
public record AttachSetting(
    Place place,
    String bus,
    double mva,
    double rPercent,
    double xPercent,
    boolean closed,
    Optional<FormingSetting> gridForming) {
  /**
   * A grid-forming source where the microgrid's network has its source.
   *
   * @param voltagePu magnitude, pu
   * @param mva rating, MVA; infinity for none
   */
  public record FormingSetting(double voltagePu, double mva) {}
}
