package powergrid.api.network;

/**
 * An ideal balanced three-phase voltage source. One that is grid-forming stands by while another
 * one that is not supplies its island, and otherwise forms the island's voltage; of several in an
 * island without any other, the first in the network's order gives the angle.
 *
 * @param id unique among the sources
 * @param bus where it is; the bus has all three phases
 * @param voltagePu magnitude, pu of the bus's nominal
 * @param angleDeg angle of phase a, degrees; b lags by 120, c leads by 120
 * @param gridForming whether it forms an island's voltage only where no other source does
 * @param mva rating of a grid-forming source, MVA, by which several share an island's load;
 *     infinity for none
 */
public record Source(
    String id, String bus, double voltagePu, double angleDeg, boolean gridForming, double mva) {
  /**
   * A source that always supplies.
   *
   * @param id unique among the sources
   * @param bus where it is; the bus has all three phases
   * @param voltagePu magnitude, pu of the bus's nominal
   * @param angleDeg angle of phase a, degrees; b lags by 120, c leads by 120
   */
  public Source(String id, String bus, double voltagePu, double angleDeg) {
    this(id, bus, voltagePu, angleDeg, false, Double.POSITIVE_INFINITY);
  }
}
