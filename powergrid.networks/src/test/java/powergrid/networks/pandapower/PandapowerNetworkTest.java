package powergrid.networks.pandapower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.cases.Reference;
import powergrid.powerflow.newton.NewtonRaphson;

/**
 * The files are pandapower 3.5.4's networks as its {@code to_json} writes them, without tables of
 * results and empty tables.
 */
class PandapowerNetworkTest {
  static Path file(String name) {
    try {
      return Path.of(PandapowerNetworkTest.class.getResource(name + ".json").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Network read(Path file) {
    return new PandapowerFactory().create(new Pandapower(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cigre-lv",
        "cigre-mv",
        "cigre-mv-pv-wind",
        "cigre-mv-all",
        "case33bw",
        "case14",
        "case118"
      })
  void meetsPandapower(String name) {
    Network network = read(file(name));
    Reference reference = new Reference(name);
    List<String> buses =
        network.buses().stream().map(Bus::id).filter(id -> !id.contains("@")).toList();
    Solver solver = new NewtonRaphson().prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    solver.flows();
    reference.voltages(network, solver.solution(), buses);
    reference.currents(network, solver.solution());
  }

  /**
   * Parallel lines and transformers, vector groups YNd5 and Dyn5, taps on either side, ideal and
   * symmetrical phase shifters, no-load losses, open ends of lines and transformers, a bus out of
   * service, voltage-dependent loads, shunts, wards, storage.
   */
  @Test
  void meetsPandapowerWithOneOfEverything() {
    Network network = read(file("mixed"));
    Reference reference = new Reference("mixed");
    Solver solver = new NewtonRaphson(1e-10, 20).prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    reference.voltages(network, solver.solution(), reference.buses());
    reference.powers(network, solver.solution());
  }
}
