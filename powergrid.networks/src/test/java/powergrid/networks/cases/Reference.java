package powergrid.networks.cases;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import powergrid.api.network.Branch;
import powergrid.api.network.Network;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.Solution;
import powergrid.networks.Table;

/**
 * A case's power flow by pandapower, to hold ours to.
 *
 * @param name of the case, that of the folder of its tables
 */
public record Reference(String name) {
  private static final double PU = 1e-8;

  private List<Table.Row> rows(String table) {
    return Table.read("cases/" + name + "/" + table + ".csv").rows();
  }

  /**
   * Every bus's phase a, as a complex number to 1e-8 pu.
   *
   * @param ids the buses' ids in the order of the table
   */
  public void voltages(Network network, Solution solution, List<String> ids) {
    List<Table.Row> rows = rows("voltages");
    assertEquals(rows.size(), ids.size());
    assertAll(
        IntStream.range(0, ids.size())
            .mapToObj(i -> voltage(network, solution, ids.get(i), rows.get(i))));
  }

  /** The ids in its table. */
  public List<String> buses() {
    return rows("voltages").stream().map(row -> row.text("bus")).toList();
  }

  private Executable voltage(Network network, Solution solution, String id, Table.Row row) {
    double magnitude = row.number("magnitude_pu");
    double angle = Math.toRadians(row.number("angle_deg"));
    int node = 3 * network.busIndex(id);
    return () -> {
      assertTrue(node >= 0, id);
      assertEquals(magnitude * Math.cos(angle), solution.re()[node], PU, "bus " + id);
      assertEquals(magnitude * Math.sin(angle), solution.im()[node], PU, "bus " + id);
    };
  }

  /**
   * The currents of every branch but switches, at both ends, to 1e-7 of 1 kA or of the current.
   * Open ties of case33bw, which the reference has not, end at a bus that is named after them.
   */
  public void currents(Network network, Solution solution) {
    List<Table.Row> rows = rows("currents");
    List<Branch> branches =
        network.branches().stream()
            .filter(b -> !(b instanceof Switch))
            .filter(b -> !name.equals("case33bw") || !b.to().contains("@"))
            .toList();
    assertEquals(rows.size(), branches.size());
    assertAll(
        IntStream.range(0, rows.size())
            .mapToObj(
                i -> current(network.branches().indexOf(branches.get(i)), rows.get(i), solution)));
  }

  private static Executable current(int branch, Table.Row row, Solution solution) {
    return () -> {
      close(row.number("from_ka"), solution.currentRe(), solution.currentIm(), branch, row);
      close(row.number("to_ka"), solution.toCurrentRe(), solution.toCurrentIm(), branch, row);
    };
  }

  private static void close(double ka, double[] re, double[] im, int branch, Table.Row row) {
    double ours = Math.hypot(re[3 * branch], im[3 * branch]) / 1000;
    assertEquals(ka, ours, 1e-7 * Math.max(1, ka), row.text("branch"));
  }

  /** Losses, what the grid supplies and what generators give, to 1e-6 MVA. */
  public void powers(Network network, Solution solution) {
    assertAll(rows("powers").stream().flatMap(row -> power(network, solution, row)));
  }

  private Stream<Executable> power(Network network, Solution solution, Table.Row row) {
    String what = row.text("what");
    double mw = row.number("mw");
    double mvar = row.number("mvar");
    if (what.equals("losses")) {
      return Stream.of(() -> assertEquals(mw, solution.lossesMw(), 1e-6, name + " losses"));
    }
    if (what.equals("grid")) {
      return Stream.of(
          () -> assertEquals(mw, solution.sourceMw(), 1e-6, name + " grid"),
          () -> assertEquals(mvar, solution.sourceMvar(), 1e-6, name + " grid"));
    }
    String bus = what.substring("generator ".length());
    int g =
        IntStream.range(0, network.generators().size())
            .filter(i -> network.generators().get(i).bus().equals(bus))
            .findFirst()
            .orElseThrow();
    return Stream.of(
        () -> assertEquals(mw, network.generators().get(g).mw(), 1e-9, what),
        () -> assertEquals(mvar, solution.generatorsMvar()[g], 1e-6, what));
  }
}
