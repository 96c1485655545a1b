package powergrid.api.network;

/**
 * A switch without impedance.
 *
 * @param id unique among the branches
 * @param from a bus
 * @param to a bus
 * @param phases it switches
 * @param closed its initial position
 */
public record Switch(String id, String from, String to, Phases phases, boolean closed)
    implements Branch {
  @Override
  public double ratingA() {
    return Double.NaN;
  }

  @Override
  public Switch renamed(String prefix) {
    return new Switch(prefix + id, prefix + from, prefix + to, phases, closed);
  }
}
