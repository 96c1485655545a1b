package powergrid.powerflow.meshed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** The IEEE 4-bus cases against what OpenDSS finds for them; see SOURCE.md beside the answers. */
class FourBusTest {
  private static final double PU = 1e-5;

  private static Solution solve(Network network) {
    Solver solver = new CurrentInjection(1e-10, 200).prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver.solution();
  }

  /** Buses up to this one have phase-to-ground voltages, those after it only line-to-line ones. */
  private static void compare(Network network, String answer, String lastGrounded)
      throws IOException {
    Solution solution = solve(network);
    double[] re = new double[solution.re().length];
    double[] im = new double[re.length];
    for (String line : lines(answer)) {
      String[] cell = line.split(",", -1);
      String bus = cell[0].replaceFirst("sd_unbal_oy_od_", "n");
      if (!cell[1].equals("n")) {
        int node = 3 * network.busIndex(bus) + "abc".indexOf(cell[1]);
        double angle = Math.toRadians(Double.parseDouble(cell[3]));
        re[node] = Double.parseDouble(cell[2]) * Math.cos(angle);
        im[node] = Double.parseDouble(cell[2]) * Math.sin(angle);
      }
    }
    int grounded = 3 * network.busIndex(lastGrounded) + 3;
    for (int node = 3 * network.busIndex("sourcebus"); node < re.length; node++) {
      double apartRe = solution.re()[node] - re[node];
      double apartIm = solution.im()[node] - im[node];
      if (node >= grounded) {
        int next = node % 3 == 2 ? node - 2 : node + 1;
        apartRe -= solution.re()[next] - re[next];
        apartIm -= solution.im()[next] - im[next];
      }
      assertEquals(0, Math.hypot(apartRe, apartIm), PU, answer + ", node " + node);
    }
  }

  private static List<String> lines(String answer) throws IOException {
    try (BufferedReader csv =
        new BufferedReader(
            new InputStreamReader(
                FourBusTest.class.getResourceAsStream(answer + ".csv"), StandardCharsets.UTF_8))) {
      return csv.lines().skip(1).toList();
    }
  }

  @Test
  void groundedWyeToGroundedWye() throws IOException {
    Network network = FourBus.stepDown(Winding.GROUNDED_WYE, Winding.GROUNDED_WYE, Connection.WYE);
    compare(network, "4Bus-YY-Bal", "n4");
  }

  @Test
  void deltaToGroundedWye() throws IOException {
    Network network = FourBus.stepDown(Winding.DELTA, Winding.GROUNDED_WYE, Connection.WYE);
    compare(network, "4Bus-DY-Bal", "n4");
  }

  @Test
  void floatingWyeToDelta() throws IOException {
    Network network = FourBus.stepDown(Winding.WYE, Winding.DELTA, Connection.DELTA);
    compare(network, "4Bus-YD-Bal", "n2");
  }

  @Test
  void groundedWyeToDelta() throws IOException {
    Network network = FourBus.stepDown(Winding.GROUNDED_WYE, Winding.DELTA, Connection.DELTA);
    compare(network, "4Bus-GrdYD-Bal", "n2");
  }

  @Test
  void openWyeToOpenDelta() throws IOException {
    compare(FourBus.openWyeOpenDelta(), "4bus-OYOD-UnBal", "n2");
  }
}
