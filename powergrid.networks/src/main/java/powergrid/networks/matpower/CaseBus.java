package powergrid.networks.matpower;

import java.util.Map;

/**
 * A bus of a case.
 *
 * @param number what it is called
 * @param type 1 PQ, 2 PV, 3 reference, 4 isolated
 * @param kv base voltage, kV
 * @param angleDeg initial angle, degrees
 */
record CaseBus(int number, int type, double kv, double angleDeg) {
  /** The bus that a column names. */
  static CaseBus of(Map<Integer, CaseBus> buses, Columns row, int column) {
    int number = row.whole(column, "bus number");
    CaseBus bus = buses.get(number);
    if (bus == null) {
      throw row.error("bus " + number + " does not exist");
    }
    return bus;
  }

  boolean isolated() {
    return type == 4;
  }
}
