package powergrid.networks.matpower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.cases.Reference;
import powergrid.powerflow.newton.NewtonRaphson;

/** The files are written in MATPOWER's format from the tables of pandapower 3.5.4. */
class MatpowerNetworkTest {
  private static final String HEAD = "function mpc = small\nmpc.version = '2';\n";

  @TempDir Path folder;

  static Path file(String name) {
    try {
      return Path.of(MatpowerNetworkTest.class.getResource(name + ".m").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Network read(Path file) {
    return new MatpowerFactory().create(new Matpower(file));
  }

  private static Solution solve(Network network) {
    Solver solver = new NewtonRaphson().prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    return solver.solution();
  }

  private Network written(String text) {
    try {
      return read(Files.writeString(folder.resolve("small.m"), HEAD + text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case14", "case33bw"})
  void meetsPandapower(String name) {
    Network network = read(file(name));
    assertEquals(name, network.name());
    Solution solution = solve(network);
    Reference reference = new Reference(name);
    reference.voltages(network, solution, network.buses().stream().map(Bus::id).toList());
    reference.currents(network, solution);
    reference.powers(network, solution);
  }

  /**
   * By the admittance matrix of MATPOWER's manual, section 3.2: at no load, a π of z = 0.01 + j0.1
   * and b = 0.4 behind a ratio of 0.95 and 10° has vt = vf / (0.95 ∠10°) / (1 + z j0.2).
   */
  @Test
  void transformersAreChargedBehindTheirRatioAndShift() {
    Network network =
        written(
            """
            mpc.baseMVA = 100;
            mpc.bus = [1 3 0 0 0 0 1 1 0 100 1 1.1 .9; 2, 1, 0, 0, 0, 0, 1, 1, 0, 20, 1, 1.1, .9];
            mpc.gen = [1 0 0 Inf -Inf 1.02 100 1];
            mpc.branch = [1 2 0.01 0.1 0.4 50 0 0 0.95 10 1];
            """);
    Solution solution = solve(network);
    double re = 1 - 0.1 * 0.2;
    double im = 0.01 * 0.2;
    assertEquals(1.02 / 0.95 / Math.hypot(re, im), solution.magnitude(3), 1e-9);
    assertEquals(-10 - Math.toDegrees(Math.atan2(im, re)), solution.angleDeg(3), 1e-7);
  }

  @Test
  void leavesOutWhatIsIsolatedOrOutOfService() {
    Network network =
        written(
            """
            mpc.baseMVA = 10;
            %{
            nothing of this counts = [
            %}
            mpc.bus = [
              1 3 0 0 0 0 1 1 0 0 1 1.1 .9
              2 1 1 0 0 0 1 1 0 0 1 1.1 .9 % a load
              3 4 9 9 0 0 1 1 0 0 1 1.1 .9
            ];
            mpc.gen = [1 0 0 0 0 1 10 1; 2 5 1 0 0 1 10 0; 2 1 0.5 0 0 1 10 1; 2 1 0 0 0 1 10 1];
            mpc.branch = [1 2 .01 .02 0 0 0 0 0 0 1; 1 2 .01 .02 0 0 0 0 0 0 1
              2 3 .01 .02 0 0 0 0 0 0 1; 1 2 .01 .02 0 0 0 0 0 0 0];
            """);
    assertEquals(2, network.buses().size());
    assertEquals(1, network.buses().get(0).kv());
    assertEquals(List.of("1-2", "1-2:2"), network.branches().stream().map(b -> b.id()).toList());
    assertEquals(List.of("2", "2:2"), network.generators().stream().map(g -> g.id()).toList());
    assertEquals(0.5, network.generators().get(0).mvar());
    assertTrue(network.assumptions().stream().anyMatch(a -> a.contains("1 kV")));
  }
}
