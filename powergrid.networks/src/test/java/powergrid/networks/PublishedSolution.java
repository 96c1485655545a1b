package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import powergrid.api.network.Network;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** The published voltages of a feeder, beside what a method finds. */
final class PublishedSolution {
  private final Network network;
  private final List<Table.Row> rows;

  /** The table {@code FEEDER/published_voltages.csv} beside this class. */
  PublishedSolution(Network network) {
    this.network = network;
    rows = Table.read(network.name() + "/published_voltages.csv").rows();
  }

  static Solution solve(PowerFlow method, Network network) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver.solution();
  }

  /**
   * Compares line-to-neutral voltages.
   *
   * @param solution what was found
   * @param pu tolerance of magnitudes
   * @param deg tolerance of angles
   * @param apart nodes that are not compared
   * @return how many were compared
   */
  int compare(Solution solution, double pu, double deg, List<String> apart) {
    int compared = 0;
    for (Table.Row row : rows) {
      String bus = row.text("node");
      if (apart.contains(bus)) {
        continue;
      }
      String where = bus + "." + row.text("phase");
      int node = 3 * network.busIndex(bus) + "abc".indexOf(row.text("phase"));
      assertEquals(row.number("vm_pu"), solution.magnitude(node), pu, where);
      double turn = Math.IEEEremainder(row.number("va_deg") - solution.angleDeg(node), 360);
      assertEquals(0, turn, deg, where);
      compared++;
    }
    return compared;
  }

  /** Compares the three line-to-line voltages of a bus, in per unit of the line-to-line nominal. */
  void compareLineToLine(Solution solution, String bus, double pu) {
    double[] re = new double[3];
    double[] im = new double[3];
    for (Table.Row row : rows) {
      if (row.text("node").equals(bus)) {
        int phase = "abc".indexOf(row.text("phase"));
        re[phase] = row.number("vm_pu") * Math.cos(Math.toRadians(row.number("va_deg")));
        im[phase] = row.number("vm_pu") * Math.sin(Math.toRadians(row.number("va_deg")));
      }
    }
    for (int phase = 0; phase < 3; phase++) {
      int next = (phase + 1) % 3;
      int a = 3 * network.busIndex(bus) + phase;
      int b = 3 * network.busIndex(bus) + next;
      double published = Math.hypot(re[phase] - re[next], im[phase] - im[next]) / Math.sqrt(3);
      double found =
          Math.hypot(solution.re()[a] - solution.re()[b], solution.im()[a] - solution.im()[b])
              / Math.sqrt(3);
      assertEquals(published, found, pu, bus + " pair " + phase);
    }
  }
}
