package powergrid.api.network;

/**
 * A step-voltage regulator of type B without impedance: the to side's voltage is the from side's
 * times (1 + step · tap), a tap a phase.
 *
 * @param id unique among the branches
 * @param from a bus
 * @param to a bus
 * @param phases it regulates
 * @param step change of voltage a tap, pu; usually 0.00625
 * @param maxTap taps each way; usually 16
 * @param taps initial positions, whole numbers from −maxTap to maxTap
 */
public record Regulator(
    String id, String from, String to, Phases phases, double step, int maxTap, PhaseValues taps)
    implements Branch {
  @Override
  public double ratingA() {
    return Double.NaN;
  }
}
