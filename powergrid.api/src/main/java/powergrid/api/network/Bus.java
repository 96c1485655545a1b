package powergrid.api.network;

/**
 * A bus.
 *
 * @param id unique in its network
 * @param phases that are present
 * @param kv nominal voltage, line to line, kV: the base of its per-unit voltages
 * @param x where it is drawn; NaN where that is not published
 * @param y where it is drawn, upwards; NaN where that is not published
 */
public record Bus(String id, Phases phases, double kv, double x, double y) {
  /** Checks the voltage. */
  public Bus {
    if (!(kv > 0 && kv < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "bus " + id + ": nominal voltage " + kv + " kV, not above 0");
    }
  }

  /**
   * A bus without a place on the drawing.
   *
   * @param id unique in its network
   * @param phases that are present
   * @param kv nominal voltage, line to line, kV
   */
  public Bus(String id, Phases phases, double kv) {
    this(id, phases, kv, Double.NaN, Double.NaN);
  }
}
