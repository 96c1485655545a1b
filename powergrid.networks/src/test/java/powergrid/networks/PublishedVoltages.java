package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/** The voltages of a test feeder's published solution. */
record PublishedVoltages(List<Value> values) {
  /** A row of the published table; its node is one of the network's buses. */
  record Value(String bus, int phase, double pu, double degrees) {
    String where() {
      return bus + "." + "abc".charAt(phase);
    }
  }

  /** How far a solution is from the table at most. */
  record Deviation(double pu, String puAt, double degrees, String degreesAt) {
    void isWithin(double pu, double degrees) {
      assertTrue(this.pu <= pu && this.degrees <= degrees, toString());
    }
  }

  /**
   * Reads the table among a feeder's test resources.
   *
   * @param aliases buses of nodes that are not named as the table names them
   */
  static PublishedVoltages of(String feeder, Map<String, String> aliases) {
    return new PublishedVoltages(
        Table.read(feeder + "/published_voltages.csv").rows().stream()
            .map(
                row ->
                    new Value(
                        aliases.getOrDefault(row.text("node"), row.text("node")),
                        "abc".indexOf(row.text("phase")),
                        row.number("vm_pu"),
                        row.number("va_deg")))
            .toList());
  }

  /** The same table without a bus. */
  PublishedVoltages without(String bus) {
    return new PublishedVoltages(values.stream().filter(v -> !v.bus().equals(bus)).toList());
  }

  /** The published magnitude between a phase of a bus and the next one, pu. */
  double lineToLine(String bus, int phase) {
    Value one = value(bus, phase);
    Value next = value(bus, (phase + 1) % 3);
    double turned = Math.toRadians(one.degrees() - next.degrees());
    double re = one.pu() * Math.cos(turned) - next.pu();
    double im = one.pu() * Math.sin(turned);
    return Math.hypot(re, im) / Math.sqrt(3);
  }

  private Value value(String bus, int phase) {
    return values.stream()
        .filter(v -> v.bus().equals(bus) && v.phase() == phase)
        .findAny()
        .orElseThrow();
  }

  Deviation from(Network network, Solution solution) {
    double pu = 0;
    double degrees = 0;
    String puAt = "";
    String degreesAt = "";
    for (Value value : values) {
      int node = 3 * network.busIndex(value.bus()) + value.phase();
      double off = Math.abs(solution.magnitude(node) - value.pu());
      double turned = Math.abs(solution.angleDeg(node) - value.degrees());
      if (!(off <= pu)) {
        pu = off;
        puAt = value.where();
      }
      if (!(turned <= degrees)) {
        degrees = turned;
        degreesAt = value.where();
      }
    }
    return new Deviation(pu, puAt, degrees, degreesAt);
  }
}
