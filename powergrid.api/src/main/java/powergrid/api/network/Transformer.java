package powergrid.api.network;

/**
 * A transformer by its short-circuit impedance.
 *
 * @param id unique among the branches
 * @param from a bus
 * @param to a bus
 * @param phases it carries
 * @param mva rating, all phases together, MVA: the base of its impedance
 * @param fromKv rated voltage of its from side, line to line, kV
 * @param toKv rated voltage of its to side, line to line, kV
 * @param rPu series resistance, pu
 * @param xPu series reactance, pu
 * @param fromWinding how its from side is connected
 * @param toWinding how its to side is connected
 */
public record Transformer(
    String id,
    String from,
    String to,
    Phases phases,
    double mva,
    double fromKv,
    double toKv,
    double rPu,
    double xPu,
    Winding fromWinding,
    Winding toWinding)
    implements Branch {
  @Override
  public double ratingA() {
    return mva
        * 1000
        / (fromKv * (phases.count() == 3 ? Math.sqrt(3) : phases.count() / Math.sqrt(3)));
  }
}
