package powergrid.networks.opendss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/** Voltages that the OpenDSS engine found, by node. */
record Reference(List<Node> nodes) {
  /** A node's voltage to ground, pu. */
  record Node(String bus, int phase, double re, double im, double kv) {}

  /** A file among the test's resources. */
  static Path resource(String name) {
    try {
      return Path.of(Reference.class.getResource(name).toURI());
    } catch (java.net.URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static Reference of(String name) throws IOException {
    List<Node> nodes = new ArrayList<>();
    List<String> lines =
        Files.readAllLines(resource("solutions/" + name + "_voltages.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<String> header = List.of(lines.get(0).split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      double angle = Math.toRadians(Double.parseDouble(cells[header.indexOf("va_deg")]));
      double pu = Double.parseDouble(cells[header.indexOf("vm_pu")]);
      int phase = "abc".indexOf(cells[1]);
      if (phase >= 0) {
        double kv = Double.parseDouble(cells[header.indexOf("kv_base_ln")]) * Math.sqrt(3);
        nodes.add(new Node(cells[0], phase, pu * Math.cos(angle), pu * Math.sin(angle), kv));
      }
    }
    return new Reference(nodes);
  }

  static Network read(Path script) {
    return new OpenDssFactory().create(new OpenDss(script));
  }

  static Solution solve(Network network, PowerFlow method) {
    Solver solver = method.prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver.solution();
  }

  /** All voltages to ground are within 1e-5 pu, as phasors, on the same bases. */
  void isMetBy(Network network, Solution solution) {
    double worst = 0;
    String where = "";
    for (Node node : nodes) {
      Bus bus = network.bus(node.bus());
      assertTrue(bus != null && bus.phases().has(node.phase()), node.bus());
      assertEquals(node.kv(), bus.kv(), 1e-6 * node.kv(), node.bus());
      int i = 3 * network.busIndex(node.bus()) + node.phase();
      double off = Math.hypot(solution.re()[i] - node.re(), solution.im()[i] - node.im());
      if (!(off <= worst)) {
        worst = off;
        where = node.bus() + "." + "abc".charAt(node.phase());
      }
    }
    assertTrue(worst <= 1e-5, worst + " pu at " + where);
  }

  /** All voltages between phases are within 1e-5 pu, and of single phases those to ground. */
  void isMetBetweenPhasesBy(Network network, Solution solution) {
    for (Node node : nodes) {
      int i = 3 * network.busIndex(node.bus());
      int a = i + node.phase();
      double re = solution.re()[a] - node.re();
      double im = solution.im()[a] - node.im();
      if (network.bus(node.bus()).phases() == Phases.ABC) {
        Node next = next(node);
        re -= solution.re()[i + next.phase()] - next.re();
        im -= solution.im()[i + next.phase()] - next.im();
      }
      assertEquals(0, Math.hypot(re, im), 1e-5, node.bus() + "." + "abc".charAt(node.phase()));
    }
  }

  private Node next(Node node) {
    return nodes.stream()
        .filter(n -> n.bus().equals(node.bus()) && n.phase() == (node.phase() + 1) % 3)
        .findAny()
        .orElseThrow();
  }
}
