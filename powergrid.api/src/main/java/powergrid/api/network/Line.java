package powergrid.api.network;

/**
 * A line or cable: a π section with coupled phases. Entries of absent phases are zero.
 *
 * @param id unique among the branches
 * @param from a bus
 * @param to a bus
 * @param phases it carries
 * @param km its length, km
 * @param rOhm series resistance, whole length, Ω
 * @param xOhm series reactance, whole length, Ω
 * @param bSiemens shunt susceptance, whole length, S; half of it is at each end
 * @param ratingA greatest current, A; NaN for none known
 */
public record Line(
    String id,
    String from,
    String to,
    Phases phases,
    double km,
    SymmetricMatrix rOhm,
    SymmetricMatrix xOhm,
    SymmetricMatrix bSiemens,
    double ratingA)
    implements Branch {

  @Override
  public Line renamed(String p) {
    return new Line(p + id, p + from, p + to, phases, km, rOhm, xOhm, bSiemens, ratingA);
  }
}
